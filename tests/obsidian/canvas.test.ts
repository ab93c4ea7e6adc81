/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { canvasInFolder } from '../../src/core/maps/canvas';
import vaultTemplates from '../support/vault-template';
import { buildPlugin } from './support/built-plugin';
import { startHost, until } from './support/obsidian-like-host';
import type { ObsidianLikeHost } from './support/obsidian-like-host';

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => document.body.replaceChildren());

const NAME = 'Stackbook/技术全景.canvas';
const template = Object.fromEntries(
	Object.entries(vaultTemplates.zh ?? {})
		.filter(([path]) => path.endsWith('.md'))
		.map(([path, text]) => [`Stackbook/${path}`, text]),
);
const shipped = canvasInFolder(vaultTemplates.zh?.['技术全景.canvas'] ?? '', 'Stackbook');

async function run(host: ObsidianLikeHost, id: string): Promise<void> {
	const before = host.notices.length;
	host.run(id);
	await until(() => host.notices.length > before);
}

test('a command draws the stack beside the home note, as it ships', async () => {
	const host = await startHost(built, { files: template });
	await run(host, 'draw-canvas');
	expect(host.notices).toEqual([`Drew ${NAME}.`]);
	expect(host.text(NAME)).toBe(shipped);
}, 20_000);

const technology = (id: string, category: string): string =>
	`---\ntype: technology\nid: ${id}\ncategory: ${category}\n---\n## 关系\n- **上游** [[B]]：x\n`;
const SMALL = {
	'Stackbook/首页.md': '---\ntype: home\nlanguage: zh\n---\n',
	'Stackbook/A.md': technology('a', 'x'),
	'Stackbook/B.md': technology('b', 'x'),
};

test('refreshing all notes brings it up to date, but neither draws one nor touches an arranged one', async () => {
	const host = await startHost(built, { files: SMALL });
	await run(host, 'refresh-all');
	expect(host.app.vault.getFileByPath(NAME)).toBeNull();
	await run(host, 'draw-canvas');
	const text = host.text(NAME);

	const more = { ...SMALL, 'Stackbook/C.md': technology('c', 'engines'), [NAME]: text };
	const grown = await startHost(built, { files: more });
	await run(grown, 'refresh-all');
	expect(grown.text(NAME)).toContain('"id":"category-engines"');

	const arranged = text.replace('"x":40', '"x":41');
	const theirs = await startHost(built, { files: { ...more, [NAME]: arranged } });
	await run(theirs, 'refresh-all');
	expect(theirs.text(NAME)).toBe(arranged);
	expect(theirs.notices[0]).toMatch(/^0 notes brought up to date, 1 left[^]*canvas: its cards/);
});

test('a canvas of the reader’s own under that name stays, and the command says so', async () => {
	const host = await startHost(built, { files: { ...SMALL, [NAME]: '{}' } });
	await run(host, 'draw-canvas');
	expect([host.text(NAME), host.notices]).toEqual([
		'{}',
		[`${NAME} is a canvas of your own and stays as it is.`],
	]);
});

test('a canvas that was moved is followed by itself, and the command opens it where it is', async () => {
	const host = await startHost(built, { files: SMALL });
	await run(host, 'draw-canvas');
	const moved = 'Stackbook/图/全景.canvas';
	const more = { ...SMALL, [moved]: host.text(NAME), 'Stackbook/C.md': technology('c', 'engines') };
	const other = await startHost(built, { files: more });
	await run(other, 'refresh-all');
	expect(other.text(moved)).toContain('"id":"category-engines"');
	other.run('draw-canvas');
	await until(() => other.app.workspace.getActiveFile()?.path === moved);
	expect(other.app.vault.getFileByPath(NAME)).toBeNull();
});
