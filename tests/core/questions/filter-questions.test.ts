import { expect, test } from '@jest/globals';
import { filterQuestions, type QuestionFilter } from '../../../src/core/questions/filter-questions';
import { listQuestions } from '../../../src/core/questions/question';
import { aVault } from '../../support/a-note';

const questions = listQuestions(
	aVault({
		'a.md':
			'---\ncategory: x\n---\n## 原理\n### 一\n- [ ] 甲 · L1 ^a\n## 优化\n### 二\n- [x] 乙 · L2 ^b\n',
		'b.md': '## 原理\n### 三\n- [/] 丙 ^c\n### 四\n- [-] 丁 · L1 ^d\n',
	}),
);

test.each<[string, QuestionFilter, string]>([
	['nothing', {}, 'abcd'],
	['paths', { paths: ['b.md'] }, 'cd'],
	['statuses', { statuses: ['open', 'shaky'] }, 'ac'],
	['kinds', { kinds: ['principle'] }, 'acd'],
	['levels, which a question without one never fits', { levels: [1, 2, 3, 4] }, 'abd'],
	['categories, which a question without one never fits', { categories: ['x', 'none'] }, 'ab'],
	['all parts at once', { kinds: ['principle'], levels: [1], paths: ['a.md', 'b.md'] }, 'ad'],
	['an empty list, which nothing fits', { statuses: [] }, ''],
])('a filter may name %s', (_, filter, ids) => {
	expect(
		filterQuestions(questions, filter)
			.map(({ id }) => id)
			.join(''),
	).toBe(ids);
});
