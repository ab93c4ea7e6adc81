import { expect, test } from '@jest/globals';
import { plainLines } from '../../src/cli/plain-lines.mts';

test.each([
	['**a** of [[B|b]]', '', 'a of b'],
	['1. first\n2. then\n   - **nested**', '', '1. first\n2. then\n   - nested'],
	['a\n- b\n  c', '     ', 'a\n     - b\n       c'],
	['```sql\n  select 1\n```', '', '```sql\n  select 1\n```'],
	['a\n\nb  ', '  ', 'a\n  \n  b'],
])('%j is plain in a terminal, and keeps its lists', (markdown, indent, expected) => {
	expect(plainLines(markdown, indent)).toBe(expected);
});
