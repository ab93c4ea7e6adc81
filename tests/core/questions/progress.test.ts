import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countProgress, reportProgress } from '../../../src/core/questions/progress';
import { listQuestions, type Question } from '../../../src/core/questions/question';
import { aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';

function questionsWith(characters: readonly string[]): Question[] {
	const text = characters.map((c, i) => `## 问 ${i}\n- [${c}] 题 ^q-${i}\n`).join('');
	return listQuestions(aVault({ 'a.md': text }));
}

describe('progress', () => {
	test('counts what is open, shaky and solid, and leaves out what is not for the reader', () => {
		expect(countProgress(questionsWith([' ', ' ', '/', 'x', 'X', '-', '?']))).toEqual({
			total: 6,
			open: 3,
			shaky: 1,
			solid: 2,
		});
		expect(countProgress([])).toEqual({ total: 0, open: 0, shaky: 0, solid: 0 });
	});

	test('has a total that no change between open, shaky and solid moves', () => {
		const status = fc.constantFrom(' ', '/', 'x');
		fc.assert(
			fc.property(fc.array(fc.tuple(status, status), { maxLength: 20 }), changes => {
				const before = countProgress(questionsWith(changes.map(([from]) => from)));
				const after = countProgress(questionsWith(changes.map(([, to]) => to)));
				expect(after.total).toBe(before.total);
				expect(after.open + after.shaky + after.solid).toBe(after.total);
			}),
			{ numRuns: propertyRuns(100) },
		);
	});
});

describe('a progress report', () => {
	const report = reportProgress(
		listQuestions(
			aVault({
				'Flink.md':
					'---\ncategory: x\n---\n## 优化\n### 一\n- [x] 甲 · L2 ^a\n## 原理\n### 二\n- [ ] 乙 ^b\n',
				'__proto__.md': '### 三\n- [/] 丙 · L1 ^c\n### 四\n- [-] 丁 · L4 ^d\n',
			}),
		),
	);
	const one = { total: 1, open: 0, shaky: 0, solid: 0 };

	test('groups by technology, category, kind and level', () => {
		expect(report.questions).toEqual({ total: 3, open: 1, shaky: 1, solid: 1 });
		expect(Object.entries(report.byTechnology)).toEqual([
			['Flink', { total: 2, open: 1, shaky: 0, solid: 1 }],
			['__proto__', { ...one, shaky: 1 }],
		]);
		expect(report.byCategory).toEqual({
			none: { ...one, shaky: 1 },
			x: { total: 2, open: 1, shaky: 0, solid: 1 },
		});
		expect(report.byLevel).toEqual({
			L1: { ...one, shaky: 1 },
			L2: { ...one, solid: 1 },
			L4: { ...one, total: 0 },
			none: { ...one, open: 1 },
		});
	});

	test('names kinds in the order of the note format', () => {
		expect(Object.keys(report.byKind)).toEqual(['principle', 'optimization', 'other']);
	});

	test('adds up to the whole in every grouping', () => {
		for (const groups of [report.byTechnology, report.byCategory, report.byKind, report.byLevel]) {
			const total = Object.values(groups).reduce((sum, progress) => sum + progress.total, 0);
			expect(total).toBe(report.questions.total);
		}
	});
});
