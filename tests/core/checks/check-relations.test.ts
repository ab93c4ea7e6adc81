import { expect, test } from '@jest/globals';
import { checkComparison, checkRelations } from '../../../src/core/checks/check-relations';
import { aNote, aVault } from '../../support/a-note';

const LIST = '## 关系\n- **邻居** [[b]]：x\n- **上游** b：x\n- **上游** [[b]]\n';

test('faulty relations are named with their words', () => {
	const found = checkRelations(aNote('a.md', `---\ntype: concept\nid: a\n---\n${LIST}`));
	expect(found.map(({ code, line, params }) => [code, line, params])).toEqual([
		['relation-kind-unknown', 6, { word: '邻居' }],
		['relation-without-link', 7, { word: '上游' }],
		['relation-without-reason', 8, { word: '上游' }],
	]);
});

test('the lists of an ordinary note are its own business', () => {
	expect(checkRelations(aNote('a.md', LIST))).toEqual([]);
});

test('a comparison names what is missing, with the property that asks for it', () => {
	const index = aVault({
		'c.md':
			'---\ntype: comparison\nalternatives:\n  - "[[F]]"\n  - "[[无]]"\ncriteria:\n  - 甲\n  - 乙\n---\n',
		'F.md': '---\n甲: 有\n---\n',
	});
	const note = index.find('c.md');
	expect(note && checkComparison(index, note)).toMatchObject([
		{ code: 'comparison-alternative-missing', line: 3, params: { target: '[[无]]' } },
		{ code: 'comparison-cell-empty', line: 6, params: { criterion: '乙', alternative: 'F' } },
	]);
});

test('a comparison without criteria has no empty cell, and only comparisons are asked', () => {
	const text = '---\ntype: comparison\nalternatives:\n  - "[[F]]"\n---\n';
	const index = aVault({ 'c.md': text, 'd.md': text.replace('comparison', 'note'), 'F.md': '' });
	for (const note of index.notes()) expect(checkComparison(index, note)).toEqual([]);
});
