// Notes outside of our folder that somebody asked for, without an app around them.
import { expect, test } from '@jest/globals';
import { createGuestNotes } from '../../src/obsidian/guest-notes';
import { aNote } from '../support/a-note';

test('a guest that got another name is found by both, after two renamings too', () => {
	const guests = createGuestNotes();
	guests.put('Diary/A.md', aNote('Diary/A.md', 'a'));
	guests.rename('Diary/A.md', 'Diary/B.md');
	expect(guests.find('Diary/A.md')).toBeUndefined();
	expect(guests.has('Diary/B.md')).toBe(true);
	guests.rename('Diary', 'Old');
	expect(guests.placeOf('Diary/A.md')).toBe('Old/B.md');
	const read = aNote('Old/B.md', 'a');
	guests.put('Old/B.md', read);
	for (const name of ['Diary/A.md', 'Diary/B.md', 'Old/B.md']) expect(guests.find(name)).toBe(read);
	expect([...guests.paths()]).toEqual(['Old/B.md']);
});

test('another note that gets the name which a guest had is itself', () => {
	const guests = createGuestNotes();
	guests.put('A.md', aNote('A.md', 'a'));
	guests.rename('A.md', 'B.md');
	guests.put('B.md', aNote('B.md', 'a'));
	const other = aNote('A.md', 'other');
	guests.put('A.md', other);
	expect(guests.find('A.md')).toBe(other);
	expect(guests.find('B.md')?.text).toBe('a');
});
