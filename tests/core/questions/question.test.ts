import { untrackedQuestions } from '../../../src/core/tracking/untracked-question';
import { describe, expect, test } from '@jest/globals';
import {
	listQuestions,
	ownAnswerOf,
	questionsOf,
	type Question,
} from '../../../src/core/questions/question';
import { aNote, aVault } from '../../support/a-note';

function only(text: string): Question {
	const { tracked } = questionsOf(aNote('技术/Flink.md', text));
	const [question] = tracked;
	if (!question || tracked.length > 1) throw new Error(`${tracked.length} questions in ${text}`);
	return question;
}

function untracked(text: string): string[] {
	return questionsOf(aNote('a.md', text)).untracked.map(
		({ prompt, kind, line }) => `${line} ${kind} ${prompt}`,
	);
}

const ANSWER = '> [!answer]- 参考答案\n> **30 秒** 快。\n';

describe('a question', () => {
	test('is read with everything that its heading and its line say', () => {
		const text = [
			'---',
			'type: technology',
			'category: stream-processing',
			'---',
			'## 原理',
			'### 为什么对齐？',
			'- [/] 屏障对齐 · L3 ★★★ ^flink-barrier',
			'',
			'> [!answer]- 参考答案',
			'> **30 秒** x',
		].join('\n');
		expect(only(text)).toMatchObject({
			id: 'flink-barrier',
			path: '技术/Flink.md',
			technology: 'Flink',
			category: 'stream-processing',
			kind: 'principle',
			level: 3,
			stars: 3,
			topic: '屏障对齐',
			status: 'shaky',
			prompt: '为什么对齐？',
			answered: false,
			line: 6,
		});
	});

	test.each([1, 2, 3, 4, 5, 6])('may lie on heading level %i', level => {
		expect(only(`${'#'.repeat(level)} 问\n- [ ] 甲 ^a-1`).id).toBe('a-1');
	});

	test.each([
		['no blank line', '## 问\n- [ ] 甲 ^a'],
		['blank lines', '## 问\n\n \t\n\n- [ ] 甲 ^a'],
		['CRLF line breaks', '## 问\r\n\r\n- [ ] 甲 ^a\r\n'],
		['a closed heading', '## 问 ##\n* [ ] 甲 ^a'],
		['a numbered list', '## 问\n1. [ ] 甲 ^a'],
	])('may have %s between heading and line', (_, text) => {
		expect(only(text)).toMatchObject({ id: 'a', topic: '甲', prompt: '问' });
	});

	test('ends where the next heading begins, whatever its level', () => {
		const text = '## 问\n- [ ] 甲 ^a\n我的\n#### 下一个\n别的';
		const question = only(text);
		expect(text.slice(question.range.start, question.range.end)).toBe('## 问\n- [ ] 甲 ^a\n我的\n');
	});

	test('does not need a question mark, nor letters in its heading', () => {
		expect(only('##\n- [ ] 甲 ^a').prompt).toBe('');
	});

	test.each([
		['its line follows other text', '## 问\n先说\n- [ ] 甲 ^a'],
		['its line has no id', '## 问\n- [ ] 甲'],
		['its id stands on a line of its own', '## 问\n- [ ] 甲\n\n^a'],
		['its line is no checkbox', '## 问\n- 甲 ^a'],
		['it stands in code', '```\n## 问\n- [ ] 甲 ^a\n```'],
		['it stands in a comment', '%%\n## 问\n- [ ] 甲 ^a\n%%'],
		['it stands in a quote', '> ## 问\n> - [ ] 甲 ^a'],
		['its note is a template', '---\nid: "{{id}}"\n---\n## {{title}}\n- [ ] 甲 ^a'],
	])('is none where %s', (_, text) => {
		expect(questionsOf(aNote('a.md', text)).tracked).toEqual([]);
	});

	test('shares its section with other checkboxes, and only the first counts', () => {
		expect(only('## 问\n- [ ] 甲 ^a\n- [x] 乙 ^b').id).toBe('a');
	});
});

