import { expect, test } from '@jest/globals';
import type { Heading } from '../../../src/core/markdown/structure';
import { asksQuestion } from '../../../src/core/questions/heading-words';
import {
	kindOfHeading,
	kindOfSection,
	QUESTION_KINDS,
} from '../../../src/core/questions/question-kind';

function heading(text: string): Heading {
	return { level: 2, text, range: { start: 0, end: 0 }, line: 1 };
}

test('every kind but `other` has a heading in each language', () => {
	const zh = ['原理', '特性', '应用场景', '问题', '优化', '对比', '运维'];
	const en = ['Principles', 'Features', 'SCENARIOS', 'problems', ' Optimizations ', 'Comparisons'];
	const kinds = QUESTION_KINDS.filter(kind => kind !== 'other');
	expect(zh.map(text => kindOfHeading(heading(text)))).toEqual(kinds);
	expect([...en, 'Operations'].map(text => kindOfHeading(heading(text)))).toEqual(kinds);
});

test.each([
	['一、原理', 'principle'],
	['（二）特性', 'feature'],
	['(3) 应用场景', 'scenario'],
	['1. 问题', 'problem'],
	['1.2 优化', 'optimization'],
	['2.1.3、对比', 'comparison'],
	['3）运维', 'operation'],
	['第三章 原理', 'principle'],
	['🚀 原理', 'principle'],
	['⚙️ 2. 原理', 'principle'],
	['1️⃣ 原理', 'principle'],
	['**原理**', 'principle'],
	['原理 #flink', 'principle'],
	['IV. Problems', undefined],
	['4. Problems', 'problem'],
	['核心原理', 'principle'],
	['常见问题', undefined],
	['一原理', undefined],
	['2原理', undefined],
	['1.5 倍优化', undefined],
])('the heading «%s» names %s', (text, kind) => {
	expect(kindOfHeading(heading(text))).toBe(kind);
});

test('long runs of what is left out are read in time that grows with their length', () => {
	for (const run of ['🚀', '1.', '一', ' #a', '）', '*', '[^1]', '第一章', ' ']) {
		kindOfHeading(heading(run.repeat(4000)));
		expect(typeof asksQuestion(`？${run.repeat(4000)}x`)).toBe('boolean');
	}
}, 2000);

test.each(['', '原理图', '设计原理', 'constructor'])('the heading %j names no kind', text => {
	expect(kindOfHeading(heading(text))).toBeUndefined();
	expect(kindOfSection([heading(text)])).toBe('other');
});

test('the innermost heading that names a kind wins', () => {
	expect(kindOfSection(['原理', '优化', '细节'].map(heading))).toBe('optimization');
	expect(kindOfSection([])).toBe('other');
});
