/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, afterEach, expect, test } from '@jest/globals';
import vaultTemplates from '../support/vault-template';
import { buildPlugin } from './support/built-plugin';
import { startHost, until } from './support/obsidian-like-host';
import type { ObsidianLikeHost } from './support/obsidian-like-host';

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => document.body.replaceChildren());

const FOLDER = 'Stackbook';
const TEMPLATE = Object.entries(vaultTemplates.zh ?? {}).filter(
	([path]) => !path.startsWith('.obsidian/'),
);

/** What is written for a shipped file: a canvas names its notes by their paths in the vault. */
function installed([path, text]: readonly [string, string]): string {
	return path.endsWith('.canvas') ? text.replaceAll('"file":"', `"file":"${FOLDER}/`) : text;
}

/** Path → text of all files. */
function filesOf(host: ObsidianLikeHost): Record<string, string> {
	return Object.fromEntries(host.app.vault.getFiles().map(({ path }) => [path, host.text(path)]));
}

interface InstallScreen {
	readonly input: HTMLInputElement;
	readonly text: () => string;
	readonly confirm: HTMLButtonElement;
}

/** Waits until it is said what would be written, or why nothing can be. */
async function openInstall(host: ObsidianLikeHost, folder?: string): Promise<InstallScreen> {
	host.run('install-notes');
	const input = document.querySelector('input');
	const confirm = document.querySelector('button');
	if (!input || !confirm) throw new Error('The modal shows no input');
	if (folder !== undefined) {
		input.value = folder;
		input.dispatchEvent(new Event('input'));
	}
	const text = (): string => document.body.textContent ?? '';
	await until(() => !/Looking at|正在查看/.test(text()));
	return { input, confirm, text };
}

async function install(host: ObsidianLikeHost, folder?: string): Promise<void> {
	const before = host.notices.length;
	(await openInstall(host, folder)).confirm.click();
	await until(() => host.notices.length > before);
}

function restoreBox(): HTMLInputElement {
	const box = document.querySelector<HTMLInputElement>('input[type=checkbox]');
	if (!box) throw new Error('Nothing is offered to come back');
	return box;
}

test('writes the notes of the template, its bases and its canvas, and no other file', async () => {
	const host = await startHost(built);
	await install(host);
	expect(TEMPLATE.length).toBeGreaterThan(30);
	expect(filesOf(host)).toEqual(
		Object.fromEntries(TEMPLATE.map(file => [`${FOLDER}/${file[0]}`, installed(file)])),
	);
	expect(host.app.vault.getFiles().length).toBe(TEMPLATE.length);
	expect(host.notices).toEqual([`Wrote ${TEMPLATE.length} files to “Stackbook”.`]);
	expect(document.querySelector('.modal-container')).toBeNull();
	// The default folder was right already.
	expect(host.saved).toEqual([]);
});

test('counts before it writes, and installs into the folder that was chosen', async () => {
	const host = await startHost(built, { language: 'zh' });
	const screen = await openInstall(host, '知识库/大数据/');
	expect(screen.text()).toContain(
		`将向“知识库/大数据”写入 ${TEMPLATE.length} 个文件，0 个文件保持原样。`,
	);
	expect(host.app.vault.getFiles()).toEqual([]);
	screen.confirm.click();
	await until(() => host.notices.length > 0);
	expect(Object.keys(filesOf(host)).every(path => path.startsWith('知识库/大数据/'))).toBe(true);
	expect(host.saved).toEqual([{ folder: '知识库/大数据' }]);
});

test('never overwrites, and goes on where it stopped', async () => {
	const [first = ['', ''], second = ['', '']] = TEMPLATE;
	const mine = { [`Stackbook/${first[0]}`]: 'my own', [`Stackbook/${second[0]}`]: '' };
	const host = await startHost(built, { files: mine });
	const { vault } = host.app;
	const create = vault.create.bind(vault);
	let left = 5;
	vault.create = (...args) =>
		left-- > 0 ? create(...args) : Promise.reject(new Error('disk full'));
	await install(host);
	expect(host.notices).toEqual([
		expect.stringMatching(/^Stopped at .+: disk full\. 5 files were written/),
	]);
	expect(host.saved).toEqual([]);
	vault.create = create;
	await install(host);
	expect(filesOf(host)).toEqual({
		...Object.fromEntries(TEMPLATE.map(file => [`${FOLDER}/${file[0]}`, installed(file)])),
		...mine,
	});
	const again = filesOf(host);
	await install(host);
	expect(filesOf(host)).toEqual(again);
	expect(host.notices.at(-1)).toBe('Wrote 0 files to “Stackbook”.');
});

test('leaves alone what a sync tool brings while it installs', async () => {
	const host = await startHost(built);
	const { vault } = host.app;
	const create = vault.create.bind(vault);
	const last = `Stackbook/${TEMPLATE.at(-1)?.[0] ?? ''}`;
	const folder = last.slice(0, last.lastIndexOf('/'));
	vault.create = async (path, ...rest) => {
		if (!vault.getFolderByPath(folder)) await vault.createFolder(folder);
		if (!vault.getFileByPath(last)) await create(last, 'from another device');
		return create(path, ...rest);
	};
	await install(host);
	expect(host.notices).toEqual([`Wrote ${TEMPLATE.length - 1} files to “Stackbook”.`]);
	expect(host.text(last)).toBe('from another device');
});

