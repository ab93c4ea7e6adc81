import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printSummary } from '../../../src/core/interview/print-summary';
import type { InterviewResult } from '../../../src/core/interview/result';
import { questionsOf } from '../../../src/core/questions/question';
import { summarizeInterview } from '../../../src/core/interview/summary';
import type { LiveNoteIndex } from '../../../src/core/vault/note-index';
import { aNote, aVault } from '../../support/a-note';
import { resultOf } from '../../support/an-interview';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

const FROM = '面试/2026-11-20.md';
const ANSWER = '\n> [!answer]-\n> **要点**\n> - 一点\n> - 二点\n';

function aSmallVault(others: Record<string, string> = {}): LiveNoteIndex {
	return aVault({
		'a/Kafka.md': `## 原理\n### 为什么？\n- [ ] 甲 · L2 ^kafka-why\n${ANSWER}`,
		'b/Kafka.md': '## 别的\n',
		'Flink.md': `### 怎么样？\n- [ ] 乙 ^flink-how\n${ANSWER}`,
		...others,
	});
}

function print(index: LiveNoteIndex, results: readonly InterviewResult[]): string {
	return printSummary(index, summarizeInterview(results), FROM);
}

/** The cells of a row as GFM parts them. */
function cellsOf(row: string): string[] {
	return row
		.replace(/^\| | \|$/g, '')
		.split(/(?<!\\)\|/)
		.map(cell => cell.trim());
}

/** Where the links of a printed summary lead, with their blocks. */
function leads(index: LiveNoteIndex, text: string): string[] {
	return aNote(FROM, text).links.map(({ target, subpath }) => {
		const resolution = index.resolve(target, FROM);
		return resolution.kind === 'found' ? resolution.path + subpath : `${resolution.kind} ${target}`;
	});
}

describe('a summary as a note', () => {
	test('is a table of what was asked, then what was missed, what to read and what to ask next', () => {
		const index = aSmallVault();
		const results = [
			resultOf(index, 'kafka-why', { rating: 'hard', hits: [0] }),
			resultOf(index, 'flink-how', { rating: 'easy', hits: [0, 1] }),
		];
		expect(print(index, results)).toBe(
			[
				'| 问题 | 种类 | 级别 | 评分 | 要点 |',
				'| --- | --- | --- | --- | --- |',
				'| [[a/Kafka#^kafka-why\\|为什么？]] | 原理 | L2 | 勉强 | 1/2 |',
				'| [[Flink#^flink-how\\|怎么样？]] | 其他 |  | 轻松 | 2/2 |',
				'',
				'## 漏掉的要点',
				'',
				'- [[a/Kafka#^kafka-why|为什么？]]',
				'  - 二点',
				'',
				'## 接下来读',
				'',
				'- [[a/Kafka|Kafka]]',
				'',
				'## 接下来问',
				'',
				'- [[a/Kafka#^kafka-why|为什么？]]',
				'',
			].join('\n'),
		);
		expect(leads(index, print(index, results))).toEqual([
			'a/Kafka.md^kafka-why',
			'Flink.md^flink-how',
			'a/Kafka.md^kafka-why',
			'a/Kafka.md',
			'a/Kafka.md^kafka-why',
		]);
	});

	test('is written in the language of the notes', () => {
		const index = aSmallVault({ 'Home.md': '---\ntype: home\nlanguage: en\n---\n' });
		const text = print(index, [resultOf(index, 'kafka-why', { rating: 'again' })]);
		expect(text).toContain('| Question | Kind | Level | Rating | Points |');
		expect(text).toContain('| Principles | L2 | again | 0/2 |');
		expect(text).toContain('## Points missed');
		expect(text).toContain('## Read next');
		expect(text).toContain('## Ask next\n\n- [[a/Kafka#^kafka-why|为什么？]]\n');
	});

	test('has no section for what there is none of', () => {
		const index = aSmallVault();
		const text = print(index, [resultOf(index, 'flink-how', { hits: [0, 1] })]);
		expect(text).not.toContain('##');
		expect(print(index, [])).toBe(
			'| 问题 | 种类 | 级别 | 评分 | 要点 |\n| --- | --- | --- | --- | --- |\n',
		);
	});

	test('leads to where a question is now, when its note was renamed or it was moved', () => {
		const index = aSmallVault();
		const results = ['kafka-why', 'flink-how'].map(id => resultOf(index, id));
		index.set(aNote('Kafka 3.md', index.find('a/Kafka.md')?.text));
		index.remove('a/Kafka.md');
		index.set(aNote('b/Kafka.md', index.find('Flink.md')?.text));
		index.set(aNote('Flink.md', '空'));
		expect(leads(index, print(index, results))).toEqual([
			'Kafka 3.md^kafka-why',
			'b/Kafka.md^flink-how',
			'Kafka 3.md^kafka-why',
			'b/Kafka.md^flink-how',
			'Flink.md',
			'Kafka 3.md',
			'Kafka 3.md^kafka-why',
			'b/Kafka.md^flink-how',
		]);
	});

	test('asks next what had no turn, unless it is gone', () => {
		const index = aSmallVault();
		const [path, gone] = ['Flink.md', 'flink-gone'];
		const questions = ['flink-how', gone].map(id => ({ path, id }));
		const text = printSummary(index, summarizeInterview([], { questions }), FROM);
		expect(text).toContain('## 接下来问\n\n- [[Flink#^flink-how|怎么样？]]\n');
		expect(text).not.toContain(gone);
	});

	test('names a question that is gone, as Obsidian names a note that is not there', () => {
		const index = aSmallVault();
		const result = resultOf(index, 'flink-how');
		index.remove('Flink.md');
		expect(print(index, [result])).toContain('#^flink-how\\|怎么样？]]');
	});
});

