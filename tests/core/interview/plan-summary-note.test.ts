import { describe, expect, test } from '@jest/globals';
import { planSummaryNote } from '../../../src/core/interview/plan-summary-note';
import { questionsInScope } from '../../../src/core/interview/interview-scope';
import { makeResult } from '../../../src/core/interview/result';
import { summarizeInterview } from '../../../src/core/interview/summary';
import { listQuestions } from '../../../src/core/questions/question';
import { listBacklinks } from '../../../src/core/relations/backlink-list';
import { aVault } from '../../support/a-note';

const TIME = '2026-11-20T21:04:05+08:00';
const KAFKA = '---\ntype: technology\nid: kafka\n---\n## 原理\n### 一？\n- [ ] 甲 · L2 ^a\n';

function plan(files: Record<string, string>, number = 1) {
	const index = aVault(files);
	const results = listQuestions(index).map(question =>
		makeResult(question, undefined, { rating: 'again', time: TIME, thinking: 9000, hits: [] }),
	);
	return planSummaryNote(index, summarizeInterview(results), { time: TIME, number });
}

describe('the note of an interview', () => {
	test('stands beside the attempts, named after the minute', () => {
		const home = '---\ntype: home\nlanguage: en\n---\n';
		expect(plan({ 'S/Home.md': home, 'S/Kafka.md': KAFKA }).path).toBe(
			'S/Interviews/Interview 2026-11-20 2104.md',
		);
		expect(plan({ 'Kafka.md': KAFKA }).path).toBe('面试记录/面试 2026-11-20 2104.md');
		expect(plan({ 'Kafka.md': KAFKA }, 2).path).toBe('面试记录/面试 2026-11-20 2104 (2).md');
	});

	test('has its kind and its day, then what was asked', () => {
		const { text } = plan({ 'Kafka.md': KAFKA });
		expect(text).toMatch(/^---\ntype: interview\ndate: 2026-11-20\n---\n\n\| 问题 \|/);
		expect(text).toContain('[[Kafka#^a\\|一？]]');
	});

	test('has the seed by which the interview can be had again', () => {
		const index = aVault({ 'Kafka.md': KAFKA });
		const { text } = planSummaryNote(index, summarizeInterview([], { seed: 42 }), {
			time: TIME,
			number: 1,
		});
		expect(text).toMatch(/^---\ntype: interview\ndate: 2026-11-20\nseed: 42\n---\n/);
	});

	test('links to questions that can be asked again, and is no backlink', () => {
		const { path, text } = plan({ 'Kafka.md': KAFKA });
		const index = aVault({ 'Kafka.md': KAFKA, [path]: text });
		expect(questionsInScope(index, { kind: 'list', path }).map(({ id }) => id)).toEqual(['a']);
		expect(listBacklinks(index, 'Kafka.md')).toEqual([]);
	});
});