test('takes Enter for yes, but not the Enter that ends a Chinese word', async () => {
	const host = await startHost(built);
	const { input } = await openInstall(host, '大数据');
	const enter = (isComposing: boolean): boolean =>
		input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing, bubbles: true }));
	enter(true);
	expect(document.querySelector('.modal-container')).not.toBeNull();
	expect(host.app.vault.getFiles()).toEqual([]);
	enter(false);
	enter(false);
	await until(() => host.notices.length > 0);
	expect(host.notices).toEqual([`Wrote ${TEMPLATE.length} files to “大数据”.`]);
});

test('refuses names that are no folder, and writes nothing when it is cancelled', async () => {
	const host = await startHost(built);
	for (const folder of ['../out', 'a:b', '.obsidian', 'trailing.']) {
		const screen = await openInstall(host, folder);
		expect(screen.confirm.disabled).toBe(true);
		screen.confirm.click();
		document.querySelectorAll('button')[1]?.click();
		expect(document.querySelector('.modal-container')).toBeNull();
	}
	expect(host.app.vault.getFiles()).toEqual([]);
});

const installedFiles = Object.fromEntries(
	TEMPLATE.map(file => [`${FOLDER}/${file[0]}`, installed(file)]),
);
const HOME = `${FOLDER}/首页.md`;
const GONE = `${FOLDER}/技术/流计算/Flink.md`;
const MOVED = `${FOLDER}/技术/消息队列/Kafka.md`;

/** An installed vault in which the reader deleted a note, moved another and renamed the home note. */
function livedIn(): Record<string, string> {
	const {
		[GONE]: gone,
		[MOVED]: moved = '',
		[HOME]: home = '',
		...rest
	}: Record<string, string> = installedFiles;
	expect(gone).toBeDefined();
	return { ...rest, [`${FOLDER}/mine/Apache Kafka.md`]: moved, [`${FOLDER}/从这里开始.md`]: home };
}

test('does not write again what the reader deleted or moved, and offers to bring back the deleted', async () => {
	const host = await startHost(built, { files: livedIn() });
	const before = filesOf(host);
	const screen = await openInstall(host);
	expect(screen.text()).toContain('0 files will be written');
	expect(screen.text()).toContain('1 file that you deleted stays away.');
	expect(restoreBox().checked).toBe(false);
	screen.confirm.click();
	await until(() => host.notices.length > 0);
	expect(host.notices).toEqual(['Wrote 0 files to “Stackbook”.']);
	expect(filesOf(host)).toEqual(before);

	const again = await openInstall(host);
	restoreBox().click();
	again.confirm.click();
	await until(() => host.notices.length > 1);
	expect(host.notices.at(-1)).toBe('Wrote 1 file to “Stackbook”.');
	expect(filesOf(host)).toEqual({ ...before, [GONE]: installedFiles[GONE] });
});

test('a folder whose name stands in another case is that folder, and so are the files in it', async () => {
	const mine = { 'stackbook/首页.MD': 'mine', 'stackbook/技术/流计算/flink.md': 'mine' };
	const host = await startHost(built, { files: mine });
	expect((await openInstall(host)).text()).toContain(
		`${TEMPLATE.length - 2} files will be written to “stackbook”, 2 files stay as they are.`,
	);
	document.querySelector('button')?.click();
	await until(() => host.notices.length > 0);
	const paths = Object.keys(filesOf(host));
	expect(paths).toHaveLength(TEMPLATE.length);
	expect(paths.every(path => path.startsWith('stackbook/'))).toBe(true);
	expect(filesOf(host)).toMatchObject(mine);
	expect(host.saved).toEqual([{ folder: 'stackbook' }]);
});

test('closed while it writes, it ends between two files, says where, and goes on when it is run again', async () => {
	const host = await startHost(built);
	const { vault } = host.app;
	const create = vault.create.bind(vault);
	let left = 5;
	vault.create = (...args) => {
		if (left-- === 1) document.querySelectorAll('button')[1]?.click();
		return create(...args);
	};
	await install(host);
	expect(host.notices).toEqual([
		expect.stringMatching(/^Stopped at Stackbook\/.+: it was closed\. 5 files were written/),
	]);
	expect(Object.keys(filesOf(host))).toHaveLength(5);
	vault.create = create;
	await install(host);
	expect(filesOf(host)).toEqual(installedFiles);
});

test('writes nothing where a newer program wrote, or where the home note cannot be read just now', async () => {
	const newer = { [HOME]: (installedFiles[HOME] ?? '').replace('format: 1', 'format: 2') };
	const host = await startHost(built, { files: { ...newer, 'Other/mine.md': 'mine' } });
	const screen = await openInstall(host);
	expect(screen.text()).toContain('These notes have format 2');
	expect(screen.confirm.disabled).toBe(true);
	screen.confirm.click();
	document.querySelectorAll('button')[1]?.click();
	const { vault } = host.app;
	vault.cachedRead = () => Promise.reject(new Error('EIO'));
	const other = await openInstall(host, 'Other');
	expect(other.text()).toContain('cannot read Other/mine.md: EIO');
	expect(other.confirm.disabled).toBe(true);
	expect(filesOf(host)).toEqual({ ...newer, 'Other/mine.md': 'mine' });
});
