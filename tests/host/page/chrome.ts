import { hostSettings } from './base/host-settings';
import { Platform } from './base/platform';
import type { App } from './app';
import { CommandPalette } from './plugin/command-palette';
import { QuickSwitcher } from './plugin/quick-switcher';
import { setIcon } from './ui/icons';
import { Menu } from './ui/menu';
import { MarkdownView } from './views/markdown-view';

/** The frame around the workspace. */
export interface Chrome {
	readonly workspaceEl: HTMLElement;
	readonly statusBarEl: HTMLElement;
	readonly navbarEl: HTMLElement;
}

/** Draws the frame and gives the body the classes that styles look at. */
export function drawChrome(): Chrome {
	const { theme } = hostSettings();
	const { body } = document;
	body.addClass(`theme-${theme}`);
	body.toggleClass('is-mobile', Platform.isMobile);
	body.toggleClass('is-phone', Platform.isPhone);
	body.toggleClass('is-tablet', Platform.isTablet);
	body.toggleClass('is-android', Platform.isAndroidApp);
	body.toggleClass('mod-linux', Platform.isLinux);
	const container = body.createDiv('app-container');
	const workspaceEl = container.createDiv('horizontal-main-container').createDiv('workspace');
	const statusBarEl = container.createDiv('status-bar');
	const navbarEl = container.createDiv('mobile-navbar');
	navbarEl.toggle(Platform.isMobile);
	statusBarEl.toggle(!Platform.isMobile);
	return { workspaceEl, statusBarEl, navbarEl };
}

/** The bar at the bottom of a mobile. */
export function drawNavbar(app: App, navbarEl: HTMLElement): void {
	const { workspace } = app;
	const actions: [string, string, (event: MouseEvent) => void][] = [
		['menu', 'Expand left sidebar', () => workspace.leftSplit.toggle()],
		['search', 'Open quick switcher', () => new QuickSwitcher(app).open()],
		['plus', 'New tab', () => workspace.setActiveLeaf(workspace.getLeaf('tab'))],
		['list', 'Tabs', showTabs],
		['terminal', 'Open command palette', () => new CommandPalette(app).open()],
		['panel-right', 'Expand right sidebar', () => workspace.rightSplit.toggle()],
	];
	for (const [icon, label, run] of actions) {
		const button = navbarEl.createEl('button', {
			cls: 'mobile-navbar-action clickable-icon',
			attr: { 'aria-label': label },
		});
		setIcon(button, icon);
		button.addEventListener('click', run);
	}
	function showTabs(event: MouseEvent): void {
		const menu = new Menu();
		workspace.iterateRootLeaves(leaf => {
			menu.addItem(item =>
				item
					.setTitle(leaf.getDisplayText())
					.onClick(() => void workspace.revealLeaf(leaf).then(() => workspace.setActiveLeaf(leaf))),
			);
		});
		menu.showAtMouseEvent(event);
	}
}

/** The few commands that the app has here of its own. */
export function addAppCommands(app: App): void {
	const { commands, workspace } = app;
	const chinese = app.isChinese;
	commands.addCommand({
		id: 'command-palette:open',
		name: chinese ? '命令面板: 打开命令面板' : 'Command palette: Open command palette',
		hotkeys: [{ modifiers: ['Mod'], key: 'p' }],
		callback: () => new CommandPalette(app).open(),
	});
	commands.addCommand({
		id: 'switcher:open',
		name: chinese ? '快速切换: 打开快速切换' : 'Quick switcher: Open quick switcher',
		hotkeys: [{ modifiers: ['Mod'], key: 'o' }],
		callback: () => new QuickSwitcher(app).open(),
	});
	commands.addCommand({
		id: 'app:open-settings',
		name: chinese ? '打开设置' : 'Open settings',
		hotkeys: [{ modifiers: ['Mod'], key: ',' }],
		callback: () => app.setting.open(),
	});
	commands.addCommand({
		id: 'markdown:toggle-preview',
		name: chinese ? '切换阅读视图' : 'Toggle reading view',
		hotkeys: [{ modifiers: ['Mod'], key: 'e' }],
		checkCallback: checking => {
			const view = workspace.getActiveViewOfType(MarkdownView);
			if (view && !checking) void view.toggleMode();
			return view !== null;
		},
	});
}