describe('the line of a question', () => {
	test.each([
		['屏障对齐 · L3 ★★★', '屏障对齐', 3, 3],
		['屏障对齐 · L1', '屏障对齐', 1, 0],
		['屏障对齐 · ★★', '屏障对齐', undefined, 2],
		['屏障对齐', '屏障对齐', undefined, 0],
		['屏障对齐 · L5 ★', '屏障对齐', undefined, 1],
		['L2 缓存 · L4 ★', 'L2 缓存', 4, 1],
		['ALTER L', 'ALTER L', undefined, 0],
		['', '', undefined, 0],
	])('%j', (line, topic, level, stars) => {
		expect(only(`## 问\n- [ ] ${line} ^a`)).toMatchObject({ topic, level, stars });
	});

	test.each([
		[' ', 'open'],
		['/', 'shaky'],
		['x', 'solid'],
		['X', 'solid'],
		['-', 'not-for-me'],
		['?', 'open'],
		['✅', 'open'],
	])('with [%s] is %s', (character, status) => {
		const question = only(`## 问\n- [${character}] 甲 ^a`);
		expect([question.status, question.checkbox.character]).toEqual([status, character]);
	});
});

describe('the kind of a question', () => {
	test.each([
		['原理', 'principle'],
		['Principles', 'principle'],
		['特性', 'feature'],
		['features', 'feature'],
		['应用场景', 'scenario'],
		['Scenarios', 'scenario'],
		['问题', 'problem'],
		['Problems', 'problem'],
		['优化', 'optimization'],
		['Optimizations', 'optimization'],
		['对比', 'comparison'],
		['Comparisons', 'comparison'],
		['运维', 'operation'],
		['Operations', 'operation'],
		['版本演进', 'other'],
	])('below %s is %s', (heading, kind) => {
		expect(only(`## ${heading}\n### 问\n- [ ] 甲 ^a`).kind).toBe(kind);
	});

	test('comes from the nearest heading that names one', () => {
		expect(only('## 原理\n### 优化\n#### 细节\n##### 问\n- [ ] 甲 ^a').kind).toBe('optimization');
		expect(only('## 原理\n## 版本\n### 问\n- [ ] 甲 ^a').kind).toBe('other');
	});
});

describe('the own answer of the reader', () => {
	function ownAnswer(section: string): string {
		const note = aNote('a.md', `## 问\n- [ ] 甲 ^a\n${section}\n## 后\n不是`);
		const [question] = questionsOf(note).tracked;
		if (!question) throw new Error('no question');
		expect(question.answered).toBe(ownAnswerOf(note, question) !== '');
		return ownAnswerOf(note, question);
	}

	test.each([
		['after the callout', `\n${ANSWER}\n我的话\n`, '我的话'],
		['before the callout', `\n我的话\n\n${ANSWER}`, '我的话'],
		['on both sides', `\n前\n\n${ANSWER}\n后\n`, '前\n\n\n\n\n后'],
		['without a callout', '\n我的话\n', '我的话'],
		['in a callout of their own', `\n${ANSWER}\n> [!quote] 我\n> 话\n`, '> [!quote] 我\n> 话'],
		['in code', '```sql\nselect 1\n```', '```sql\nselect 1\n```'],
	])('stands %s', (_, section, expected) => {
		expect(ownAnswer(section).replace(/\s+/g, ' ')).toBe(expected.replace(/\s+/g, ' '));
	});

	test.each([
		['nothing', ''],
		['blank lines', '\n \n\n'],
		['the reference answer alone', `\n${ANSWER}\n`],
		[
			'a region',
			`${ANSWER}\n<!-- stackbook:begin backlinks -->\n\n- [[B]]\n\n<!-- stackbook:end backlinks -->`,
		],
	])('is not there where there is %s', (_, section) => {
		expect(ownAnswer(section)).toBe('');
	});
});

