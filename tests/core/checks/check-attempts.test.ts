import { expect, test } from '@jest/globals';
import { checkAttempts } from '../../../src/core/checks/check-attempts';
import { aNote } from '../../support/a-note';

const PATH = '练习记录/2026-11 desk.md';
const LINE = '- 2026-11-20T21:04:05+08:00 · kafka-isr · good · 30s · 4/4\n';

test.each([
	['without front matter', LINE, 1],
	['with another type', `---\nmonth: "2026-11"\ntype: concept\n---\n${LINE}`, 3],
	['with no type', `---\nmonth: "2026-11"\n---\n${LINE}`, 1],
])('attempts in a file %s are named, for they count by its place alone', (_, text, line) => {
	expect(checkAttempts(aNote(PATH, text))).toEqual([
		{ code: 'attempts-type-missing', severity: 'warning', path: PATH, line, params: {} },
	]);
});

test.each([
	['that is whole', PATH, `---\ntype: attempts\n---\n${LINE}`],
	['that holds none', PATH, '- 一\n'],
	['that is none', '日记.md', LINE],
])('nothing is said of a file %s', (_, path, text) => {
	expect(checkAttempts(aNote(path, text))).toEqual([]);
});
