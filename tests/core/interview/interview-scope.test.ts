import { describe, expect, test } from '@jest/globals';
import { questionsInScope, type InterviewScope } from '../../../src/core/interview/interview-scope';
import type { LiveNoteIndex } from '../../../src/core/vault/note-index';
import { aNote, aVault } from '../../support/a-note';

function aTechnology(stem: string, category: string, alias: string): string {
	const head = ['---', 'type: technology', `id: ${stem}`, `category: ${category}`];
	const body = ['## 原理', `### ${stem} 一？`, `- [ ] 甲 ^${stem}-1`, '', '## 对比'];
	const last = [`### ${stem} 二？`, `- [x] 乙 ^${stem}-2`, '', `### ${stem} 没有编号？`, ''];
	return [...head, `aliases: [${alias}]`, '---', ...body, ...last].join('\n');
}

const COMPARISON = [
	'---',
	'type: comparison',
	'category: stream-processing',
	'alternatives:',
	'  - "[[Spark]]"',
	'  - "[[Flink|弗林克]]"',
	'  - "[[技术/Spark]]"',
	'  - "[[没有]]"',
	'---',
	'### 怎么选？',
	'- [ ] 选 ^choose',
	'',
].join('\n');

function theVault(list = ''): LiveNoteIndex {
	return aVault({
		'技术/Flink.md': aTechnology('flink', 'stream-processing', 'Apache Flink'),
		'技术/Spark.md': aTechnology('spark', 'stream-processing', 'Apache Spark'),
		'技术/Kafka.md': aTechnology('kafka', 'message-queue', 'Apache Kafka'),
		'对比/引擎.md': COMPARISON,
		'模板.md': '---\nid: "{{id}}"\n---\n### {{title}} 问？\n- [ ] 题 ^template\n',
		'清单.md': list,
	});
}

function ids(index: LiveNoteIndex, scope: InterviewScope): string {
	return questionsInScope(index, scope)
		.map(({ id }) => id)
		.join(' ');
}

describe('the scope of an interview', () => {
	test('may be everything that is tracked, by path and place, without templates', () => {
		expect(ids(theVault(), { kind: 'everything' })).toBe(
			'choose flink-1 flink-2 kafka-1 kafka-2 spark-1 spark-2',
		);
	});

	test('may be notes, in the order given, each once; one that is gone asks nothing', () => {
		const paths = ['技术/Spark.md', '没有.md', '技术/Flink.md', '技术/Spark.md'];
		expect(ids(theVault(), { kind: 'notes', paths })).toBe('spark-1 spark-2 flink-1 flink-2');
		expect(ids(theVault(), { kind: 'notes', paths: [] })).toBe('');
	});

	test('may be a category', () => {
		const category = 'message-queue';
		expect(ids(theVault(), { kind: 'category', category })).toBe('kafka-1 kafka-2');
		expect(ids(theVault(), { kind: 'category', category: 'none' })).toBe('');
	});

	test('may be a comparison: its own questions, then what its alternatives compare, each once', () => {
		expect(ids(theVault(), { kind: 'comparison', path: '对比/引擎.md' })).toBe(
			'choose spark-2 flink-2',
		);
		expect(ids(theVault(), { kind: 'comparison', path: '没有.md' })).toBe('');
	});

	test('asks the first of two questions that share an id', () => {
		const index = theVault();
		index.set(aNote('技术/Spark 2.md', aTechnology('spark', 'x', 'S')));
		const found = questionsInScope(index, { kind: 'everything' });
		expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
		expect(found.find(({ id }) => id === 'spark-1')?.path).toBe('技术/Spark 2.md');
	});
});

describe('a list of questions', () => {
	function listed(list: string, index = theVault(list)): string {
		return ids(index, { kind: 'list', path: '清单.md' });
	}

	test('asks in its own order, each question once', () => {
		expect(
			listed('- [[Kafka#^kafka-2]]\n- [[Flink#^flink-1|一]]\n- [[技术/Kafka#^kafka-2]]\n'),
		).toBe('kafka-2 flink-1');
	});

	test.each([
		['a link in Markdown', '[二](技术/Kafka.md#^kafka-2)', 'kafka-2'],
		['an embed', '![[Kafka#^kafka-2]]', 'kafka-2'],
		['a property', '---\nnext: "[[Kafka#^kafka-2]]"\n---\n', 'kafka-2'],
		['an id in other letters', '[[kafka#^KAFKA-2]]', 'kafka-2'],
		['a question of its own', '### 我的？\n- [ ] 我 ^mine\n\n[[#^mine]]', 'mine'],
	])('may be written as %s', (_, list, expected) => {
		expect(listed(list)).toBe(expected);
	});

	test.each([
		['a note as a whole', '[[Kafka]]'],
		['a heading', '[[Kafka#原理]]'],
		['a block that asks nothing', '[[Kafka#^none]]'],
		['an untracked question', '[[Kafka#kafka 没有编号？]]'],
		['a name of every record', '[[Kafka#^constructor]]'],
		['a template', '[[模板#^template]]'],
		['code', '`[[Kafka#^kafka-2]]`'],
	])('asks nothing for %s', (_, list) => {
		expect(listed(list)).toBe('');
	});

	test('finds a question whose note was renamed, or that moved to another note', () => {
		const list = '[[Kafka#^kafka-2]] [[Flink#^flink-1]]';
		const index = theVault(list);
		const [kafka, flink] = ['技术/Kafka.md', '技术/Flink.md'].map(path => index.find(path)?.text);
		index.set(aNote('技术/Kafka 4.md', kafka));
		index.remove('技术/Kafka.md');
		index.set(aNote('技术/Flink.md', '空'));
		index.set(aNote('技术/Flink 问题.md', flink));
		expect(listed(list, index)).toBe('kafka-2 flink-1');
	});

	test('takes the question of the note that it names where two share an id', () => {
		const index = theVault('[[Spark#^spark-1]]');
		index.set(aNote('技术/A.md', aTechnology('spark', 'x', 'S')));
		const [question] = questionsInScope(index, { kind: 'list', path: '清单.md' });
		expect(question?.path).toBe('技术/Spark.md');
	});

	test('that is gone or empty asks nothing', () => {
		expect(listed('')).toBe('');
		expect(ids(theVault(), { kind: 'list', path: '没有.md' })).toBe('');
	});
});
