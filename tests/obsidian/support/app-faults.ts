// What can go wrong around a command of the plugin: in the vault, on the disk, on the screen, at other devices.
import type { Editor } from 'obsidian-test-mocks/obsidian';
import type { ObsidianLikeHost } from './obsidian-like-host';
import type { Interference, Operation } from './watched-vault';

type Files = Readonly<Record<string, string>>;

/** One fault at one place. */
export interface AppFault {
	readonly name: string;
	/** What a reader does to the vault by it. */
	readonly changed: (files: Files) => Files;
	/**
	 * What must come out of the next run: what a run without the fault makes, or, where a reader changed notes meanwhile, a
	 * vault that yet another run leaves as it is.
	 */
	readonly outcome: 'clean' | 'settled';
	/** True for what is no failure of the command, so that nothing has to be told. */
	readonly isHarmless?: boolean;
	/** Sets it up in a host whose command was prepared. */
	readonly arm: (host: ObsidianLikeHost) => Promise<Interference>;
	/** Path that a message has to name, unless all went well. */
	readonly path?: string;
	/** True if the plugin has to be started anew before the command is run again. */
	readonly isEnd?: boolean;
	/** Done before the command is run again. */
	readonly settle?: (host: ObsidianLikeHost) => Promise<void>;
}

/** A line that comes from elsewhere, or is typed. */
export const ADDED = '\nA line of the reader.\n';

/**
 * The faults of a command, by the operations of its clean run.
 *
 * @param most at how many of its operations each is tried, spread over all of them, two or more
 */
export function faultsOf(
	operations: readonly Operation[],
	steps: number,
	most: number,
): AppFault[] {
	const visible = operations.filter(({ path }) => !path.startsWith('.'));
	const made = visible.filter(({ kind }) => kind === 'create');
	const changed = visible.filter(({ kind }) => kind === 'process');
	const notes = changed.filter(({ path }) => path.endsWith('.md'));
	const read = operations.filter(({ kind }) => kind === 'read');
	const writes = operations.filter(({ kind }) => kind !== 'read');
	const each = (
		among: readonly Operation[],
		fault: (operation: Operation) => AppFault,
	): AppFault[] => spread(among, most).map(fault);
	return [
		...each(made, isThereAlready),
		...each(made, standsInAnotherCase),
		...each(made, isCutShort),
		...each(notes, holdsOtherText),
		...each(notes, isGone),
		...each(notes, isFolder),
		...each(notes, isRenamed),
		...each(firstOfEach(notes), hasUnsavedText),
		...each(read, rejects),
		...each(writes, rejects),
		...each(writes, diskIsFull),
		...each(writes, isUnloaded),
		...each(writes, isClosed),
		...Array.from({ length: Math.max(0, steps - 1) }, (_, i) => isCancelled(i + 1)),
		cacheKnowsNothing(),
		cacheIsStale(),
	];
}

/** The first, the last, and as many between them as are left, one as far from the next as the others. */
function spread<T>(list: readonly T[], most: number): T[] {
	if (list.length <= most) return [...list];
	const step = (list.length - 1) / (most - 1);
	return Array.from({ length: most }, (_, i) => list.slice(Math.round(i * step))[0]).filter(
		one => one !== undefined,
	);
}

/** Does something at one operation. */
function at(
	{ kind, number }: Operation,
	act: (host: ObsidianLikeHost, operation: Operation) => Promise<void> | void,
): AppFault['arm'] {
	return host =>
		Promise.resolve(operation =>
			operation.kind === kind && operation.number === number ? act(host, operation) : undefined,
		);
}

function unchanged(files: Files): Files {
	return files;
}

function nameOf({ kind, number, path }: Operation): string {
	return `${kind} ${number}, ${path}`;
}

/** A sync tool put the file there, and the app does not know it yet. */
function isThereAlready(operation: Operation): AppFault {
	const theirs = 'from another device\n';
	return {
		name: `already exists: ${nameOf(operation)}`,
		path: operation.path,
		changed: files => ({ ...files, [operation.path]: theirs }),
		outcome: 'clean',
		arm: at(operation, async ({ app }, { path }) => {
			await app.vault.adapter.write(path, theirs);
			throw new Error('File already exists.');
		}),
		settle: ({ app }) => Promise.resolve(app.vault.reconcile__()),
	};
}

/** The disk takes two names for one. */
function standsInAnotherCase(operation: Operation): AppFault {
	const variant = operation.path.replace(/[^/]+$/, name => name.toUpperCase());
	const theirs = 'the same name in capitals\n';
	return {
		name: `stands in another case: ${nameOf(operation)}`,
		path: operation.path,
		changed: files => ({ ...files, [variant]: theirs }),
		outcome: 'clean',
		arm: at(operation, async ({ app }) => {
			await app.vault.adapter.write(variant, theirs);
			throw new Error('File already exists.');
		}),
		settle: ({ app }) => Promise.resolve(app.vault.reconcile__()),
	};
}

function holdsOtherText(operation: Operation): AppFault {
	const { path } = operation;
	return {
		name: `other text: ${nameOf(operation)}`,
		path,
		changed: files => ({ ...files, [path]: `${files[path] ?? ''}${ADDED}` }),
		outcome: 'settled',
		isHarmless: true,
		arm: at(operation, async ({ app }) => {
			await app.vault.adapter.write(path, `${await app.vault.adapter.read(path)}${ADDED}`);
		}),
	};
}

