import { expect, test } from '@jest/globals';
import { joinPath } from '../../src/core/vault/note-path';
import { isNoteTitle, titleOfText } from '../../src/obsidian/new-note/note-title';
import { ESCAPING_PATHS, HOSTILE_NAMES } from '../support/hostile-paths';

test.each([...ESCAPING_PATHS, ...HOSTILE_NAMES])('no new note is named %j', name => {
	expect(isNoteTitle(titleOfText(name))).toBe(false);
});

test('blanks around a title are no part of the name', () => {
	expect(titleOfText(' trail \n')).toBe('trail');
});

test('a joined path never climbs above its folder', () => {
	const joined = ESCAPING_PATHS.map(path => joinPath('', path) ?? '');
	expect(joined.filter(path => path.split('/').includes('..'))).toEqual([]);
});