describe('an untracked question', () => {
	test.each([
		'**什么是 Kafka？**',
		'*什么是 Kafka？*',
		'==什么？==',
		'什么？ #面试',
		'什么？ #面试 #flink/状态',
		'什么？ ##',
		'真的？！',
		'真的?!',
		'什么（为什么？）',
		'“什么？”',
		'什么？[^1]',
	])('is a heading that is read as a question: %s', heading => {
		expect(untracked(`## ${heading}\n字\n`)).toEqual([`1 other ${heading.replace(/ ##$/, '')}`]);
	});

	test.each(['`a?`', '[a](b.md?)', '为什么？这样', '面试 #为什么？的', '(?) 说明'])(
		'is no heading with a question mark elsewhere: %s',
		heading => {
			expect(untracked(`## ${heading}\n字\n`)).toEqual([]);
		},
	);

	test('is no heading that groups deeper ones', () => {
		expect(untracked('## 原理\n\n### 存储\n\n#### 日志段\n文字\n\n### 空\n\n## 优化\n')).toEqual([
			'8 principle 空',
		]);
		expect(untracked('## 原理\n### 存储？\n#### 日志段\n文字\n')).toEqual(['2 principle 存储？']);
	});

	test('is found under a section that an outline numbers', () => {
		expect(untracked('## 一、原理\n### 空\n## 1. 问题\n### 空二\n## 核心原理\n### 空三\n')).toEqual(
			['2 principle 空', '4 problem 空二', '6 principle 空三'],
		);
	});

	test.each(['为什么？', 'Why?'])('is a heading that ends in a question mark: %s', prompt => {
		expect(untracked(`## ${prompt}\n- [ ] 没有编号\n`)).toEqual([`1 other ${prompt}`]);
	});

	test('is a heading with nothing under it below a section that names a kind', () => {
		expect(untracked('## 原理\n### 屏障\n\n### 信用\n有字\n')).toEqual(['2 principle 屏障']);
		expect(untracked('## 附录\n### 屏障\n')).toEqual([]);
	});

	test('is neither a section itself, nor a heading without a word', () => {
		expect(untracked('## 原理\n## 优化\n### 特性\n###\n')).toEqual([]);
	});

	test('is never a tracked one, and never in a template', () => {
		expect(untracked('## 为什么？\n- [ ] 甲 ^a')).toEqual([]);
		expect(untracked('---\nid: "{{id}}"\n---\n## 为什么 {{title}}？')).toEqual([]);
	});

	test('may lie on heading level 1', () => {
		expect(untracked('# 为什么？\n')).toEqual(['1 other 为什么？']);
		expect(untracked('# 原理\n## 屏障\n')).toEqual(['2 principle 屏障']);
	});

	test('is every one of a note whose title was filled in and whose id was not', () => {
		const text =
			'---\nid: "{{id}}"\n---\n## Flink 怎样容错？\n- [ ] 容错 · L2 ★ ^{{id}}-recovery\n';
		expect(questionsOf(aNote('a.md', text)).tracked).toEqual([]);
		expect(untracked(text)).toEqual(['4 other Flink 怎样容错？']);
	});
});

test('the questions of a note are looked for once, and anew in a newer reading of it', () => {
	const text = '## Principles\n### Why?\n- [ ] Why ^a-1\n';
	const note = aNote('A.md', text);
	expect(questionsOf(note)).toBe(questionsOf(note));
	const newer = aNote('A.md', text.replace('[ ]', '[x]'));
	expect([note, newer].map(read => questionsOf(read).tracked[0]?.status)).toEqual([
		'open',
		'solid',
	]);
});

describe('the questions of a vault', () => {
	const index = aVault({
		'b.md': '## 二？\n- [ ] 乙 ^b\n## 三？\n- [ ] 丙 ^a\n',
		'a.md': '## 一？\n- [ ] 甲 ^a\n## 没有编号？\n',
	});

	test('come by path and place, duplicated ids and all', () => {
		expect(listQuestions(index).map(({ path, id }) => `${path} ${id}`)).toEqual([
			'a.md a',
			'b.md b',
			'b.md a',
		]);
	});

	test('have the untracked ones in a list of their own', () => {
		expect(untrackedQuestions(index)).toEqual([
			{ path: 'a.md', prompt: '没有编号？', kind: 'other', line: 3 },
		]);
	});
});

test('a note of 20,000 questions is read in time that grows with its length', () => {
	const text = Array.from({ length: 20_000 }, (_, i) => `## 问 ${i}？\n- [ ] 题 · L1 ★ ^q-${i}\n`);
	expect(questionsOf(aNote('a.md', text.join(''))).tracked).toHaveLength(20_000);
}, 10_000);
