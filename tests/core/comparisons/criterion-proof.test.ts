import { expect, test } from '@jest/globals';
import { proofsOf } from '../../../src/core/comparisons/criterion-proof';
import { aNote } from '../../support/a-note';

const proofs = (...lines: string[]): [string, string][] => [
	...proofsOf(aNote('Flink.md', lines.join('\n'))),
];

test('a line that names criteria in bold before a link into the note proves them', () => {
	expect(
		proofs(
			'- **容错机制**、**端到端一致性：** [[#^flink-checkpoint]]',
			'**状态** [[#状态后端|见]]',
		),
	).toEqual([
		['容错机制', '^flink-checkpoint'],
		['端到端一致性', '^flink-checkpoint'],
		['状态', '状态后端'],
	]);
});

test('a heading that reads like the criterion proves it, where no line does', () => {
	expect(proofs('## 延迟', '## SQL: [x] #1', '- **延迟** [[#^flink-latency]]')).toEqual([
		['延迟', '^flink-latency'],
		['SQL: [x] #1', 'SQL x 1'],
	]);
});

test('the first of two lines wins, and only what stands before the first link of a line counts', () => {
	expect(proofs('- **状态** [[#^a-x]] 与 **延迟** [[#^a-y]]', '- **状态** [[#^a-z]]')).toEqual([
		['状态', '^a-x'],
	]);
});

test('links to other notes, links without a place, code and regions prove nothing', () => {
	expect(
		proofs(
			'- **状态** [[Kafka#^kafka-x]]',
			'- **状态** [[#]]',
			'`**状态** [[#^a-b]]`',
			'<!-- stackbook:begin backlinks -->',
			'',
			'- **状态** [[#^a-b]]',
			'',
			'<!-- stackbook:end backlinks -->',
		),
	).toEqual([]);
});
