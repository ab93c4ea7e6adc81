import type { App } from '../app';
import { PLUGIN_SCRIPT } from '../leaks/plugin-calls';
import { requireApiVersion } from '../base/platform';
import type { Plugin, PluginManifest } from './plugin';

type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

/** The body of `main.js` as a function, which is how the script that is served wraps it. */
type PluginBody = (require: (id: string) => unknown, module: PluginModule, exports: object) => void;

interface PluginModule {
	exports: { default?: PluginClass } & object;
}

declare global {
	interface Window {
		pluginBody?: PluginBody;
	}
}

/** Loads the one plugin of this run, and takes it out again. */
export class Plugins {
	readonly plugins: Record<string, Plugin> = {};
	readonly enabledPlugins = new Set<string>();
	manifest: PluginManifest | undefined;
	private style: HTMLStyleElement | undefined;

	constructor(
		private readonly app: App,
		private readonly modules: Readonly<Record<string, unknown>>,
	) {
		app.vault.on('outside', (path: string) => {
			const plugin = this.current();
			if (!plugin) return;
			const folder = `${app.vault.configDir}/plugins/${plugin.manifest.id}`;
			if (path === `${folder}/data.json`) void plugin.onExternalSettingsChange?.();
		});
	}

	getPlugin(id: string): Plugin | null {
		return this.plugins[id] ?? null;
	}

	/** Reads the three files and starts the plugin. */
	async enable(isByUser: boolean): Promise<void> {
		const manifest = (await fetchText('/plugin/manifest.json').then(JSON.parse)) as PluginManifest;
		if (!requireApiVersion(manifest.minAppVersion)) {
			throw new Error(`${manifest.id} needs version ${manifest.minAppVersion} of the app`);
		}
		this.manifest = { ...manifest, dir: `${this.app.vault.configDir}/plugins/${manifest.id}` };
		const type = await this.loadClass();
		const plugin = new type(this.app, this.manifest);
		this.plugins[manifest.id] = plugin;
		this.enabledPlugins.add(manifest.id);
		const css = await fetchText('/plugin/styles.css');
		this.style = document.head.createEl('style', { text: css });
		await plugin.load();
		if (isByUser) plugin.onUserEnable();
	}

	/** Ends the plugin and takes away what the app itself put in for it. */
	disable(): void {
		const plugin = this.current();
		if (!plugin) return;
		plugin.unload();
		Reflect.deleteProperty(this.plugins, plugin.manifest.id);
		this.enabledPlugins.delete(plugin.manifest.id);
		this.style?.remove();
	}

	private current(): Plugin | undefined {
		return Object.values(this.plugins)[0];
	}

	private async loadClass(): Promise<PluginClass> {
		const body = await loadBody();
		const module: PluginModule = { exports: {} };
		const require = (id: string): unknown => {
			const found = this.modules[id];
			if (found === undefined) throw new Error(`Cannot find module '${id}'`);
			return found;
		};
		body(require, module, module.exports);
		const loaded: unknown = module.exports.default ?? module.exports;
		if (typeof loaded !== 'function') throw new Error('main.js exports no plugin');
		return loaded as PluginClass;
	}
}

async function fetchText(path: string): Promise<string> {
	const response = await fetch(path);
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return response.text();
}

/** A script rather than `eval`, so that stacks name the plugin. */
async function loadBody(): Promise<PluginBody> {
	delete window.pluginBody;
	const script = document.createElement('script');
	script.src = `${PLUGIN_SCRIPT}?${performance.now()}`;
	const loaded = new Promise<void>((resolve, reject) => {
		script.addEventListener('load', () => resolve());
		script.addEventListener('error', () => reject(new Error('main.js cannot be loaded')));
	});
	document.head.append(script);
	await loaded;
	script.remove();
	const { pluginBody } = window;
	if (!pluginBody) throw new Error('main.js cannot be read');
	return pluginBody;
}
