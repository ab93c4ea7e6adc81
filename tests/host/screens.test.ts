import { expect, test } from '@jest/globals';
import { hostsOfFile } from './in-jest';
import type { ObsidianModule } from './support/obsidian-module';
import { smallPlugin } from './support/small-plugin';

const screens = smallPlugin({
	before: `class Ask extends o.Modal {
		onOpen() {
			this.setTitle('Ask');
			new o.Setting(this.contentEl).setName('Name').addText(text => text.onChange(value => { window.typed = value; }));
			new o.Setting(this.contentEl).addButton(button => button.setButtonText('Go').onClick(() => { window.went = (window.went ?? 0) + 1; }));
			this.scope.register(['Mod'], 'Enter', () => { window.sent = true; return false; });
		}
		onClose() { window.closings = (window.closings ?? 0) + 1; this.contentEl.empty(); }
	}
	class Pick extends o.FuzzySuggestModal {
		getItems() { return ['alpha', 'beta', '数据流', 'gamma']; }
		getItemText(item) { return item; }
		onChooseItem(item) { window.picked = item; }
	}`,
	onload: `this.addCommand({ id: 'ask', name: 'Ask', callback: () => new Ask(app).open() });
		this.addCommand({ id: 'pick', name: 'Pick', callback: () => new Pick(app).open(), hotkeys: [{ modifiers: ['Mod', 'Shift'], key: 'k' }] });
		this.addCommand({ id: 'never', name: 'Never', checkCallback: () => false });
		this.addRibbonIcon('dice', 'Roll', () => new o.Notice('rolled'));
		this.addStatusBarItem().setText('42 words');
		this.registerEvent(app.workspace.on('file-menu', (menu, file) => {
			menu.addItem(item => item.setTitle('First').setDisabled(true));
			menu.addItem(item => item.setTitle('Second ' + file.path).setIcon('file').onClick(() => { window.chosen = file.path; }));
		}));`,
});

const open = hostsOfFile({ plugin: screens, vault: { 'a.md': 'text' } });

test('a modal is in front, has the keys, and gives the focus back', async () => {
	const host = await open();
	const { page } = host;
	await host.openNote('a.md');
	await host.type('');
	await host.runCommand('small:ask');
	await page.getByRole('dialog').waitFor();
	await page.keyboard.press('Control+p');
	expect(await page.locator('.prompt').count()).toBe(0);
	await page.keyboard.press('Tab');
	await page.keyboard.type('名字');
	expect(await page.evaluate('typed')).toBe('名字');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	expect(await page.evaluate('went')).toBe(2);
	await page.keyboard.press('Control+Enter');
	expect(await page.evaluate('sent')).toBe(true);
	await page.keyboard.press('Escape');
	expect(await page.locator('.modal').count()).toBe(0);
	expect(await page.evaluate('closings')).toBe(1);
	await page.keyboard.type('!');
	expect(await host.editorText()).toBe('!text');
});

test('a modal closes by its cross and by a click beside it', async () => {
	const { page, ...host } = await open();
	void host;
	for (const close of ['.modal-close-button', '.modal-bg']) {
		await page.evaluate(() => window.host.runCommand('small:ask'));
		await page.locator(close).click({ position: { x: 5, y: 5 } });
		expect(await page.locator('.modal').count()).toBe(0);
	}
	expect(await page.evaluate('closings')).toBe(2);
});

test('suggestions are searched, and chosen by keys or a click', async () => {
	const { page } = await open();
	await page.keyboard.press('Control+Shift+K');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	expect(await page.evaluate('picked')).toBe('beta');
	await page.keyboard.press('Control+Shift+K');
	await page.keyboard.type('gm');
	expect(await page.locator('.suggestion-item').allTextContents()).toEqual(['gamma']);
	await page.locator('.prompt-input').fill('nothing');
	await page.getByText('No match found.').waitFor();
	await page.locator('.prompt-input').fill('流');
	await page.locator('.suggestion-item').click();
	expect(await page.evaluate('picked')).toBe('数据流');
});

test('the palette offers what can be run now and runs it', async () => {
	const host = await open({ language: 'zh' });
	expect(await host.searchPalette('Small')).toEqual(['Small: Ask', 'Small: Pick']);
	await host.page.keyboard.press('Control+p');
	await host.page.keyboard.type('small ask');
	await host.page.keyboard.press('Enter');
	expect(await host.page.locator('.modal-title').textContent()).toBe('Ask');
});

test('the ribbon, the status bar and notices are on the screen', async () => {
	const host = await open();
	await host.page.getByLabel('Roll').click();
	expect(await host.page.locator('.notice').textContent()).toBe('rolled');
	expect(await host.page.locator('.status-bar').textContent()).toBe('42 words');
	await host.page.locator('.notice').click();
	expect(await host.page.locator('.notice').count()).toBe(0);
	expect(await host.notices()).toEqual(['rolled']);
});

test('a notice goes away by itself', async () => {
	const { page } = await open();
	await page.evaluate(() => {
		const { Notice } = Reflect.get(window, 'o') as ObsidianModule;
		new Notice('short', 100);
		new Notice('stays', 0);
	});
	await page.waitForTimeout(250);
	expect(await page.locator('.notice').allTextContents()).toEqual(['stays']);
});

test('a menu opens at a click with the other button and obeys the keys', async () => {
	const { page } = await open();
	await page.locator('.nav-file-title').click({ button: 'right' });
	expect(await page.locator('.menu-item').allTextContents()).toEqual(['First', 'Second a.md']);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	expect(await page.evaluate('chosen')).toBe('a.md');
	await page.locator('.nav-file-title').click({ button: 'right' });
	await page.locator('.view-content').last().click();
	expect(await page.locator('.menu').count()).toBe(0);
});

test('on a mobile the status bar is away and commands are a tap away', async () => {
	const { page } = await open({ mobile: true });
	expect(await page.locator('.status-bar').isVisible()).toBe(false);
	await page.getByLabel('Open command palette').tap();
	await page.locator('.suggestion-item', { hasText: 'Small: Ask' }).tap();
	expect(await page.locator('.modal-title').textContent()).toBe('Ask');
});
