import { expect, test } from '@jest/globals';
import { openHost } from './index';
import { hostsOfFile } from './in-jest';
import { smallPlugin } from './support/small-plugin';

const open = hostsOfFile();

test('ids and names of commands carry the plugin’s', async () => {
	const plugin = smallPlugin({
		onload: "this.addCommand({ id: 'do', name: 'Do it', callback: () => {} });",
		manifest: { id: 'my-plugin', name: 'My plugin' },
	});
	const host = await open({ plugin });
	const own = (await host.commands()).filter(({ id }) => id.startsWith('my-plugin'));
	expect(own).toEqual([{ id: 'my-plugin:do', name: 'My plugin: Do it' }]);
	expect(await host.runCommand('my-plugin:do')).toBe(true);
	expect(await host.runCommand('do')).toBe(false);
});

test('data is kept in data.json over a restart; a change by sync is told, its own is not', async () => {
	const plugin = smallPlugin({
		onload:
			'window.loaded = await this.loadData(); await this.saveData({ n: (window.loaded?.n ?? 0) + 1 });',
		members: 'async onExternalSettingsChange() { window.told = await this.loadData(); }',
	});
	const host = await open({ plugin });
	expect(await host.page.evaluate('loaded')).toBeNull();
	expect(await host.page.evaluate('window.told')).toBeUndefined();
	await host.writeOutside('.obsidian/plugins/small/data.json', '{"n": 41}');
	await host.page.waitForFunction('window.told?.n === 41');
	await host.reload();
	expect(await host.page.evaluate('loaded')).toEqual({ n: 41 });
});

test('a plugin that registers what it does leaves nothing behind', async () => {
	const plugin = smallPlugin({
		css: '.small { color: red; }',
		onload: `this.addCommand({ id: 'c', name: 'C', callback() {} });
			this.addRibbonIcon('x', 'X', () => {});
			this.addStatusBarItem().createSpan({ text: 's' });
			this.registerView('v', leaf => new o.ItemView(leaf));
			this.registerMarkdownPostProcessor(() => {});
			this.registerMarkdownCodeBlockProcessor('q', () => {});
			this.registerEvent(app.vault.on('modify', () => {}));
			this.registerDomEvent(window, 'resize', () => {});
			this.registerInterval(window.setInterval(() => {}, 1000));
			this.registerEditorExtension([]);
			this.registerCliHandler('small', 'd', null, () => 'x');
			this.registerBasesView('b', { name: 'B', factory: () => {} });
			const el = document.body.createDiv('mine'); this.register(() => el.remove());`,
	});
	const host = await open({ plugin });
	const css = (): Promise<boolean> =>
		host.page.evaluate(() => document.head.textContent.includes('.small {'));
	expect(await css()).toBe(true);
	expect(await host.leaksAfterDisabling()).toEqual([]);
	expect(await css()).toBe(false);
});

test('a plugin that does not is told on, line by line', async () => {
	const plugin = smallPlugin({
		onload: `app.commands.addCommand({ id: 'small:left', name: 'Left', callback() {} });
			app.vault.on('modify', () => {});
			window.addEventListener('resize', () => {});
			document.addEventListener('keydown', () => {}, true);
			document.body.onClickEvent(() => {});
			window.setInterval(() => {}, 1000);
			document.body.createDiv('left behind').createSpan('inner');
			document.head.appendChild(document.createElement('style'));
			document.body.addClass('small-on');
			app.workspace.leftRibbon.containerEl.createEl('button', 'in-ribbon');`,
	});
	const host = await open({ plugin });
	expect(await host.leaksAfterDisabling()).toEqual([
		'class of the body: small-on',
		'command: small:left',
		'element: button.in-ribbon in workspace-ribbon',
		expect.stringMatching(/^element: div\.left\.behind in theme-light/),
		'element: style in the document',
		'event: modify of Vault',
		'interval',
		'listener: auxclick on body',
		'listener: click on body',
		'listener: keydown on document',
		'listener: resize on window',
	]);
});

