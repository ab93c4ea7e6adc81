import { Events } from '../base/events';
import type { View } from '../views/view';
import type { WorkspaceLeaf } from './leaf';

type ViewCreator = (leaf: WorkspaceLeaf) => View;

/** Which views there are, and which of them show which files. */
export class ViewRegistry extends Events {
	private readonly creators = new Map<string, ViewCreator>();
	private readonly extensions = new Map<string, string>();

	registerView(type: string, create: ViewCreator): void {
		if (this.creators.has(type)) {
			throw new Error(`Attempting to register an existing view type "${type}"`);
		}
		this.creators.set(type, create);
		this.trigger('view-registered', type);
	}

	unregisterView(type: string): void {
		this.creators.delete(type);
		this.trigger('view-unregistered', type);
	}

	registerExtensions(extensions: readonly string[], type: string): void {
		for (const extension of extensions) {
			if (this.extensions.has(extension)) {
				throw new Error(`Attempting to register an existing file extension "${extension}"`);
			}
			this.extensions.set(extension, type);
		}
	}

	unregisterExtensions(extensions: readonly string[]): void {
		for (const extension of extensions) this.extensions.delete(extension);
	}

	creatorOf(type: string): ViewCreator | undefined {
		return this.creators.get(type);
	}

	typeOfExtension(extension: string): string {
		return this.extensions.get(extension) ?? 'empty';
	}

	/** All types, for the report on leaks. */
	types(): string[] {
		return [...this.creators.keys()];
	}
}
