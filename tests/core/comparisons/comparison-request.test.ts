import { describe, expect, test } from '@jest/globals';
import {
	comparisonOfBlock,
	comparisonOfCategory,
	comparisonRequestOf,
} from '../../../src/core/comparisons/comparison-request';
import type { ComparisonRequest } from '../../../src/core/comparisons/comparison-request';
import { aNote, aVault } from '../../support/a-note';

describe('the request of a comparison note', () => {
	function requestOf(...lines: string[]): ReturnType<typeof comparisonRequestOf> {
		const note = aNote('对比.md', ['---', 'type: comparison', ...lines, '---', ''].join('\n'));
		const index = aVault({ 'Flink.md': '', 'a/Spark.md': '', '对比.md': note.text });
		return comparisonRequestOf(index, note);
	}

	test('finds alternatives by link, by link with alias and by bare name, each once', () => {
		const { alternatives, missing, criteria } = requestOf(
			'alternatives:',
			'  - "[[Flink]]"',
			'  - "[[a/Spark|星火]]"',
			'  - spark',
			'criteria:',
			'  - 执行模型',
		);
		expect(alternatives.map(({ path }) => path)).toEqual(['Flink.md', 'a/Spark.md']);
		expect([missing, criteria]).toEqual([[], ['执行模型']]);
	});

	test('names the alternatives that are not there', () => {
		const { alternatives, missing } = requestOf(
			'alternatives:',
			'  - "[[Storm]]"',
			'  - "[[Flink]]"',
		);
		expect(missing).toEqual(['[[Storm]]']);
		expect(alternatives.map(({ path }) => path)).toEqual(['Flink.md']);
	});

	test('leaves the criteria open where none are named', () => {
		expect(requestOf('criteria: []').criteria).toBeUndefined();
		expect(requestOf().alternatives).toEqual([]);
	});

	test('takes a category where no alternative is named: the first tier first, then by title', () => {
		const technology = (tier: string, category = 'streams'): string =>
			`---\ntype: technology\ncategory: ${category}\ntier: ${tier}\n---\n`;
		const index = aVault({
			'Storm.md': technology('3'),
			'Flink.md': technology('1'),
			'Beam.md': technology('3'),
			'Odd.md': technology('x'),
			'Kafka.md': technology('1', 'queues'),
			'T.md': '---\ntype: technology\nid: "{{id}}"\ncategory: streams\n---\n{{title}}',
			'C.md':
				'---\ntype: comparison\ncategory: streams\nlayout: rows\nonly-differences: true\n---\n',
		});
		const note = index.find('C.md');
		const request = note && comparisonRequestOf(index, note);
		expect(request).toEqual({
			...comparisonOfCategory(index, 'streams'),
			layout: 'rows',
			onlyDifferences: true,
		});
		expect(request?.alternatives.map(({ title }) => title)).toEqual([
			...['Flink', 'Beam', 'Storm', 'Odd'],
		]);
		expect(comparisonOfCategory(index, 'nowhere').alternatives).toEqual([]);
	});

	test('of more alternatives than eight runs the other way unless told', () => {
		const files = Object.fromEntries(
			Array.from({ length: 9 }, (_, i) => [
				`${i}.md`,
				'---\ntype: technology\ncategory: many\n---\n',
			]),
		);
		expect(comparisonOfCategory(aVault(files), 'many').layout).toBe('rows');
		const told = aVault({
			...files,
			'c.md': '---\ntype: comparison\ncategory: many\nlayout: columns\n---\n',
		});
		const note = told.find('c.md');
		expect(note && comparisonRequestOf(told, note).layout).toBe('columns');
	});
});

