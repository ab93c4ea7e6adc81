import { describe, expect, test } from '@jest/globals';
import { listAttempts } from '../../../src/core/reviews/attempt';
import { attemptsNotes, isAttemptsNote } from '../../../src/core/reviews/attempts-note';
import { lastAttempts } from '../../../src/core/reviews/last-attempt';
import { aNote, aVault } from '../../support/a-note';

const LINE = '- 2026-11-20T21:04:05+08:00 · kafka-isr · good · 30s · 4/4\n';
const HEAD = '---\ntype: attempts\n---\n';

describe('a file of attempts', () => {
	test.each([
		['by its type', '哪里/随便.md', HEAD + LINE],
		['by its place and name, without front matter', '练习记录/2026-11 desk.md', LINE],
		['by its place and name in English', 'Stackbook/Attempts/2026-11 desk.md', LINE],
		['with front matter that is broken', 'Attempts/2026-11 desk.md', `---\ntype: [\n---\n${LINE}`],
		['with front matter that nobody closed', 'Attempts/2026-11 desk.md', `---\ntype: x\n${LINE}`],
		['with another type', 'Attempts/2026-11 desk.md', `---\ntype: concept\n---\n${LINE}`],
		['that a sync named anew', 'Attempts/2026-11 desk (conflict).md', LINE],
	])('is known %s', (_, path, text) => {
		const index = aVault({ [path]: text });
		expect(attemptsNotes(index).map(note => note.path)).toEqual([path]);
		expect(listAttempts(index).map(({ questionId }) => questionId)).toEqual(['kafka-isr']);
		expect([...lastAttempts(index).keys()]).toEqual(['kafka-isr']);
	});

	test.each([
		['a note of the reader that quotes one', '日记/2026-11 desk.md'],
		['a note of the reader beside them', 'Attempts/Notes.md'],
		['a note in a folder below', 'Attempts/old/2026-11 desk.md'],
		['a note in the root', '2026-11 desk.md'],
	])('is not %s', (_, path) => {
		expect(isAttemptsNote(aNote(path, LINE))).toBe(false);
		expect(listAttempts(aVault({ [path]: LINE }))).toEqual([]);
	});
});
