import { hostSettings } from './base/host-settings';
import { Platform, getLanguage } from './base/platform';
import { Events } from './base/events';
import { MetadataCache } from './metadata/metadata-cache';
import { BasesViews } from './plugin/bases';
import { CliCommands } from './plugin/cli-commands';
import { Commands } from './plugin/commands';
import { Plugins } from './plugin/plugins';
import { SettingsModal } from './settings/settings-modal';
import { Keymap, Scope } from './ui/keymap';
import { FileManager } from './vault/files-and-links';
import { Vault } from './vault/vault';
import { Workspace } from './workspace/workspace';

declare global {
	interface Window {
		app: App;
	}
}

/** Secrets of plugins, for as long as the page lives. */
export class SecretStorage extends Events {
	private readonly secrets = new Map<string, string>();

	setSecret(id: string, secret: string): void {
		this.secrets.set(id, secret);
	}

	getSecret(id: string): string | null {
		return this.secrets.get(id) ?? null;
	}

	listSecrets(): string[] {
		return [...this.secrets.keys()];
	}
}

/** Everything that there is one of. */
export class App {
	readonly scope = new Scope();
	// The workspace comes later than the keys.
	readonly keymap = new Keymap(
		this.scope,
		() => window.app.workspace.activeLeaf?.view.scope ?? null,
	);
	readonly vault = new Vault(hostSettings().vaultName);
	readonly metadataCache = new MetadataCache(this.vault);
	readonly fileManager = new FileManager(this.vault, this.metadataCache);
	readonly commands = new Commands(this, this.scope);
	readonly cli = new CliCommands();
	readonly basesViews = new BasesViews(this);
	readonly secretStorage = new SecretStorage();
	readonly renderContext = { hoverPopover: null };
	readonly protocolHandlers = new Map<string, (params: Record<string, string>) => unknown>();
	readonly isMobile = Platform.isMobile;
	readonly isChinese = /^zh/i.test(getLanguage());
	readonly workspace: Workspace;
	readonly setting: SettingsModal;
	readonly plugins: Plugins;
	lastEvent: Event | null = null;

	constructor(
		modules: Readonly<Record<string, unknown>>,
		workspaceEl: HTMLElement,
		readonly statusBarEl: HTMLElement,
	) {
		// Views ask for the app while the workspace is made.
		window.app = this;
		this.plugins = new Plugins(this, modules);
		this.workspace = new Workspace(this, workspaceEl);
		this.setting = new SettingsModal(this);
		for (const type of ['click', 'keydown', 'touchstart']) {
			window.addEventListener(type, event => (this.lastEvent = event), true);
		}
	}

	getAppTitle(): string {
		return this.vault.getName();
	}

	isDarkMode(): boolean {
		return document.body.hasClass('theme-dark');
	}

	loadLocalStorage(key: string): unknown {
		const text = localStorage.getItem(this.storageKey(key));
		return text === null ? null : (JSON.parse(text) as unknown);
	}

	saveLocalStorage(key: string, value: unknown): void {
		if (value === null || value === undefined) localStorage.removeItem(this.storageKey(key));
		else localStorage.setItem(this.storageKey(key), JSON.stringify(value));
	}

	private storageKey(key: string): string {
		return `${this.vault.getName()}-${key}`;
	}
}
