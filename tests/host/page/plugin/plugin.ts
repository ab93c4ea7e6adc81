import type { Extension } from '@codemirror/state';
import type { App } from '../app';
import { Component } from '../base/component';
import { pluginExtensions } from '../editor/code-mirror';
import { addCodeBlockHandler, addPostProcessor } from '../markdown/post-processing';
import type { CodeBlockHandler, PostProcessor } from '../markdown/post-processing';
import type { SettingTab } from '../settings/setting-tab';
import type { View } from '../views/view';
import type { WorkspaceLeaf } from '../workspace/leaf';
import type { Command } from './commands';

/** What `manifest.json` says. */
export interface PluginManifest {
	readonly id: string;
	readonly name: string;
	readonly version: string;
	readonly minAppVersion: string;
	readonly dir?: string;
}

/** A plugin: everything that it registers goes when it goes. */
export abstract class Plugin extends Component {
	settings?: unknown;
	onExternalSettingsChange?(): unknown;

	constructor(
		public app: App,
		readonly manifest: PluginManifest,
	) {
		super();
	}

	onUserEnable(): void {
		return;
	}

	addRibbonIcon(
		icon: string,
		title: string,
		callback: (event: MouseEvent) => unknown,
	): HTMLElement {
		const action = this.app.workspace.leftRibbon.addAction(icon, title, callback);
		this.register(() => action.detach());
		return action;
	}

	addStatusBarItem(): HTMLElement {
		const item = this.app.statusBarEl.createDiv(`status-bar-item plugin-${this.manifest.id}`);
		this.register(() => item.detach());
		return item;
	}

	addCommand(command: Command): Command {
		command.id = `${this.manifest.id}:${command.id}`;
		command.name = `${this.manifest.name}: ${command.name}`;
		this.app.commands.addCommand(command);
		this.register(() => this.app.commands.removeCommand(command.id));
		return command;
	}

	removeCommand(id: string): void {
		this.app.commands.removeCommand(`${this.manifest.id}:${id}`);
	}

	addSettingTab(tab: SettingTab): void {
		this.app.setting.addSettingTab(tab);
		this.register(() => this.app.setting.removeSettingTab(tab));
	}

	registerView(type: string, create: (leaf: WorkspaceLeaf) => View): void {
		const { views } = this.app.workspace;
		views.registerView(type, create);
		this.register(() => views.unregisterView(type));
	}

	registerExtensions(extensions: string[], type: string): void {
		const { views } = this.app.workspace;
		views.registerExtensions(extensions, type);
		this.register(() => views.unregisterExtensions(extensions));
	}

	/** Previews on hover are not there. */
	registerHoverLinkSource(_id: string, _info: unknown): void {
		return;
	}

	registerMarkdownPostProcessor(processor: PostProcessor, sortOrder?: number): PostProcessor {
		this.register(addPostProcessor(processor, sortOrder));
		return processor;
	}

	registerMarkdownCodeBlockProcessor(language: string, handler: CodeBlockHandler): PostProcessor {
		this.register(addCodeBlockHandler(language, handler));
		return () => undefined;
	}

	registerBasesView(id: string, registration: Parameters<App['basesViews']['add']>[1]): boolean {
		this.register(this.app.basesViews.add(id, registration));
		return true;
	}

	registerEditorExtension(extension: Extension): void {
		pluginExtensions.push(extension);
		this.app.workspace.updateOptions();
		this.register(() => {
			pluginExtensions.remove(extension);
			this.app.workspace.updateOptions();
		});
	}

	/** Suggestions in the editor are not shown. */
	registerEditorSuggest(_suggest: unknown): void {
		return;
	}

	registerObsidianProtocolHandler(
		action: string,
		handler: (params: Record<string, string>) => unknown,
	): void {
		this.app.protocolHandlers.set(action, handler);
		this.register(() => this.app.protocolHandlers.delete(action));
	}

	registerCliHandler(
		command: string,
		description: string,
		flags: Parameters<App['cli']['add']>[1]['flags'],
		handler: Parameters<App['cli']['add']>[1]['handler'],
	): void {
		const { id } = this.manifest;
		if (command !== id && !command.startsWith(`${id}:`)) {
			throw new Error(`CLI command "${command}" must be "${id}" or begin with "${id}:"`);
		}
		this.register(this.app.cli.add(command, { description, flags, handler }));
	}

	async loadData(): Promise<unknown> {
		const { adapter } = this.app.vault;
		const path = this.dataPath();
		if (!(await adapter.exists(path))) return null;
		return JSON.parse(await adapter.read(path)) as unknown;
	}

	async saveData(data: unknown): Promise<void> {
		await this.app.vault.adapter.write(this.dataPath(), JSON.stringify(data, null, 2));
	}

	private dataPath(): string {
		return `${this.app.vault.configDir}/plugins/${this.manifest.id}/data.json`;
	}
}