test('what the host does on behalf of a plugin is no leak, an open modal is', async () => {
	const plugin = smallPlugin({
		before: "class M extends o.Modal { onOpen() { this.contentEl.createDiv('in-modal'); } }",
		onload: "this.addCommand({ id: 'm', name: 'M', callback: () => new M(app).open() });",
	});
	const host = await open({ plugin, vault: { 'a.md': '# A' } });
	await host.openNote('a.md');
	await host.runCommand('small:m');
	await host.page.keyboard.press('Escape');
	expect(await host.leaksAfterDisabling()).toEqual([]);
	await host.enablePlugin();
	await host.runCommand('small:m');
	expect(await host.leaksAfterDisabling()).toEqual(['element: div.in-modal in modal-content']);
});

test('there is no Node: only obsidian and the editor can be required', async () => {
	const plugin = smallPlugin({
		onload: `window.answers = ['fs', 'electron', 'obsidian', '@codemirror/view'].map(id => {
			try { return typeof require(id); } catch (error) { return error.message; }
		});`,
	});
	const host = await open({ plugin });
	expect(await host.page.evaluate('answers')).toEqual([
		...["Cannot find module 'fs'", "Cannot find module 'electron'", 'object', 'object'],
	]);
});

test('errors, requests and dialogs of the page are collected, and closing tells what nobody asked for', async () => {
	const plugin = smallPlugin({
		onload: `this.addCommand({ id: 'bad', name: 'Bad', callback: () => {
			console.error('said');
			fetch('https://example.invalid/x').catch(() => {});
			setTimeout(() => { throw new Error('thrown'); });
		} });`,
	});
	const host = await openHost({ vault: {}, plugin });
	await host.runCommand('small:bad');
	await host.page.waitForTimeout(100);
	const errors = host.takeErrors().join('\n');
	expect(errors).toMatch(/console: said/);
	expect(errors).toMatch(/request: https:\/\/example.invalid\/x/);
	expect(errors).toMatch(/thrown/);
	await host.runCommand('small:bad');
	await host.page.waitForTimeout(50);
	await expect(host.close()).rejects.toThrow('thrown');
});

test('a plugin for a newer app is refused', async () => {
	const plugin = smallPlugin({ manifest: { minAppVersion: '99.0.0' } });
	await expect(openHost({ vault: {}, plugin })).rejects.toThrow('needs version 99.0.0');
	const old = smallPlugin({
		onload:
			"window.has = ['1.13.0', '1.13.1', '1.13.2', '1.9.9', '2.0.0'].map(v => o.requireApiVersion(v));",
	});
	const host = await open({ plugin: old });
	expect(await host.page.evaluate('has')).toEqual([true, true, false, true, false]);
});

test('handlers of the command line and views of bases are called', async () => {
	const plugin = smallPlugin({
		before: `class B extends o.BasesView {
			constructor(controller, el) { super(controller); this.type = 'b'; this.el = el; }
			onDataUpdated() { this.el.setText(this.data.data.map(e => e.file.basename + '=' + e.getValue('note.n')).join(' ')); }
		}`,
		onload: `this.registerCliHandler('small:count', 'Counts', { of: { description: 'What', required: true } }, params => 'counted ' + params.of);
			this.registerBasesView('b', { name: 'B', icon: 'x', factory: (controller, el) => new B(controller, el) });`,
	});
	const host = await open({
		plugin,
		vault: { 'p.md': '---\nn: 3\n---\n', 'q.md': '---\nn: 四\n---\n' },
	});
	expect(await host.invokeCli('small:count', { of: 'x' })).toBe('counted x');
	await expect(host.invokeCli('small:count')).rejects.toThrow('Missing required parameter: of');
	await host.openBasesView('b', ['p.md', 'q.md'], { properties: ['note.n'] });
	expect(await host.page.locator('.bases-view').textContent()).toBe('p=3 q=四');
});
