import { expect, test } from '@jest/globals';
import { hostsOfFile } from './in-jest';
import { smallPlugin } from './support/small-plugin';

const declared = smallPlugin({
	before: `class Tab extends o.PluginSettingTab {
		getSettingDefinitions() {
			const { settings } = this.plugin;
			return [
				{ name: 'Switch', desc: 'on or off', control: { type: 'toggle', key: 'on' } },
				{ name: 'Folder', aliases: ['directory'], control: { type: 'folder', key: 'folder', includeRoot: true } },
				{ type: 'group', heading: 'More', items: [
					{ name: 'Size', visible: () => settings.on, control: { type: 'number', key: 'size', defaultValue: 5, validate: value => value > 9 ? 'too large' : undefined } },
					{ name: 'Kind', control: { type: 'dropdown', key: 'kind', options: { a: 'First', b: 'Second' } } },
					{ name: 'Press', action: () => { window.pressed = true; } },
					{ name: 'Own', render: setting => { setting.addText(text => text.setValue('own')); return () => { window.cleaned = true; }; } },
				] },
				{ type: 'list', heading: 'Words', items: settings.words.map(name => ({ name })), emptyState: 'none',
					onDelete: index => { settings.words.splice(index, 1); this.update(); } },
				{ type: 'page', name: 'Deeper', displayValue: 'v', items: [{ name: 'Inside', control: { type: 'text', key: 'inside' } }] },
			];
		}
	}`,
	onload: `this.settings = Object.assign({ on: false, words: ['x', 'y'] }, await this.loadData());
		const tab = new Tab(app, this);
		this.addSettingTab(tab);
		window.tab = tab;`,
});

const open = hostsOfFile({ plugin: declared, vault: { 'sub/a.md': '' } });
const DATA = '.obsidian/plugins/small/data.json';

test('declared settings are drawn, and what is chosen is in data.json', async () => {
	const host = await open();
	const { page } = host;
	expect(await host.openSettings('small')).toBe(true);
	await page.locator('.checkbox-container').click();
	await page.locator('select').selectOption('b');
	await page.locator('.setting-item', { hasText: 'Press' }).click();
	await page.locator('.setting-item', { hasText: 'Folder' }).locator('input').click();
	await page.locator('.suggestion-container .suggestion-item', { hasText: 'sub' }).click();
	await page.waitForFunction(() => Reflect.get(window, 'pressed') === true);
	expect(JSON.parse(await host.text(DATA))).toEqual({
		on: true,
		words: ['x', 'y'],
		kind: 'b',
		folder: 'sub',
	});
});

test('what shall not be seen is not, a wrong value is refused with words', async () => {
	const host = await open();
	const { page } = host;
	await host.openSettings('small');
	expect(await page.getByText('Size').count()).toBe(0);
	await page.locator('.checkbox-container').click();
	await page.evaluate('tab.update()');
	expect(await page.evaluate('cleaned')).toBe(true);
	const size = page.locator('.setting-item', { hasText: 'Size' });
	await size.locator('input').fill('12');
	await size.getByText('too large').waitFor();
	expect(JSON.parse(await host.text(DATA))).not.toHaveProperty('size');
	await size.locator('input').fill('7');
	await page.waitForFunction(() => !document.querySelector('.setting-item-error'));
	expect(JSON.parse(await host.text(DATA))).toHaveProperty('size', 7);
});

test('lists lose what is deleted, pages open and close, a search finds all of them', async () => {
	const host = await open();
	const { page } = host;
	await host.openSettings('small');
	for (const name of ['x', 'y']) {
		await page
			.locator('.setting-item')
			.filter({ hasText: new RegExp(`^${name}$`) })
			.getByLabel('Delete')
			.click();
	}
	await page.getByText('none').waitFor();
	await page.locator('.mod-page', { hasText: 'Deeper' }).click();
	await page.locator('.setting-item', { hasText: 'Inside' }).locator('input').fill('在里面');
	await page.getByLabel('Back').click();
	await page.locator('.mod-page').waitFor();
	expect(JSON.parse(await host.text(DATA))).toHaveProperty('inside', '在里面');
	const found = await page.evaluate(() =>
		['directory', 'inside'].map(query => window.app.setting.search(query)),
	);
	expect(found).toEqual([['Folder'], ['Inside']]);
});

test('a tab that declares nothing draws itself with working controls', async () => {
	const plugin = smallPlugin({
		before: `class Tab extends o.PluginSettingTab {
			display() {
				const log = window.log = [];
				this.containerEl.empty();
				new o.Setting(this.containerEl).setName('All').setDesc('of them')
					.addText(c => c.setPlaceholder('text').onChange(v => log.push(v)))
					.addToggle(c => c.setValue(true).onChange(v => log.push(v)))
					.addSlider(c => c.setLimits(0, 10, 1).setValue(3).onChange(v => log.push(v)))
					.addDropdown(c => c.addOption('k', 'v').addOption('l', 'w').onChange(v => log.push(v)))
					.addExtraButton(c => c.setIcon('x').setTooltip('Reset').onClick(() => log.push('extra')))
					.addButton(c => c.setButtonText('Do').setCta().onClick(() => log.push('button')));
			}
			hide() { window.hidden = true; }
		}`,
		onload: 'this.addSettingTab(new Tab(app, this));',
	});
	const host = await open({ plugin, theme: 'dark' });
	const { page } = host;
	await host.openSettings('small');
	await page.getByPlaceholder('text').fill('z');
	await page.locator('.checkbox-container').click();
	await page.locator('.slider').press('ArrowRight');
	await page.locator('select').selectOption('l');
	await page.getByLabel('Reset').click();
	await page.getByText('Do', { exact: true }).click();
	expect(await page.evaluate('log')).toEqual(['z', false, 4, 'l', 'extra', 'button']);
	await page.keyboard.press('Escape');
	expect(await page.evaluate('hidden')).toBe(true);
});
