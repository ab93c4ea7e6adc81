import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { hostsOfFile } from './in-jest';
import { smallPlugin } from './support/small-plugin';

const open = hostsOfFile({ plugin: smallPlugin() });

test('refuses to create what is there, or in a folder that is not', async () => {
	const { page } = await open({ vault: { 'a.md': 'a' } });
	const refusals = await page.evaluate(async () => {
		const tries = ['a.md', 'none/b.md'].map(path =>
			window.app.vault.create(path, '').then(String, String),
		);
		const folder = window.app.vault.createFolder('sub');
		await folder;
		const again = await window.app.vault.createFolder('sub').then(String, String);
		return [...(await Promise.all(tries)), again];
	});
	expect(refusals).toEqual([
		'Error: File already exists.',
		"Error: ENOENT: no such file or directory, open 'none/b.md'",
		'Error: Folder already exists.',
	]);
});

test('announces a change before its promise is kept, and equal text is no change', async () => {
	const host = await open({ vault: { 'a.md': 'a' } });
	const log = await host.page.evaluate(async () => {
		const { vault } = window.app;
		const heard: string[] = [];
		for (const name of ['create', 'modify', 'delete', 'rename']) {
			vault.on(name, (file: { path: string }, old?: string) =>
				heard.push([name, file.path, old ?? ''].join(' ').trim()),
			);
		}
		const file = await vault.create('b.md', 'one');
		heard.push('created');
		await vault.process(file, text => `${text} two`);
		await vault.process(file, text => text);
		heard.push(`${file.stat.size} bytes`);
		await vault.rename(file, 'c.md');
		await vault.trash(file, true);
		return heard;
	});
	expect(log).toEqual([
		...['create b.md', 'created', 'modify b.md', '7 bytes'],
		...['rename c.md b.md', 'delete c.md'],
	]);
	expect(await host.paths()).toEqual(['a.md']);
	expect(await host.text('.trash/c.md')).toBe('one two');
});

test('changes of one file follow one another, none is lost', async () => {
	const host = await open({ vault: { 'n.md': '0' } });
	await host.page.evaluate(async () => {
		const { vault } = window.app;
		const file = vault.getFileByPath('n.md');
		if (!file) return;
		const add = (text: string): string => String(Number(text) + 1);
		await Promise.all(Array.from({ length: 20 }, () => vault.process(file, add)));
	});
	expect(await host.text('n.md')).toBe('20');
});

test('a rename rewrites the links that would break, in the form they had', async () => {
	const links =
		'[[Old]] [[Old|words]] ![[Old#Part]] [text](Old.md) `[[Old]]` | [[other]]\n\n| [[Old\\|x]] |\n| --- |\n';
	const host = await open({
		vault: {
			'Old.md': '# Part',
			'a.md': `---\nup: "[[Old]]"\n---\n${links}`,
			'sub/b.md': '[[Old]]',
		},
	});
	await host.rename('Old.md', 'sub/New.md');
	expect(await host.text('a.md')).toBe(
		'---\nup: "[[New]]"\n---\n[[New]] [[New|words]] ![[New#Part]] [text](New.md) `[[Old]]` | [[other]]\n\n| [[New\\|x]] |\n| --- |\n',
	);
	expect(await host.text('sub/b.md')).toBe('[[New]]');
	await host.rename('sub', 'folder');
	expect(await host.paths()).toEqual(['a.md', 'folder/New.md', 'folder/b.md']);
	expect(await host.text('folder/b.md')).toBe('[[New]]');
});

test('properties are changed and the rest of the note is not', async () => {
	const host = await open({ vault: { 'a.md': '---\nb: 1\n---\ntext\n' } });
	await host.page.evaluate(async () => {
		const file = window.app.vault.getFileByPath('a.md');
		if (!file) return;
		await window.app.fileManager.processFrontMatter(file, properties => {
			properties.c = ['数据', true];
		});
	});
	expect(await host.text('a.md')).toBe('---\nb: 1\nc:\n  - 数据\n  - true\n---\ntext\n');
});

test('files of a folder are read and written in place; hidden ones are not notes', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'host-vault-'));
	try {
		writeFileSync(join(folder, 'a.md'), 'a');
		writeFileSync(join(folder, '.hidden.md'), 'h');
		const { page } = await open({ vault: folder });
		const paths = await page.evaluate(async () => {
			await window.app.vault.createFolder('子');
			await window.app.vault.create('子/b.md', '乙');
			return window.app.vault.getFiles().map(({ path }) => path);
		});
		expect(paths).toEqual(['a.md', '子/b.md']);
		expect(readFileSync(join(folder, '子/b.md'), 'utf8')).toBe('乙');
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test('bytes survive, and an image of the vault shows', async () => {
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="5"/>';
	const host = await open({ vault: { 'a.md': '![[dot.svg]]', 'dot.svg': svg } });
	await host.openNote('a.md', { mode: 'preview' });
	const image = host.page.locator('.image-embed img');
	await image.waitFor();
	expect(
		await image.evaluate((element: HTMLImageElement) =>
			element.decode().then(() => element.naturalWidth),
		),
	).toBe(7);
	const bytes = await host.page.evaluate(async () => {
		const { vault } = window.app;
		const file = await vault.createBinary('b.bin', Uint8Array.from([0, 255, 128]).buffer);
		return [...new Uint8Array(await vault.readBinary(file))];
	});
	expect(bytes).toEqual([0, 255, 128]);
});
