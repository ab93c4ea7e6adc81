import { expect, test } from '@jest/globals';
import { summaryOf } from '../../../src/core/schema/summary';
import { aNote } from '../../support/a-note';

test('the summary is the first abstract callout on one line', () => {
	const text =
		'> [!note] x\n> no\n\n> [!abstract] 一句话\n> 流引擎，\n>\n> 有状态。\n\n> [!abstract]\n> later';
	expect(summaryOf(aNote('a.md', text))).toBe('流引擎， 有状态。');
});

test('the summary is the same with CRLF line breaks', () => {
	expect(summaryOf(aNote('a.md', '> [!ABSTRACT]-\r\n> a\r\n> b\r\n'))).toBe('a b');
});

test.each(['', 'text', '> [!abstract] only a title', '> [!abstract]\n>\n'])(
	'%j has no summary',
	text => {
		expect(summaryOf(aNote('a.md', text))).toBeUndefined();
	},
);
