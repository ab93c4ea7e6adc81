// Stands around every operation by which the plugin reaches the files of a host, so that one of them can go wrong.
import type { ObsidianLikeHost } from './obsidian-like-host';

/** One operation on a file. */
export interface Operation {
	readonly kind: 'create' | 'make folder' | 'process' | 'trash' | 'read';
	readonly path: string;
	/** Of a file that is made. */
	readonly text?: string;
	/** True for the one that was interfered with by an error. */
	isHit: boolean;
	/** Its place among those of its kind, from 1. */
	readonly number: number;
}

/** Asked before each operation; an error is what the operation answers with. */
export type Interference = (operation: Operation) => Promise<void> | void;

/** What goes through to the files. */
export interface WatchedVault {
	readonly operations: readonly Operation[];
	/** Operations that are under way. */
	pending(): number;
	/** From now on nothing goes wrong any more. */
	release(): void;
}

/** Watches a host from now on. */
export function watchVault(host: ObsidianLikeHost, interfere: Interference): WatchedVault {
	const { vault, fileManager } = host.app;
	const operations: Operation[] = [];
	let asked: Interference | undefined = interfere;
	let pending = 0;
	const around = <Args extends unknown[], Result>(
		kind: Operation['kind'],
		pathOf: (first: Args[0]) => string | undefined,
		work: (...args: Args) => Promise<Result>,
	): ((...args: Args) => Promise<Result>) => {
		return async (...args) => {
			const path = pathOf(args[0]);
			if (path === undefined) return work(...args);
			const number = operations.filter(operation => operation.kind === kind).length + 1;
			const text = typeof args[1] === 'string' ? { text: args[1] } : {};
			const operation = { kind, path, number, isHit: false, ...text };
			operations.push(operation);
			pending++;
			try {
				await (async () => asked?.(operation))().catch((error: unknown) => {
					operation.isHit = true;
					throw error;
				});
				return await work(...args);
			} finally {
				pending--;
			}
		};
	};
	const ofFile = ({ path }: { readonly path: string }): string => path;
	const ofPath = (path: string): string => path;
	// The doubles go through the adapter too; what lies in a hidden folder only the plugin itself asks for.
	const hidden = (path: string): string | undefined => (path.startsWith('.') ? path : undefined);
	vault.create = around('create', ofPath, vault.create.bind(vault));
	vault.createFolder = around('make folder', ofPath, vault.createFolder.bind(vault));
	vault.process = around('process', ofFile, vault.process.bind(vault));
	vault.read = around('read', ofFile, vault.read.bind(vault));
	vault.cachedRead = around('read', ofFile, vault.cachedRead.bind(vault));
	fileManager.trashFile = around('trash', ofFile, fileManager.trashFile.bind(fileManager));
	const { adapter } = vault;
	adapter.write = around('create', hidden, adapter.write.bind(adapter));
	adapter.mkdir = around('make folder', hidden, adapter.mkdir.bind(adapter));
	adapter.read = around('read', hidden, adapter.read.bind(adapter));
	return { operations, pending: () => pending, release: () => void (asked = undefined) };
}
