import { nameOf, splitName } from '../base/paths';
import type { FileStat } from './store-bridge';
import type { Vault } from './vault';

/** A file or a folder of the vault. */
export abstract class TAbstractFile {
	name: string;
	parent: TFolder | null = null;
	deleted = false;

	constructor(
		readonly vault: Vault,
		public path: string,
	) {
		this.name = nameOf(path);
	}

	/** Takes another path, after a rename. */
	setPath(path: string): void {
		this.path = path;
		this.name = nameOf(path);
	}
}

/** A file. */
export class TFile extends TAbstractFile {
	basename = '';
	extension = '';

	constructor(
		vault: Vault,
		path: string,
		public stat: FileStat,
	) {
		super(vault, path);
		this.setPath(path);
	}

	override setPath(path: string): void {
		super.setPath(path);
		Object.assign(this, splitName(this.name));
	}
}

/** A folder. */
export class TFolder extends TAbstractFile {
	children: TAbstractFile[] = [];

	isRoot(): boolean {
		return this.path === '/';
	}

	getParentPrefix(): string {
		return this.isRoot() ? '' : `${this.path}/`;
	}

	getFileCount(): number {
		return this.children.filter(child => child instanceof TFile).length;
	}

	getFolderCount(): number {
		return this.children.filter(child => child instanceof TFolder).length;
	}
}
