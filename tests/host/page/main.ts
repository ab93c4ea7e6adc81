import * as state from '@codemirror/state';
import * as view from '@codemirror/view';
import * as commands from '@codemirror/commands';
import { App } from './app';
import { hostSettings } from './base/host-settings';
import { addAppCommands, drawChrome, drawNavbar } from './chrome';
import { installElementBuilders } from './dom/element-builders';
import { installEventMembers } from './dom/event-members';
import { installLanguageMembers } from './dom/language-members';
import { installNodeMembers } from './dom/node-members';
import { updateExtensions } from './editor/code-mirror';
import { HostApi } from './host-api';
import { watchPluginListeners } from './leaks/plugin-listeners';
import { watchNodes } from './leaks/plugin-nodes';
import { drawMermaid } from './markdown/mermaid';
import { addCodeBlockHandler } from './markdown/post-processing';
import * as obsidian from './obsidian-module';
import { guardLinks } from './views/listen-to-links';
import { MarkdownView } from './views/markdown-view';
import { FileExplorerView } from './workspace/file-explorer';
import type { Layout } from './workspace/layout';
import { EmptyView } from './views/placeholder-views';

const MODULES = {
	obsidian,
	'@codemirror/state': state,
	'@codemirror/view': view,
	'@codemirror/commands': commands,
};

/** Starts the app in the order in which plugins know it: plugin, files, notes, layout. */
async function start(): Promise<void> {
	installLanguageMembers();
	installElementBuilders();
	installNodeMembers();
	installEventMembers();
	watchPluginListeners();
	watchNodes();
	const chrome = drawChrome();
	const app = new App(MODULES, chrome.workspaceEl, chrome.statusBarEl);
	const host = new HostApi(app);
	window.host = host;
	guardLinks(href => host.unheardLinks.push(href));
	registerViews(app);
	addAppCommands(app);
	drawNavbar(app, chrome.navbarEl);
	addCodeBlockHandler('mermaid', drawMermaid);
	if (hostSettings().startPlugin) await host.enablePlugin(false);
	await app.vault.load();
	await restoreLayout(app);
	app.workspace.setLayoutReady();
	await app.metadataCache.whenQuiet();
}

function registerViews({ workspace }: App): void {
	const { views } = workspace;
	views.registerView('empty', leaf => new EmptyView(leaf));
	views.registerView('markdown', leaf => new MarkdownView(leaf));
	views.registerView('file-explorer', leaf => new FileExplorerView(leaf));
	views.registerExtensions(['md'], 'markdown');
	workspace.on('options-change', () => {
		for (const leaf of workspace.getLeavesOfType('markdown')) {
			if (leaf.view instanceof MarkdownView) updateExtensions(leaf.view.editor.cm);
		}
	});
}

async function restoreLayout({ vault, workspace }: App): Promise<void> {
	const path = `${vault.configDir}/workspace.json`;
	if (await vault.adapter.exists(path)) {
		await workspace.changeLayout(JSON.parse(await vault.adapter.read(path)) as Layout);
		return;
	}
	workspace.setActiveLeaf(workspace.getLeaf('tab'));
	await workspace.getLeftLeaf(false).setViewState({ type: 'file-explorer' });
}

/** The driver waits for it. */
Object.assign(window, { hostStarted: start() });
