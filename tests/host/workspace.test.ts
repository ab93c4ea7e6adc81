import { expect, test } from '@jest/globals';
import { hostsOfFile } from './in-jest';
import { smallPlugin } from './support/small-plugin';

const VIEW = `class Board extends o.ItemView {
	getViewType() { return 'board'; }
	getDisplayText() { return 'Board'; }
	getState() { return { page: this.page ?? 0 }; }
	async setState(state) { this.page = state.page; this.contentEl.setText('page ' + this.page); }
	async onOpen() { window.opened = (window.opened ?? 0) + 1; }
	async onClose() { window.closings = (window.closings ?? 0) + 1; }
}`;

const board = smallPlugin({
	before: VIEW,
	onload: "this.registerView('board', leaf => new Board(leaf));",
});
const open = hostsOfFile({
	plugin: board,
	vault: { 'a.md': '# A\n[[b#Part]]', 'b.md': '# B\n## Part' },
});

test('the layout is ready after the plugin and the files, and onLayoutReady waits for it', async () => {
	const plugin = smallPlugin({
		onload: `window.log = ['onload ' + app.vault.getFiles().length];
			app.vault.on('create', file => window.log.push('create ' + file.path));
			app.workspace.onLayoutReady(() => window.log.push('ready ' + app.vault.getFiles().length));`,
	});
	const { page } = await open({ plugin });
	expect(await page.evaluate('log')).toEqual(['onload 0', 'create a.md', 'create b.md', 'ready 2']);
});

test('getLeaf gives the same leaf, a new tab or a split', async () => {
	const host = await open();
	await host.openNote('a.md');
	const counts = await host.page.evaluate(() => {
		const { workspace } = window.app;
		const same = workspace.getLeaf(false) === workspace.activeLeaf;
		const tab = workspace.getLeaf('tab');
		const split = workspace.getLeaf('split');
		const groups = document.querySelectorAll('.mod-root .workspace-tabs').length;
		return [
			same,
			tab === workspace.activeLeaf,
			tab.parent === workspace.activeLeaf?.parent,
			split.parent === tab.parent,
			groups,
		];
	});
	expect(counts).toEqual([true, false, true, false, 2]);
});

test('a click on a tab makes its leaf active; its cross closes it', async () => {
	const host = await open();
	await host.openNote('a.md');
	await host.openNote('b.md', { newTab: true });
	const active = (): Promise<string | undefined> =>
		host.page.evaluate(() => window.app.workspace.getActiveFile()?.path);
	expect(await active()).toBe('b.md');
	await host.page.locator('.mod-root .workspace-tab-header', { hasText: 'a' }).first().click();
	expect(await active()).toBe('a.md');
	await host.page.locator('.mod-root .workspace-tab-header.is-active [aria-label="Close"]').click();
	expect(await active()).toBe('b.md');
});

test('a new active leaf and a new file are told, each once', async () => {
	const host = await open();
	await host.page.evaluate(() => {
		const log: string[] = [];
		const { workspace } = window.app;
		workspace.on('file-open', (file: { path: string } | null) => log.push(`file ${file?.path}`));
		workspace.on('active-leaf-change', () => log.push('leaf'));
		Object.assign(window, { log });
	});
	await host.openNote('a.md');
	await host.page.waitForFunction('log.includes("file a.md")');
	await host.openNote('b.md');
	await host.page.waitForFunction('log.includes("file b.md")');
	const log = await host.page.evaluate<string[]>('log');
	expect(log.filter(line => line.startsWith('file'))).toEqual(['file a.md', 'file b.md']);
});

test('a link that is clicked opens its note at its part, with Ctrl in a tab', async () => {
	const host = await open();
	await host.openNote('a.md', { mode: 'preview' });
	const link = host.page.locator('a.internal-link');
	await link.click({ modifiers: ['Control'] });
	await host.page.waitForFunction(() => window.app.workspace.getActiveFile()?.path === 'b.md');
	const tabs = await host.page.locator('.mod-root .workspace-tab-header').allTextContents();
	expect(tabs).toEqual(['a', 'b']);
	const line = await host.page.evaluate(
		() => window.app.workspace.activeEditor?.editor?.getCursor().line,
	);
	expect(line).toBe(1);
	expect(await host.unheardLinks()).toEqual([]);
});

test('a view of a plugin goes to the side, once, and shows', async () => {
	const host = await open();
	const same = await host.page.evaluate(async () => {
		const { workspace } = window.app;
		const first = await workspace.ensureSideLeaf('board', 'right', { state: { page: 3 } });
		const second = await workspace.ensureSideLeaf('board', 'right');
		return first === second && !workspace.rightSplit.collapsed;
	});
	expect(same).toBe(true);
	expect(await host.page.locator('[data-type=board] .view-content').textContent()).toBe('page 3');
});

