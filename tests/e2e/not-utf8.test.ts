// A note in another encoding than UTF-8: what is read of it has lost its bytes and must never be written back.
import { afterEach, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTranslator } from '../../src/i18n/index';
import { hostsOfFile } from '../host/in-jest';
import { eventually } from './support/eventually';
import { openQuestions, prompts } from './support/questions-page';
import { SMALL_HOST, VERSUS, SMALL_VAULT } from './support/small-vault';

const open = hostsOfFile(SMALL_HOST);
const zh = createTranslator('zh');
const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** «中文» in GBK, then questions in ASCII. */
const GBK = Buffer.concat([
	Buffer.from('---\ntype: technology\nid: beta\n---\n'),
	Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
	Buffer.from('\n\n## Why?\ntext\n\n## What?\n- [ ] What ^beta-what\n'),
]);

function vaultWith(files: Readonly<Record<string, string | Buffer>>): string {
	const root = mkdtempSync(join(tmpdir(), 'stackbook-bytes-'));
	folders.push(root);
	const own = { ...SMALL_VAULT, '.obsidian/plugins/stackbook/data.json': '{"folder": ""}' };
	for (const [path, content] of Object.entries({ ...own, ...files })) {
		mkdirSync(join(root, path, '..'), { recursive: true });
		writeFileSync(join(root, path), content);
	}
	return root;
}

const REFUSED = zh('plugin.error', {
	detail: zh('plugin.refresh.refused', { path: '技术/Beta.md', reason: zh('check.note-not-utf8') }),
});

test('a note that is not UTF-8 keeps every byte, whatever is asked for, and check names it', async () => {
	const filled = (SMALL_VAULT[VERSUS] ?? '').replace(
		'<!-- stackbook:begin comparison -->\n',
		'<!-- stackbook:begin comparison -->\n\n| | [[Alpha]] | [[Beta]] |\n| --- | --- | --- |\n| 吞吐 | 高 | 中 |\n',
	);
	const root = vaultWith({ '技术/Beta.md': GBK, [VERSUS]: filled });
	const host = await open({ vault: root, saveDelay: 100 });
	const bytes = (): Buffer => readFileSync(join(root, '技术/Beta.md'));

	const view = await openQuestions(host);
	await view.getByRole('searchbox').fill('Why');
	await eventually(() => prompts(view), []);
	for (const mode of ['preview', 'source'] as const) {
		await host.openNote('技术/Beta.md', { mode });
		await host.runCommand('stackbook:track-note');
		await eventually(async () => (await host.notices()).includes(REFUSED), true);
		await host.page.waitForTimeout(300);
		expect(bytes()).toEqual(GBK);
	}
	const refresh = JSON.parse(await host.invokeCli('stackbook:refresh', { json: 'true' })) as object;
	expect(refresh).toMatchObject({
		changed: [],
		refused: [{ path: VERSUS, reason: 'unreadable-source', source: '技术/Beta.md' }],
	});
	expect(readFileSync(join(root, VERSUS), 'utf8')).toBe(filled);
	const check = await host.invokeCli('stackbook:check', {});
	expect(check).toContain(
		`技术/Beta.md:1: ${zh('severity.error')}: ${zh('check.note-not-utf8')} [note-not-utf8]`,
	);
	expect(check.match(/Beta\.md/g)).toHaveLength(1);
	expect(bytes()).toEqual(GBK);
});

test('a note in UTF-8 may hold the character that stands for lost bytes', async () => {
	const text = '## 为什么出现 \uFFFD？\n';
	const root = vaultWith({ '随手/乱码.md': text });
	const host = await open({ vault: root, saveDelay: 100 });
	await host.openNote('随手/乱码.md', { mode: 'preview' });
	await host.runCommand('stackbook:track-note');
	await eventually(
		() =>
			Promise.resolve(readFileSync(join(root, '随手/乱码.md'), 'utf8').startsWith(`${text}- [ ]`)),
		true,
	);
});
