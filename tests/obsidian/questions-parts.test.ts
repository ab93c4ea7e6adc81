// The parts of the list of questions that need no host.
import { describe, expect, test } from '@jest/globals';
import { blocksOf } from '../../src/obsidian/questions/list-block';
import { EMPTY_STATE, filterRows, isFiltering } from '../../src/obsidian/questions/list-state';
import { createRowSource, rowsElsewhere } from '../../src/obsidian/questions/question-row';
import type { QuestionRow } from '../../src/obsidian/questions/question-row';
import { countByGroup, groupRows } from '../../src/obsidian/questions/row-group';
import type { RowGroup } from '../../src/obsidian/questions/row-group';
import { findQuestionOfRow, findUntracked } from '../../src/obsidian/questions/row-place';
import { untrackedQuestions } from '../../src/core/index';
import { aVault } from '../support/a-note';

const UNFILTERED = { filtering: false, folds: {} };

function technology(id: string, category: string, count: number): string {
	const questions = Array.from(
		{ length: count },
		(_, i) => `### ${id} ${i}?\n- [ ] Q ^${id}-${i}\n`,
	);
	const head = category === '' ? '' : `category: ${category}\n`;
	return `---\ntype: technology\nid: ${id}\n${head}---\n## Principles\n${questions.join('')}`;
}

function rowsOf(files: Readonly<Record<string, string>>): readonly QuestionRow[] {
	return createRowSource().read(aVault(files)).rows;
}

function groupsOf(rows: readonly QuestionRow[], shown = rows): RowGroup[] {
	return groupRows({ shown, counts: countByGroup(rows), language: 'en' });
}

const rowIn = (rows: readonly QuestionRow[], words: string): QuestionRow => {
	const row = rows.find(({ prompt }) => prompt.includes(words));
	if (!row) throw new Error(`There is no row ${words}`);
	return row;
};

describe('what is drawn', () => {
	const groups = groupsOf(
		rowsOf({
			'A.md': technology('a', 'stream-processing', 10),
			'B.md': technology('b', 'stream-processing', 5),
			'C.md': technology('c', 'message-queue', 4),
			'D.md': '## Untracked?\n',
		}),
	);

	test.each([1, 9, 10, 11, 15, 19, 20, 100])(
		'with room for %s rows nothing is missing that is not counted',
		room => {
			for (const folds of [{}, { 't/B.md': false }, { 'c/stream-processing': false }]) {
				const { blocks, left } = blocksOf(groups, { filtering: false, folds }, room);
				const drawn = blocks.reduce((sum, block) => {
					if (block.kind === 'rows') return sum + block.rows.length;
					return sum + (block.open ? 0 : block.group.size);
				}, 0);
				expect(drawn + left).toBe(20);
			}
		},
	);

	test('rows that fill the room exactly leave a rest that can be asked for', () => {
		const { blocks, left } = blocksOf(groups, UNFILTERED, 10);
		expect(blocks.at(-1)).toMatchObject({ kind: 'rows', rows: { length: 10 } });
		expect(left).toBe(10);
		expect(blocksOf(groups, UNFILTERED, 19)).toMatchObject({ left: 1 });
		expect(blocksOf(groups, UNFILTERED, 20)).toMatchObject({ left: 0 });
	});

	test('while something is looked for everything is open that was not folded since', () => {
		const searching = { filtering: true, folds: { 't/B.md': false } };
		const { blocks } = blocksOf(groups, searching, 100);
		const folded = blocks.filter(block => block.kind === 'heading' && !block.open);
		expect(folded.map(({ group }) => group.key)).toEqual(['t/B.md']);
	});
});

describe('groups', () => {
	test('stand in the order of tables: the open note first, no category last, then what has no id', () => {
		const ours = rowsOf({
			'A.md': technology('a', '', 1),
			'B.md': technology('b', 'zebra', 1),
			'C.md': technology('c', 'message-queue', 1),
			'D.md': '## Untracked?\n',
		});
		const [note] = aVault({ 'Diary/Day.md': '## Mine?\n### Not?\n- [ ] T ^t-1\n' }).notes();
		const rows = [...ours, ...(note ? rowsElsewhere(note, true) : [])];
		expect(groupsOf(rows).map(({ key }) => key)).toEqual([
			'open-note/Diary/Day.md',
			'c/message-queue',
			'c/zebra',
			'c/',
			'elsewhere',
			'untracked',
		]);
	});

	test('hold of a note that is not in front what was tracked in it, and not what was not', () => {
		const [note] = aVault({ 'Diary/Day.md': '## Mine?\n### Not?\n- [ ] T ^t-1\n' }).notes();
		const rows = note ? rowsElsewhere(note, false) : [];
		expect(groupsOf(rows)).toMatchObject([
			{ key: 'elsewhere', groups: [{ key: 'elsewhere/Diary/Day.md', size: 1 }] },
		]);
		expect(rows).toMatchObject([{ id: 't-1', isElsewhere: true }]);
	});

	test('say how much of them is shown beside how much there is', () => {
		const rows = rowsOf({ 'A.md': technology('a', 'zebra', 3) });
		const shown = filterRows(rows, { ...EMPTY_STATE, search: 'a 2' });
		expect(groupsOf(rows, shown)).toMatchObject([{ size: 1, counts: { open: 3 } }]);
	});
});

