/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import { openInterviewPane } from './support/interview-pane';
import { startHost, until } from './support/obsidian-like-host';
import type { ObsidianLikeHost } from './support/obsidian-like-host';
import { FILES, FLINK, STORM } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);

async function ask(
	host: ObsidianLikeHost,
	verb: string,
	given: Readonly<Record<string, string>> = {},
): Promise<string> {
	const handler = host.plugin.cliHandlers__.get(`stackbook:${verb}`);
	if (!handler) throw new Error(`There is no ${verb}`);
	return handler({ ...given });
}

async function askJson(
	host: ObsidianLikeHost,
	verb: string,
	given: Readonly<Record<string, string>> = {},
): Promise<unknown> {
	return JSON.parse(await ask(host, verb, { ...given, json: 'true' }));
}

describe('in the command line of the app', () => {
	test('status counts', async () => {
		const host = await startHost(built, { files: FILES });
		expect(await askJson(host, 'status')).toMatchObject({
			questions: { total: 4, open: 3, shaky: 0, solid: 1 },
			byTechnology: { Flink: { total: 3 }, Storm: { total: 1 } },
			byCategory: { 'stream-processing': { total: 4 } },
		});
		expect(await ask(host, 'status')).toContain('By category');
	});

	test('questions are filtered', async () => {
		const host = await startHost(built, { files: FILES });
		expect(await askJson(host, 'questions', { note: 'flink', status: 'solid,shaky' })).toEqual([
			{
				id: 'flink-watermark',
				path: FLINK,
				technology: 'Flink',
				category: 'stream-processing',
				kind: 'principle',
				level: 2,
				status: 'solid',
				prompt: 'What is a watermark?',
				answered: false,
				due: null,
			},
		]);
		expect(await ask(host, 'questions', { level: 'L1' })).toBe(
			`${FLINK}\n  [ ] L1 principles · What is a savepoint?  ^flink-savepoint\nQuestions: 1.`,
		);
	});

	test('check finds', async () => {
		const host = await startHost(built, { files: { ...FILES, 'Stackbook/X.md': '[[Nowhere]]\n' } });
		const found = await askJson(host, 'check');
		expect(found).toMatchObject({ summary: { notes: 4 } });
		expect(JSON.stringify(found)).toContain('link-unresolved');
	});

	test('check shows repairs, and writes them only with apply', async () => {
		const path = 'Stackbook/X.md';
		const text = '---\ntag: x\n---\n';
		const host = await startHost(built, { files: { ...FILES, [path]: text } });
		const read = (): Promise<string> => host.app.vault.adapter.read(path);
		const lines = { line: 2, before: ['tag: x'], after: ['tags:', '  - x'] };
		const code = 'property-singular';
		expect(await askJson(host, 'check', { fix: code })).toMatchObject({
			repairs: [{ path, code, ...lines }],
			wouldWrite: [path],
		});
		expect(
			await askJson(host, 'check', { fix: 'true', 'dry-run': 'true', apply: 'true' }),
		).toHaveProperty('wouldWrite');
		expect(await read()).toBe(text);
		const done = await askJson(host, 'check', { fix: code, apply: 'true' });
		expect(done).toMatchObject({ repairs: [{ path, code, ...lines }], written: [path] });
		expect(await read()).toBe('---\ntags:\n  - x\n---\n');
		expect(await askJson(host, 'check', { apply: 'true' })).toHaveProperty('error');
		expect(await askJson(host, 'check', { fix: 'nonsense' })).toHaveProperty('error');
	});

	test('compare and backlinks tell', async () => {
		const host = await startHost(built, { files: FILES });
		expect(await askJson(host, 'compare', { notes: 'Flink, Storm' })).toEqual({
			alternatives: ['Flink', 'Storm'],
			criteria: ['Model'],
			cells: [['record by record', 'tuple by tuple']],
		});
		expect(await ask(host, 'compare', { notes: 'Flink,Storm', format: 'csv' })).toContain(
			'record by record',
		);
		expect(await askJson(host, 'backlinks', { note: 'Flink' })).toEqual([
			{ source: STORM, kind: 'alternative-to', reason: 'the one before it', line: 9 },
		]);
	});

	test('refresh writes what check only tells, and leaves a note that somebody types in', async () => {
		const host = await startHost(built, { files: FILES });
		const changed = ['Stackbook/Home.md', FLINK];
		const plan = { changed, unchanged: 0, refused: [], kept: [], moved: [] };
		expect(await askJson(host, 'refresh', { check: 'true' })).toEqual(plan);
		expect(host.texts()).toEqual(FILES);
		const { view } = await host.open(FLINK);
		view.editor.replaceRange('Typed. ', { line: 8, ch: 0 });
		expect(await askJson(host, 'refresh')).toEqual({
			...plan,
			changed: ['Stackbook/Home.md'],
			refused: [{ path: FLINK, reason: 'unsaved-text', line: 1 }],
		});
		expect(host.text(FLINK)).toBe(FILES[FLINK]);
		expect(await ask(host, 'refresh', { check: 'true' })).toContain(`would change  ${FLINK}`);
	});

	test('interview opens the pane on what was asked for, and does not wait for its end', async () => {
		const host = await startHost(built, { files: FILES });
		const pane = openInterviewPane(host);
		const given = { note: 'flink', category: 'stream-processing', count: '2' };
		expect(await ask(host, 'interview', given)).toBe(
			'The interview is open in the app; questions: 2.',
		);
		await until(() => pane.prompt() !== '');
		expect(pane.prompt()).toContain('Why do barriers align?');
		expect(await askJson(host, 'interview', { notes: 'Storm,Flink', seed: '7' })).toEqual({
			opened: false,
			questions: expect.arrayContaining(['storm-acking', 'flink-alignment', 'flink-savepoint']),
		});
		expect(document.body.textContent).toContain('An interview is not finished');
		pane.press('Begin anew');
		await until(() => pane.text().includes('1 of 4'));
		pane.press('Finish');
		await until(() => pane.text().includes('The interview is over'));
		expect(
			[...document.querySelectorAll('.stackbook-counts > *')].map(({ textContent }) => textContent),
		).toEqual(['Seed', '7']);
		expect(pane.state()).toMatchObject({ choices: { order: 'shuffled', seed: 7 } });
		document.body.replaceChildren();
		await pane.close();
	});

	test.each([
		['interview', { count: '0' }, 'stackbook: “0” is no whole number for --count'],
		['interview', { seed: 'x' }, 'stackbook: “x” is no whole number for --seed'],
		['interview', { note: 'Home' }, 'stackbook: there is no question to ask in Stackbook'],
		['interview', { notes: 'Flnk' }, 'stackbook: no note answers to “Flnk” in Stackbook'],
		['compare', { notes: 'Flink' }, 'stackbook: a comparison takes two notes or more'],
		['backlinks', { note: 'Flnk' }, 'stackbook: no note answers to “Flnk” in Stackbook'],
		['questions', { status: 'done' }, 'stackbook: “done” is not allowed for --status'],
	])('%s says in one line what was wrong', async (verb, given, message) => {
		const host = await startHost(built, { files: FILES });
		const answer = await ask(host, verb, given);
		expect(answer.startsWith(message)).toBe(true);
		expect(answer).not.toContain('\n');
		expect(await askJson(host, verb, given)).toEqual({ error: expect.any(String) });
		expect(await ask(await startHost(built, { language: 'zh' }), 'status')).toContain('总数');
	});
});