describe('the request of a block', () => {
	const index = aVault({
		'技术/Flink.md': '---\ntype: technology\nid: flink\naliases: [Apache Flink]\n---\n',
		'技术/Spark.md': '---\ntype: technology\ncategory: batch\n---\n',
		'对比.md':
			'---\ntype: comparison\nalternatives: ["[[Flink]]", "[[Storm]]"]\ncriteria: [延迟]\nlayout: rows\n---\n',
	});
	const read = (...lines: string[]): ComparisonRequest | undefined =>
		comparisonOfBlock(index, lines.join('\n'), 'x.md');
	const titles = (request: ComparisonRequest | undefined): string[] =>
		request?.alternatives.map(({ title }) => title) ?? [];

	test('names notes as people type them, on one line or as a list', () => {
		expect(titles(read('compare: "[[Flink]]，spark"'))).toEqual(['Flink', 'Spark']);
		expect(titles(read('compare: apache flink、Spark'))).toEqual(['Flink', 'Spark']);
		expect(titles(read('compare:', '  - "[[技术/Spark|火花]]"', '  - flink'))).toEqual([
			...['Spark', 'Flink'],
		]);
		expect(read('compare: Flink, Nobody')?.missing).toEqual(['Nobody']);
	});

	test.each([
		['criteria: 延迟, 状态', ['延迟', '状态']],
		['criteria: 延迟，状态、吞吐', ['延迟', '状态', '吞吐']],
		['criteria: [状态, 延迟, 状态]', ['状态', '延迟']],
		['criteria: 延迟, 延迟', ['延迟']],
		['criteria: ["延迟, 状态"]', ['延迟, 状态']],
		['criteria: 读, 写', ['读, 写']],
	])('names criteria as people type them, each once: %s', (line, expected) => {
		const files = { 'A.md': '---\n"读, 写": 快\n---\n', 'B.md': '' };
		const request = comparisonOfBlock(aVault(files), `compare: A, B\n${line}`, 'x.md');
		expect(request?.criteria).toEqual(expected);
		const note = `---\ntype: comparison\nalternatives: [A, B]\n${line}\n---\n`;
		const saved = aVault({ ...files, 'V.md': note });
		const found = saved.find('V.md');
		expect(found && comparisonRequestOf(saved, found).criteria).toEqual(expected);
	});

	test('tells the criteria on which no note says anything', () => {
		const vault = aVault({
			'A.md': '---\n延迟: 低\n状态:\n---\n',
			'B.md': '',
			'V.md': '---\ntype: comparison\nalternatives: [A, B]\ncriteria: [延迟, 旧]\n---\n',
		});
		const unstated = (...lines: string[]): readonly string[] | undefined =>
			comparisonOfBlock(vault, lines.join('\n'), 'x.md')?.unstated;
		expect(unstated('compare: A, B', 'criteria: 延迟, 状态, 无')).toEqual(['状态', '无']);
		expect(unstated('compare: A, B')).toEqual([]);
		expect(unstated('compare: V')).toEqual(['旧']);
		expect(unstated('compare: V', 'criteria: 延迟')).toEqual([]);
		expect(unstated('compare: 没有', 'criteria: 延迟')).toEqual([]);
	});

	test('takes a category, criteria and both switches', () => {
		expect(
			read('category: batch', 'criteria: [a, b]', 'layout: rows', 'only-differences: true'),
		).toMatchObject({ criteria: ['a', 'b'], layout: 'rows', onlyDifferences: true });
		expect(titles(read('category: batch'))).toEqual(['Spark']);
	});

	test('takes over what a comparison note asks for, and may say otherwise', () => {
		expect(read('compare: 对比')).toMatchObject({
			...{ missing: ['[[Storm]]'], criteria: ['延迟'], layout: 'rows' },
		});
		expect(titles(read('compare: "[[对比]]"'))).toEqual(['Flink']);
		expect(read('compare: 对比', 'criteria: 状态', 'layout: columns')).toMatchObject({
			...{ criteria: ['状态'], layout: 'columns' },
		});
	});

	test('that asks for nothing compares nothing, and one that is no list of properties says so', () => {
		expect(read('')).toMatchObject({ alternatives: [], missing: [] });
		expect(read('compare: [a')).toBeUndefined();
		expect(read('just words')).toBeUndefined();
	});
});