describe('what was missed', () => {
	test('stands in full below its question, as it is written', () => {
		const index = aSmallVault();
		const long = `${'长'.repeat(60)} **粗**`;
		const missed = [long, '一\n- 二\n\n```sql\nselect 1\n```'];
		const text = print(index, [{ ...resultOf(index, 'flink-how'), missed }]);
		expect(text).toContain(
			[
				'- [[Flink#^flink-how|怎么样？]]',
				`  - ${long}`,
				'  - 一',
				'    - 二',
				'',
				'    ```sql',
				'    select 1',
				'    ```',
				'',
				'## 接下来读',
			].join('\n'),
		);
	});

	test('hides nothing of the note, asks nothing and begins no region, whatever it says', () => {
		const index = aSmallVault();
		const result = resultOf(index, 'flink-how');
		fc.assert(
			fc.property(anyMarkdown, anyMarkdown, (first, second) => {
				const missed = [first, second].map(point => point.replaceAll('\0', ''));
				const note = aNote(FROM, print(index, [{ ...result, missed }]));
				const { headings, regions, markerProblems } = note.structure;
				expect(headings.map(heading => heading.text)).toEqual([
					'漏掉的要点',
					'接下来读',
					'接下来问',
				]);
				expect([regions, markerProblems]).toEqual([[], []]);
				expect(questionsOf(note)).toEqual({ tracked: [], untracked: [] });
			}),
			{ numRuns: propertyRuns(300) },
		);
	});
});

describe('the prompt of a question', () => {
	test.each([
		['[[Kafka|K]] 是什么？', 'K 是什么？'],
		['a[0] 与 |b| 的差别', 'a 0 与 b 的差别'],
		["$& $1 $` $' 是什么？", "& 1 ' 是什么？"],
		['`offset` 在哪？', 'offset 在哪？'],
		['反斜杠 \\', '反斜杠'],
		['%% 和 <!-- 呢？', '和 呢？'],
		['[[]]', 'flink-how'],
		['1. **为什么** `a|b`？', '1. 为什么 a b ？'],
		['- ==什么==？', '- 什么？'],
	])('%j is the words %j of its link', (prompt, words) => {
		const index = aSmallVault();
		const text = print(index, [{ ...resultOf(index, 'flink-how'), prompt }]);
		expect(text.split('\n')[2]).toMatch(/^\| \[\[Flink#\^flink-how\\\|[^[\]|]+\]\] \| /);
		expect(aNote(FROM, text).links[0]?.alias).toBe(words);
	});

	test('breaks neither the table nor its link, whatever it says', () => {
		const piece = fc.constantFrom(
			...[
				'|',
				'\\',
				'[[',
				']]',
				'`',
				'``',
				'$',
				'%%',
				'<!--',
				'-->',
				'\n',
				' ',
				'为什么',
				'x',
				'#',
			],
		);
		const prompt = fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join(''));
		const index = aSmallVault();
		const results = ['kafka-why', 'flink-how'].map(id =>
			resultOf(index, id, { rating: 'good', hits: [0, 1] }),
		);
		fc.assert(
			fc.property(prompt, prompt, (first, second) => {
				const text = print(
					index,
					results.map((result, i) => ({ ...result, prompt: i === 0 ? first : second })),
				);
				const rows = text.trimEnd().split('\n');
				expect(rows).toHaveLength(4);
				for (const row of rows) expect(cellsOf(row)).toHaveLength(5);
				expect(leads(index, text)).toEqual(['a/Kafka.md^kafka-why', 'Flink.md^flink-how']);
			}),
			{ numRuns: propertyRuns(300) },
		);
	});
});
