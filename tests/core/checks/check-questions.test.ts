import { describe, expect, test } from '@jest/globals';
import { checkQuestionIds, checkQuestions } from '../../../src/core/checks/check-questions';
import { listQuestions } from '../../../src/core/questions/question';
import { aNote, aVault } from '../../support/a-note';

describe('a reference answer', () => {
	test.each([
		['nothing', '', ['question-summary-missing', 'question-key-points-missing']],
		['a summary', '> **30 秒** x', ['question-key-points-missing']],
		['key points', '> **要点**\n> - x', ['question-summary-missing']],
		[
			'follow-ups and sources',
			'> **追问**\n> - x\n>\n> **依据** y',
			['question-summary-missing', 'question-key-points-missing'],
		],
	])('with only %s lacks what it promises', (_, lines, codes) => {
		const found = checkQuestions(aNote('a.md', `## 问\n- [ ] 甲 ^q\n\n> [!answer]\n${lines}`));
		expect(found).toEqual(
			codes.map(code => ({ code, severity: 'info', path: 'a.md', line: 1, params: { id: 'q' } })),
		);
	});

	test('is not asked of a question of the reader', () => {
		expect(checkQuestions(aNote('a.md', '## 问\n- [ ] 甲 ^q\n\n> [!note]\n> x'))).toEqual([]);
	});
});

test('an unknown status is named with its character', () => {
	expect(checkQuestions(aNote('a.md', '## 问\n- [✅] 甲 ^q'))).toMatchObject([
		{ code: 'question-status-unknown', line: 2, params: { id: 'q', character: '✅' } },
	]);
});

test('every further question with an id that is taken names the first', () => {
	const questions = listQuestions(
		aVault({ 'a.md': '## 一\n- [ ] 甲 ^q\n## 二\n- [ ] 乙 ^Q\n', 'b.md': '\n## 三\n- [ ] 丙 ^q' }),
	);
	expect(checkQuestionIds(questions).map(({ path, line, params }) => [path, line, params])).toEqual(
		[
			['a.md', 4, { id: 'Q', other: 'a.md:2' }],
			['b.md', 3, { id: 'q', other: 'a.md:2' }],
		],
	);
});