function rejects(operation: Operation): AppFault {
	return {
		name: `input/output error: ${nameOf(operation)}`,
		path: operation.path,
		changed: unchanged,
		outcome: 'clean',
		arm: at(operation, () => {
			throw new Error('EIO: i/o error');
		}),
	};
}

function without(files: Files, path: string): Files {
	return Object.fromEntries(Object.entries(files).filter(([one]) => one !== path));
}

function isGone(operation: Operation): AppFault {
	const { path } = operation;
	return {
		name: `gone: ${nameOf(operation)}`,
		path,
		changed: files => without(files, path),
		outcome: 'settled',
		arm: at(operation, async ({ app }) => {
			await app.vault.adapter.remove(path);
			app.vault.reconcile__();
		}),
	};
}

function isFolder(operation: Operation): AppFault {
	const { path } = operation;
	return {
		...isGone(operation),
		name: `turned into a folder: ${nameOf(operation)}`,
		changed: files => ({ ...without(files, path), [`${path}/mine.txt`]: 'mine' }),
		arm: at(operation, async ({ app }) => {
			await app.vault.adapter.remove(path);
			app.vault.reconcile__();
			app.vault.createFolderSync__(path);
			app.vault.createSync__(`${path}/mine.txt`, 'mine');
		}),
	};
}

function isRenamed(operation: Operation): AppFault {
	const { path } = operation;
	const newPath = path.replace(/\.md$/, ' renamed.md');
	return {
		name: `renamed: ${nameOf(operation)}`,
		path,
		changed: files => ({ ...without(files, path), [newPath]: files[path] ?? '' }),
		outcome: 'settled',
		isHarmless: true,
		arm: at(operation, async ({ app }) => {
			const file = app.vault.getFileByPath(path);
			if (file) await app.vault.rename(file, newPath);
		}),
	};
}

function firstOfEach(operations: readonly Operation[]): Operation[] {
	return [...new Map(operations.map(operation => [operation.path, operation])).values()];
}

function hasUnsavedText({ path }: Operation): AppFault {
	return {
		name: `unsaved text: ${path}`,
		path,
		changed: files => ({ ...files, [path]: `${files[path] ?? ''}${ADDED}` }),
		outcome: 'settled',
		arm: async host => {
			const { editor } = (await host.open(path)).view;
			editor.setValue(`${editor.getValue()}${ADDED}`);
			return () => undefined;
		},
		settle: async host => {
			for (const { view } of host.app.workspace.getLeavesOfType('markdown')) {
				const shown = view as unknown as { editor?: Editor; file?: { path: string } };
				const file = host.app.vault.getFileByPath(shown.file?.path ?? '');
				if (file?.path === path && shown.editor?.getValue().includes(ADDED.trim()))
					await host.app.vault.modify(file, shown.editor.getValue());
			}
		},
	};
}

function diskIsFull(operation: Operation): AppFault {
	return {
		name: `disk full: ${nameOf(operation)}`,
		path: operation.path,
		changed: unchanged,
		outcome: 'clean',
		arm: () => {
			let isFull = false;
			return Promise.resolve(({ kind, number }) => {
				isFull ||= kind === operation.kind && number === operation.number;
				if (isFull && kind !== 'read') throw new Error('ENOSPC: no space left on device');
			});
		},
	};
}

/** The disk fills up in the middle of a file, as it does where files are not put in place whole. */
function isCutShort(operation: Operation): AppFault {
	return {
		...rejects(operation),
		name: `cut short: ${nameOf(operation)}`,
		arm: at(operation, async ({ app }, { path, text = '' }) => {
			await app.vault.adapter.write(path, text.slice(0, text.length / 2));
			throw new Error('ENOSPC: no space left on device');
		}),
	};
}

function isUnloaded(operation: Operation): AppFault {
	return {
		name: `switched off: ${nameOf(operation)}`,
		changed: unchanged,
		outcome: 'clean',
		...{ isHarmless: true, isEnd: true },
		arm: at(operation, host => host.plugin.unload()),
	};
}

/** What Escape does, which closes any dialog. */
function closeDialogs(): void {
	for (const dialog of document.querySelectorAll('.modal-container')) {
		const buttons = [...dialog.querySelectorAll('button')];
		buttons.find(({ textContent }) => textContent === 'Cancel')?.click();
	}
}

function isClosed(operation: Operation): AppFault {
	return {
		name: `cancelled while it writes: ${nameOf(operation)}`,
		changed: unchanged,
		outcome: 'clean',
		isHarmless: true,
		arm: at(operation, closeDialogs),
	};
}

function isCancelled(step: number): AppFault {
	return {
		name: `cancelled before step ${step + 1}`,
		changed: unchanged,
		outcome: 'clean',
		isHarmless: true,
		arm: () => Promise.resolve(Object.assign(() => undefined, { cancelsBefore: step })),
	};
}

function cacheKnowsNothing(): AppFault {
	return {
		name: 'the metadata cache knows nothing',
		changed: unchanged,
		outcome: 'clean',
		arm: ({ app }) => {
			app.metadataCache.getFileCache = () => null;
			return Promise.resolve(() => undefined);
		},
	};
}

function cacheIsStale(): AppFault {
	return {
		name: 'the metadata cache is stale',
		changed: unchanged,
		outcome: 'clean',
		arm: ({ app }) => {
			const other = app.vault.getMarkdownFiles().at(-1);
			const read = app.metadataCache.getFileCache.bind(app.metadataCache);
			app.metadataCache.getFileCache = file => read(other ?? file);
			return Promise.resolve(() => undefined);
		},
	};
}