test('after a restart the layout is back, and views that nobody sees wait', async () => {
	const host = await open();
	await host.openNote('a.md', { mode: 'preview' });
	await host.page.evaluate(async () => {
		const { workspace } = window.app;
		await workspace.getLeaf('tab').setViewState({ type: 'board', state: { page: 7 } });
		const file = window.app.vault.getFileByPath('b.md');
		if (file) await workspace.getLeaf('split').openFile(file);
	});
	await host.reload();
	const restored = await host.page.evaluate(() => {
		const { workspace } = window.app;
		const [leaf] = workspace.getLeavesOfType('board');
		const notes = workspace.getLeavesOfType('markdown');
		return {
			active: workspace.getActiveFile()?.path,
			deferred: leaf?.isDeferred,
			state: leaf?.getViewState().state,
			opened: Reflect.get(window, 'opened') as unknown,
			notes: notes.map(({ view }) => view.getState()),
		};
	});
	expect(restored).toEqual({
		active: 'b.md',
		deferred: true,
		state: { page: 7 },
		opened: undefined,
		notes: [
			{ file: 'a.md', mode: 'preview', source: false },
			{ file: 'b.md', mode: 'source', source: false },
		],
	});
	await host.page.locator('.workspace-tab-header[data-type=board]').click();
	await host.page.getByText('page 7').waitFor();
	expect(await host.page.evaluate('opened')).toBe(1);
});

test('a view whose plugin goes away gives its place to a placeholder and comes back with it', async () => {
	const host = await open();
	await host.page.evaluate(() =>
		window.app.workspace
			.getLeaf('tab')
			.setViewState({ type: 'board', active: true, state: { page: 2 } }),
	);
	await host.disablePlugin();
	await host.page.getByText('Plugin no longer active').last().waitFor();
	expect(await host.page.evaluate('closings')).toBe(1);
	await host.enablePlugin();
	await host.page.getByText('page 2').waitFor();
});

test('a phone shows one tab and its sides slide over it', async () => {
	const host = await open({ mobile: true });
	await host.openNote('a.md');
	await host.openNote('b.md', { newTab: true });
	const state = await host.page.evaluate(() => ({
		classes: ['is-mobile', 'is-phone'].every(name => document.body.classList.contains(name)),
		groups: document.querySelectorAll('.mod-root .workspace-tabs').length,
		split:
			window.app.workspace.getLeaf('split').parent === window.app.workspace.rootSplit.children[0],
		leaves: Array.from(document.querySelectorAll<HTMLElement>('.mod-root .workspace-leaf')).filter(
			element => element.offsetParent !== null,
		).length,
	}));
	expect(state).toEqual({ classes: true, groups: 1, split: true, leaves: 1 });
	await host.page.getByLabel('Expand left sidebar').tap();
	await host.page.locator('.workspace-drawer .nav-file-title', { hasText: 'a' }).tap();
	await host.page.waitForFunction(() => window.app.workspace.getActiveFile()?.path === 'a.md');
	expect(await host.page.locator('.workspace-drawer').first().isVisible()).toBe(false);
});

test('the keys of a view are heard while it is in front, wherever the focus is, and not behind a modal', async () => {
	const plugin = smallPlugin({
		before: VIEW,
		onload: `window.heard = [];
			this.registerView('board', leaf => {
				const view = new Board(leaf);
				view.scope = new o.Scope(app.scope);
				view.scope.register(['Mod'], 'Enter', event => { window.heard.push(event.repeat); return false; });
				return view;
			});`,
	});
	const { page } = await open({ plugin });
	const heard = (): Promise<unknown> => page.evaluate('heard');
	const show = (type: string): Promise<void> =>
		page.evaluate(
			wanted => window.app.workspace.getLeaf('tab').setViewState({ type: wanted, active: true }),
			type,
		);
	await show('board');
	await page.keyboard.down('Control');
	await page.keyboard.down('Enter');
	await page.keyboard.down('Enter');
	await page.keyboard.up('Enter');
	await page.keyboard.up('Control');
	expect(await heard()).toEqual([false, true]);
	await page.keyboard.press('Control+p');
	await page.keyboard.press('Control+Enter');
	await page.keyboard.press('Escape');
	await show('empty');
	await page.keyboard.press('Control+Enter');
	expect(await heard()).toEqual([false, true]);
});

test('what the plugin reads is known, and what the app reads for itself is not taken for it', async () => {
	const plugin = smallPlugin({
		onload: `this.addCommand({ id: 'read', name: 'Read', callback: () => app.vault.cachedRead(app.vault.getFileByPath('a.md')) });`,
	});
	const host = await open({ plugin });
	await host.openNote('b.md');
	await host.whenQuiet();
	expect(await host.readByPlugin()).toEqual([]);
	const [command] = await host.commands().then(all => all.filter(({ id }) => id.endsWith(':read')));
	await host.runCommand(command?.id ?? '');
	expect(await host.readByPlugin()).toEqual(['a.md']);
});
