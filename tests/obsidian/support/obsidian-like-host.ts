// An Obsidian-like host: obsidian-test-mocks 3.11.0 with the parts filled in that it leaves empty.
// What passes here was not tried in Obsidian itself.
import { jest } from '@jest/globals';
import * as mocks from 'obsidian-test-mocks/obsidian';
import type { Command, Editor } from 'obsidian';
import { aVault } from '../../support/a-note';
import type { BuiltPlugin } from './built-plugin';
import { installPanes } from './editor-panes';
import type { Pane } from './editor-panes';
import { screenDoubles } from './screen-doubles';
import type { Screen } from './screen-doubles';

/** How a host starts. */
export interface HostOptions {
	readonly files?: Readonly<Record<string, string>>;
	readonly language?: string;
	/** What `loadData` gives; an error is thrown. */
	readonly data?: unknown;
}

/** A host with the plugin loaded. */
export interface ObsidianLikeHost extends Screen {
	readonly app: mocks.App;
	readonly plugin: mocks.Plugin;
	readonly commands: ReadonlyMap<string, Command>;
	/** How often the plugin asked for its settings. */
	loads(): number;
	/** What the plugin saved, newest last. */
	readonly saved: unknown[];
	readonly open: (path: string) => Promise<Pane>;
	/** Runs a command by its id without the plugin's; false if it is not offered now. */
	run(id: string): boolean;
	text(path: string): string;
	/** Path → text of all notes. */
	texts(): Record<string, string>;
	/** How many listeners of the plugin the vault and the workspace have. */
	countListeners(): number;
}

/** Loads the built plugin into a new host whose layout is ready. */
export async function startHost(
	built: BuiltPlugin,
	options: HostOptions = {},
): Promise<ObsidianLikeHost> {
	const app = mocks.App.createConfigured__({ files: { ...options.files } });
	app.vault.create = strictCreate(app.vault);
	const screen: Screen = { notices: [], rendered: new Set() };
	const commands = new Map<string, Command>();
	const saved: unknown[] = [];
	let loads = 0;
	const id = String(built.manifest.id);

	class HostPlugin extends mocks.Plugin {
		override addCommand(command: Command): Command {
			const fullId = `${id}:${command.id}`;
			commands.set(fullId, command);
			this.register(() => commands.delete(fullId));
			return command;
		}

		override async loadData(): Promise<unknown> {
			loads++;
			await Promise.resolve();
			if (options.data instanceof Error) throw options.data;
			return options.data ?? null;
		}

		override async saveData(data: unknown): Promise<void> {
			await Promise.resolve();
			saved.push(JSON.parse(JSON.stringify(data)));
		}
	}

	const StackbookPlugin = requirePlugin(built, {
		...mocks,
		...screenDoubles(screen),
		Plugin: HostPlugin,
		getLanguage: () => options.language ?? 'en',
	});
	const panes = installPanes(app);
	const listeners = (): number => countListeners(app.vault) + countListeners(app.workspace);
	const listenersOfHost = listeners();
	const plugin = new StackbookPlugin(app, built.manifest);
	plugin.load();
	// `onload` is asynchronous and nobody waits for it in Obsidian either.
	await until(() => plugin.settingTabs__.length > 0);
	app.workspace.setLayoutReady__();
	return {
		...screen,
		...{ app, plugin, commands, saved, open: panes.open },
		loads: () => loads,
		run: commandId => runCommand(commands.get(`${id}:${commandId}`), app),
		text: path => textOf(app, path),
		texts: () =>
			Object.fromEntries(app.vault.getMarkdownFiles().map(({ path }) => [path, textOf(app, path)])),
		countListeners: () => listeners() - listenersOfHost,
	};
}

/** Waits until something is so; what is not so after two seconds never will be. */
export async function until(isSo: () => boolean): Promise<void> {
	for (let tries = 0; tries < 400; tries++) {
		if (isSo()) return;
		await new Promise(resolve => {
			window.setTimeout(resolve, 5);
		});
	}
	throw new Error(`Waited in vain: ${String(isSo)}`);
}

/** The text of a note without what is between the markers of its regions. */
export function withoutRegionBodies(path: string, text: string): string {
	const regions = aVault({ [path]: text }).find(path)?.structure.regions ?? [];
	const parts: string[] = [];
	let position = 0;
	for (const { range } of regions) {
		parts.push(text.slice(position, range.start));
		position = range.end;
	}
	return [...parts, text.slice(position)].join('');
}

type PluginClass = new (app: mocks.App, manifest: unknown) => mocks.Plugin;

type PluginModule = (
	module: { exports: { default?: PluginClass } },
	exports: object,
	require: (name: string) => unknown,
) => void;

/** Each host has a module of its own; what the machine learned of its functions holds for all of them. */
function requirePlugin(built: BuiltPlugin, obsidian: Record<string, unknown>): PluginClass {
	const run = jest.requireActual<PluginModule>(built.file);
	const loaded: { exports: { default?: PluginClass } } = { exports: {} };
	run(loaded, loaded.exports, name => {
		if (name !== 'obsidian') throw new Error(`The plugin requires ${name}`);
		return obsidian;
	});
	if (!loaded.exports.default) throw new Error('main.js has no default export');
	return loaded.exports.default;
}

/** Obsidian refuses to create what is there, the double does not. */
function strictCreate(vault: mocks.Vault): mocks.Vault['create'] {
	const create = vault.create.bind(vault);
	return async (path, ...rest) => {
		if (vault.getAbstractFileByPath(path)) throw new Error('File already exists.');
		if (path.includes('/') && !vault.getFolderByPath(path.slice(0, path.lastIndexOf('/')))) {
			throw new Error(`There is no folder for ${path}`);
		}
		return create(path, ...rest);
	};
}

function runCommand(command: Command | undefined, app: mocks.App): boolean {
	if (!command) throw new Error('There is no such command');
	const view = app.workspace.activeLeaf?.view;
	if (command.editorCheckCallback) {
		if (!(view instanceof mocks.MarkdownView)) return false;
		const { editorCheckCallback } = command;
		const editor = view.editor as unknown as Editor;
		const check = (checking: boolean): boolean =>
			editorCheckCallback(checking, editor, view.asOriginalType7__()) === true;
		return check(true) && check(false);
	}
	if (command.checkCallback)
		return command.checkCallback(true) === true && command.checkCallback(false) === true;
	void command.callback?.();
	return true;
}

function textOf(app: mocks.App, path: string): string {
	const file = app.vault.getFileByPath(path);
	if (!file) throw new Error(`There is no ${path}`);
	return app.vault.readSync__(file);
}

function countListeners(events: mocks.Events): number {
	const { _: listeners } = events as unknown as { _: Record<string, unknown[]> };
	return Object.values(listeners).flat().length;
}
