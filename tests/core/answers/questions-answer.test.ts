import { describe, expect, test } from '@jest/globals';
import { answerQuestions } from '../../../src/core/answers/questions-answer';
import type { QuestionOptions } from '../../../src/core/answers/questions-answer';
import { aVault } from '../../support/a-note';

const INDEX = aVault({
	'A.md':
		'---\ntype: technology\ncategory: x\n---\n## 原理\n### 甲？\n- [ ] 甲 · L2 ^a-1\n### 乙？\n- [x] 乙 ^a-2\n### 丙？\n## 问题\n### 丁？\n',
	'B.md': '---\ncategory: y\n---\n## 问题\n### 戊？\n',
	'C.md': '## 己？\n',
});

function ask(options: QuestionOptions, note?: string): string {
	const answered = answerQuestions(INDEX, { note, vaultName: 'v' }, options, key => key);
	if (answered.kind === 'refused') return answered.key;
	const entries = answered.json as { prompt: string; status: string }[];
	for (const { prompt } of entries) expect(answered.text).toContain(prompt);
	return entries.map(({ prompt, status }) => `${prompt}${status}`).join(' ');
}

describe('questions without an id', () => {
	test.each([
		['of all notes', {}, '丙？untracked 丁？untracked 戊？untracked 己？untracked'],
		['of a kind', { kind: 'problem' }, '丁？untracked 戊？untracked'],
		['of a category', { category: 'y' }, '戊？untracked'],
		['of a kind and a category', { kind: 'principle', category: 'x,y' }, '丙？untracked'],
		['of no such category', { category: 'z' }, ''],
	])('%s', (_, options, found) => {
		expect(ask({ status: 'untracked', ...options })).toBe(found);
	});

	test('of one note', () => {
		expect(ask({ status: 'untracked' }, 'B')).toBe('戊？untracked');
	});

	test('stand behind those of other statuses', () => {
		expect(ask({ status: 'untracked,open', category: 'x' })).toBe(
			'甲？open 丙？untracked 丁？untracked',
		);
		expect(ask({ status: 'solid' })).toBe('乙？solid');
	});

	test('have no level to be picked by', () => {
		expect(ask({ status: 'untracked', level: '2' })).toBe('cli.error.untracked-level');
		expect(ask({ status: 'open', level: '2' })).toBe('甲？open');
	});

	test('are told with the fields of all others, and with their line', () => {
		const options = { status: 'untracked', category: 'y' };
		const place = { note: undefined, vaultName: 'v' };
		expect(answerQuestions(INDEX, place, options, key => key)).toMatchObject({
			json: [
				{
					id: null,
					path: 'B.md',
					technology: 'B',
					category: 'y',
					kind: 'problem',
					level: null,
					status: 'untracked',
					prompt: '戊？',
					answered: false,
					due: null,
					line: 5,
				},
			],
		});
	});
});
