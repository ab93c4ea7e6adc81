import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeOpenComments } from '../../../src/core/markdown/escape-comments';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

describe('a comment that does not end on its line', () => {
	test.each([
		['%% a', '%\\% a'],
		['a %% b', 'a %\\% b'],
		['a %% b %% c %% d', 'a %% b %% c %\\% d'],
		['a %% b\nc %% d', 'a %\\% b\nc %\\% d'],
		['%%%', '%\\%\\%'],
		['a <!-- b', 'a <\\!-- b'],
		['<!-- a\n-->', '<\\!-- a\n-->'],
		['a %% b <!-- c', 'a %\\% b <\\!-- c'],
		[`${'x'.repeat(20_001)} %% y`, `${'x'.repeat(20_001)} %\\% y`],
	])('is opened no more in %j', (text, expected) => {
		expect(escapeOpenComments(text)).toBe(expected);
	});
});

describe('as it is stays', () => {
	test.each([
		['what ends on its line', 'a %% b %% c <!-- d --> e'],
		['a code span', "a `like '%%x'` b `<!--`"],
		['code', '```sql\na %% b\n<!--\n```\nc'],
		['indented code', 'a\n\n    b %% c'],
		['math', '$$\na %% b\n$$'],
		['a per cent', '5 % and 100%'],
	])('%s', (_, text) => {
		expect(escapeOpenComments(text)).toBe(text);
	});
});

test('a text is the same to a second look, and hides nothing of what stands below it', () => {
	fc.assert(
		fc.property(anyMarkdown, text => {
			const escaped = escapeOpenComments(text);
			expect(escapeOpenComments(escaped)).toBe(escaped);
			expect(escaped.replaceAll('\\', '')).toBe(text.replaceAll('\\', ''));
			const quoted = escaped.split(/\r\n|\n|\r/).map(line => `> ${line}`);
			const { headings } = scanNote([...quoted, '', '# Z'].join('\n'), 0);
			expect(headings.map(heading => heading.text)).toEqual(['Z']);
		}),
		{ numRuns: propertyRuns(300) },
	);
});