describe('rows', () => {
	test('of equal ids or prompts have keys of their own', () => {
		const rows = rowsOf({
			'A.md': '## Principles\n### A?\n- [ ] A ^x\n### B?\n- [ ] B ^x\n### C?\ntext\n### C?\ntext\n',
		});
		expect(rows).toHaveLength(4);
		expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
	});

	test('are read without the marks of Markdown, and found with and without them', () => {
		const prompt = '[[Kafka|卡夫卡]] 的 `acks=all` 与 **ISR** 是什么？';
		const rows = rowsOf({ 'A.md': `## 原理\n### ${prompt}\n- [ ] A ^x\n` });
		expect(rows).toMatchObject([{ prompt, words: '卡夫卡 的 acks=all 与 ISR 是什么？' }]);
		for (const search of ['与 isr 是什么', '**isr**', '[[kafka|', '卡夫卡 的 acks=all 与 ISR']) {
			expect(filterRows(rows, { ...EMPTY_STATE, search })).toHaveLength(1);
		}
	});

	test('without a category are found by the filter for none', () => {
		const rows = rowsOf({ 'A.md': technology('a', '', 1), 'B.md': technology('b', 'zebra', 1) });
		const state = { ...EMPTY_STATE, categories: [''] };
		expect(isFiltering(state)).toBe(true);
		expect(filterRows(rows, state).map(({ path }) => path)).toEqual(['A.md']);
		expect(createRowSource().read(aVault({ 'A.md': technology('a', '', 1) })).categories).toEqual([
			'',
		]);
	});

	test('of one kind are kept by the filter for it', () => {
		const rows = rowsOf({
			'A.md': '## Principles\n### A?\n- [ ] A ^a\n## Problems\n### B?\n- [ ] B ^b\n',
		});
		const found = filterRows(rows, { ...EMPTY_STATE, kinds: ['problem'] });
		expect(found.map(({ prompt }) => prompt)).toEqual(['B?']);
	});

	test('know the last attempt again after another one was written', () => {
		const source = createRowSource();
		const line = '- 2026-11-20T21:04:05+08:00 · a-0 · hard · 95s · 1/2\n';
		const attempts = `---\ntype: attempts\n---\n${line}`;
		const index = aVault({ 'A.md': technology('a', 'zebra', 1), 'P.md': attempts });
		expect(source.read(index).last.get('a-0')?.rating).toBe('hard');
		const later = aVault({
			'A.md': technology('a', 'zebra', 1),
			'P.md': attempts + line.replace('-20T', '-21T').replace('hard', 'easy'),
		});
		expect(source.read(later).last.get('a-0')?.rating).toBe('easy');
	});
});

describe('the question of a row', () => {
	const TWINS = '## Principles\n### A?\n- [ ] A ^x\n### B?\n- [ ] B ^x\n';
	const lineFound = (files: Readonly<Record<string, string>>, row: QuestionRow): unknown => {
		const { question } = findQuestionOfRow(aVault(files), row);
		return question && [question.path, question.prompt, question.line];
	};

	test('is that with its prompt among equal ids, wherever that moved', () => {
		const row = rowIn(rowsOf({ 'A.md': TWINS }), 'B?');
		expect(lineFound({ 'A.md': TWINS }, row)).toEqual(['A.md', 'B?', 4]);
		expect(lineFound({ 'A.md': `Text.\n${TWINS}` }, row)).toEqual(['A.md', 'B?', 5]);
		expect(lineFound({ 'N.md': TWINS }, row)).toEqual(['N.md', 'B?', 4]);
	});

	test('is that in its line among equal ids with equal prompts', () => {
		const files = { 'A.md': TWINS.replace('B?', 'A?') };
		const [, row] = rowsOf(files);
		if (!row) throw new Error('There is no second row');
		expect(lineFound(files, row)).toEqual(['A.md', 'A?', 4]);
	});

	test('is none where nothing tells equal ones apart, and then all are named', () => {
		const files = { 'A.md': TWINS.replace('B?', 'A?') };
		const [, row] = rowsOf(files);
		if (!row) throw new Error('There is no second row');
		const moved = aVault({ 'A.md': `\n${files['A.md']}` });
		expect(findQuestionOfRow(moved, { ...row, line: 99 })).toMatchObject({
			question: undefined,
			candidates: [{ line: 3 }, { line: 5 }],
		});
	});

	test('is that in its own note before one with the same id elsewhere, and is found after a rewording', () => {
		const files = { 'A.md': technology('a', '', 1), 'B.md': technology('a', '', 1) };
		const row = rowsOf(files).find(({ path }) => path === 'B.md');
		if (!row) throw new Error('There is no row');
		expect(lineFound(files, row)).toEqual(['B.md', 'a 0?', 6]);
		const reworded = { ...files, 'B.md': files['B.md'].replace('a 0?', 'Why?') };
		expect(lineFound(reworded, row)).toEqual(['B.md', 'Why?', 6]);
	});

	test('without an id is found by its words after its heading moved, by its line among equal ones', () => {
		const index = aVault({ 'A.md': 'Text.\n\n## Why?\na\n\n## How?\nb\n\n## Why?\nc\n' });
		const questions = untrackedQuestions(index, 'A.md');
		const at = (prompt: string, line: number): number | undefined =>
			findUntracked(questions, { id: '', path: 'A.md', prompt, line })?.line;
		expect(at('How?', 1)).toBe(6);
		expect(at('Why?', 9)).toBe(9);
		expect(at('Why?', 1)).toBe(3);
		expect(at('When?', 3)).toBeUndefined();
	});
});
