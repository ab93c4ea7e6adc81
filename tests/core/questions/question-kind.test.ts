import { expect, test } from '@jest/globals';
import type { Heading } from '../../../src/core/markdown/structure';
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

test.each(['', '原理图', '设计原理', 'constructor'])('the heading %j names no kind', text => {
	expect(kindOfHeading(heading(text))).toBeUndefined();
	expect(kindOfSection([heading(text)])).toBe('other');
});

test('the innermost heading that names a kind wins', () => {
	expect(kindOfSection(['原理', '优化', '细节'].map(heading))).toBe('optimization');
	expect(kindOfSection([])).toBe('other');
});
