// From an empty vault to the first question, on the built plugin in Chromium.
import { expect, test } from '@jest/globals';
import { hostsOfFile } from '../host/in-jest';
import vaultTemplates from '../support/vault-template';
import { en, InterviewScreen, PLUGIN, zh } from './support/interview-screen';

const open = hostsOfFile({ plugin: PLUGIN, date: '2026-11-20T21:04:00Z' });
const FLINK = '技术/流计算/Flink.md';

const languages = [
	['zh', zh],
	['en', en],
] as const;

test.each(languages)('the palette lists in %s what needs no note of ours', async (language, t) => {
	const host = await open({ language, vault: { 'other.md': '' } });
	await host.openNote('other.md');
	const names = await host.searchPalette('Stackbook');
	for (const key of ['install', 'start-interview', 'compare', 'next-open'] as const) {
		expect(names).toContain(`Stackbook: ${t(`plugin.command.${key}`)}`);
	}
	for (const key of ['interview', 'continue-interview', 'mark-solid'] as const) {
		expect(names).not.toContain(`Stackbook: ${t(`plugin.command.${key}`)}`);
	}
});

test('a note of ours offers the interview, a place in a question its statuses', async () => {
	const text = vaultTemplates.zh?.[FLINK] ?? '';
	const host = await open({ language: 'zh', vault: { [`Stackbook/${FLINK}`]: text } });
	await host.openNote(`Stackbook/${FLINK}`, { mode: 'source' });
	await host.whenQuiet();
	await host.type(
		'',
		text.split('\n').findIndex(line => line.startsWith('- [ ]')),
		0,
	);
	const names = await host.searchPalette('Stackbook');
	for (const key of ['interview', 'interview-on-category', 'mark-solid', 'mark-open'] as const) {
		expect(names).toContain(`Stackbook: ${zh(`plugin.command.${key}`)}`);
	}
});

test.each(languages)(
	'the notes are installed by keys and a click in %s, and the interview begins',
	async (language, t) => {
		const template = vaultTemplates.zh ?? {};
		const host = await open({ language, vault: { '笔记/首页.md': '我的' } });
		const { page } = host;
		const dialog = page.getByRole('dialog');
		const screen = new InterviewScreen(host);
		await host.runCommand('stackbook:start-interview');
		await screen.says(t('plugin.note.no-notes'));
		await page.keyboard.press('Control+p');
		await page.keyboard.type(t('plugin.command.install'));
		await page.keyboard.press('Enter');
		await dialog.getByLabel(t('plugin.install.folder')).fill('笔记');
		await dialog.getByRole('button', { name: t('plugin.install.confirm') }).click();
		await dialog.waitFor({ state: 'detached', timeout: 20_000 });
		const paths = await host.paths();
		const written = Object.keys(template).filter(path => !path.startsWith('.')).length - 1;
		expect(await host.notices()).toEqual([t('plugin.install.done', { folder: '笔记', written })]);
		expect(paths).toHaveLength(written + 1);
		expect(await host.text('笔记/首页.md')).toBe('我的');
		expect(await host.text(`笔记/${FLINK}`)).toBe(template[FLINK]);
		const settings: unknown = JSON.parse(await host.text('.obsidian/plugins/stackbook/data.json'));
		expect(settings).toEqual({ folder: '笔记' });
		// The start screen was there before its notes and its folder were.
		await screen.button(t('plugin.interview.start')).and(page.locator(':enabled')).waitFor();
		await screen.beginOn(`笔记/${FLINK}`);
		await screen.button(t('plugin.interview.reveal')).click();
		await screen.view.getByRole('heading', { name: t('plugin.interview.answer') }).waitFor();
	},
);

test('a name that cannot be a folder installs nothing', async () => {
	const host = await open();
	const dialog = host.page.getByRole('dialog');
	await host.runCommand('stackbook:install-notes');
	await dialog.getByLabel(en('plugin.install.folder')).fill('a:b');
	await dialog.getByText(en('plugin.install.invalid-folder')).waitFor();
	expect(
		await dialog.getByRole('button', { name: en('plugin.install.confirm') }).isDisabled(),
	).toBe(true);
	await host.page.keyboard.press('Enter');
	await dialog.getByRole('button', { name: en('plugin.cancel') }).click();
	expect(await host.paths()).toEqual([]);
});

test('the settings are drawn from what is declared, and kept', async () => {
	const host = await open({ language: 'zh', vault: { '技术/a.md': '' } });
	const { page } = host;
	await host.openSettings('stackbook');
	const folder = page.locator('.setting-item', { hasText: zh('plugin.setting.folder') });
	await folder.locator('input').fill('技术');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	const settings: unknown = JSON.parse(await host.text('.obsidian/plugins/stackbook/data.json'));
	expect(settings).toEqual({ folder: '技术' });
});
