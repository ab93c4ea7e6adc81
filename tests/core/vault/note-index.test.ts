import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createNoteIndex } from '../../../src/core/vault/note-index';
import type { LiveNoteIndex, NoteIndex } from '../../../src/core/vault/note-index';
import { isNotePath } from '../../../src/core/vault/note-path';
import { aNote, aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';

const pathsOf = (index: NoteIndex): string[] => index.notes().map(({ path }) => path);

describe('an index', () => {
	test('gives the notes in the order of their paths', () => {
		const index = aVault({ 'b.md': '', 'a/z.md': '', 'B.md': '', 'p.png': '' });
		expect(pathsOf(index)).toEqual(['B.md', 'a/z.md', 'b.md']);
		expect(index.find('b.md')?.title).toBe('b');
		expect(index.find('p.png')).toBeUndefined();
		expect(index.find('B')).toBeUndefined();
	});

	test('is not changed by reading it', () => {
		const index = aVault({ 'a.md': '[[b]]', 'b.md': '' });
		const notes = index.notes();
		expect(index.notes()).toBe(notes);
		index.set(aNote('c.md'));
		expect(index.notes()).not.toBe(notes);
		expect(notes).toHaveLength(2);
	});

	test('resolves a link anew when its note comes, changes and goes', () => {
		const index = aVault({ 'a.md': '[[b]]' });
		const sources = (path: string): string[] => index.backlinks(path).map(({ source }) => source);
		expect(index.resolve('b', 'a.md')).toEqual({ kind: 'missing' });
		index.set(aNote('x/b.md', '[[a]]'));
		expect(sources('x/b.md')).toEqual(['a.md']);
		index.set(aNote('b.md'));
		expect([sources('x/b.md'), sources('b.md')]).toEqual([[], ['a.md']]);
		index.remove('b.md');
		expect(sources('x/b.md')).toEqual(['a.md']);
		index.set(aNote('a.md', 'no link'));
		expect(sources('x/b.md')).toEqual([]);
		index.remove('x/b.md');
		expect(sources('a.md')).toEqual([]);
		expect(pathsOf(index)).toEqual(['a.md']);
	});

	test('resolves a link anew when a file comes and goes', () => {
		const index = aVault({ 'a.md': '![[p.png]]' });
		index.addFile('img/p.png');
		expect(index.backlinks('img/p.png')).toHaveLength(1);
		index.removeFile('img/p.png');
		expect(index.backlinks('img/p.png')).toEqual([]);
		expect(index.resolve('p.png', 'a.md')).toEqual({ kind: 'missing' });
	});

	test('resolves a link anew that names the ending of a note whose name ends so', () => {
		const index = aVault({ 'x.md': '[[a.md]]', 'a.md': '' });
		expect(index.backlinks('a.md')).toHaveLength(1);
		index.set(aNote('a.md.md'));
		expect(index.backlinks('a.md')).toEqual([]);
		expect(index.backlinks('a.md.md')).toHaveLength(1);
	});

	test('takes the last reading of a note that comes twice', () => {
		const index = createNoteIndex([aNote('a.md', '[[b]]'), aNote('a.md', '[[c]]'), aNote('b.md')]);
		expect(pathsOf(index)).toEqual(['a.md', 'b.md']);
		expect(index.backlinks('b.md')).toEqual([]);
	});

	test('has nothing to remove where there is nothing', () => {
		const index = aVault({ 'a.md': '' });
		index.remove('b.md');
		index.removeFile('p.png');
		expect(pathsOf(index)).toEqual(['a.md']);
	});
});

const NOTES = [
	'a.md',
	'A.md',
	'b.md',
	'x/a.md',
	'x/b.md',
	'x/y/a.md',
	'流.md',
	'a.md.md',
	'p.png.md',
];
const FILES = ['p.png', 'x/p.png', 'a.canvas', 'a'];
const TARGETS = [
	...['a', 'A', 'b', 'x/a', 'y/a', '/a', './a', '../a', './b', '流', 'a.md', 'x/b.md', 'a.md.md'],
	...['p.png', 'x/p.png', 'a.canvas', 'none', '', '../../a', 'y/../a'],
];

type Step =
	| { readonly kind: 'set'; readonly path: string; readonly text: string }
	| { readonly kind: 'rename'; readonly path: string; readonly to: string }
	| { readonly kind: 'remove' | 'addFile' | 'removeFile'; readonly path: string };

const text = fc
	.array(fc.constantFrom(...TARGETS), { maxLength: 5 })
	.map(targets => targets.map(target => `[[${target}|x]]`).join('\n'));

const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ kind: fc.constant('set' as const), path: fc.constantFrom(...NOTES), text }),
	fc.record({
		kind: fc.constant('rename' as const),
		path: fc.constantFrom(...NOTES),
		to: fc.constantFrom(...NOTES),
	}),
	fc.record({ kind: fc.constant('remove' as const), path: fc.constantFrom(...NOTES) }),
	fc.record({
		kind: fc.constantFrom('addFile' as const, 'removeFile' as const),
		path: fc.constantFrom(...FILES),
	}),
);

/** Does one step to the index and to the plain map of the vault's files. */
function take(index: LiveNoteIndex, files: Map<string, string>, next: Step): void {
	switch (next.kind) {
		case 'set':
			index.set(aNote(next.path, next.text));
			files.set(next.path, next.text);
			return;
		case 'rename': {
			const moved = files.get(next.path);
			if (moved === undefined || next.to === next.path) return;
			index.remove(next.path);
			index.set(aNote(next.to, moved));
			files.delete(next.path);
			files.set(next.to, moved);
			return;
		}
		case 'addFile':
			index.addFile(next.path);
			files.set(next.path, '');
			return;
		case 'remove':
		case 'removeFile':
			index[next.kind](next.path);
			files.delete(next.path);
			return;
	}
}

/** All that can be asked of an index about these paths. */
function answers(index: NoteIndex): unknown {
	return {
		notes: index.notes().map(({ path, text: written }) => [path, written]),
		backlinks: [...NOTES, ...FILES].map(path => index.backlinks(path)),
		resolutions: NOTES.flatMap(from => TARGETS.map(target => index.resolve(target, from))),
	};
}

describe('an index that follows a vault', () => {
	test('answers after any steps as one that was made anew', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 25 }), steps => {
				const files = new Map<string, string>();
				const index = createNoteIndex();
				for (const next of steps) take(index, files, next);
				expect(answers(index)).toEqual(answers(aVault(Object.fromEntries(files))));
			}),
			{ numRuns: propertyRuns(300) },
		);
	});

	test('answers the same whatever the order in which notes and files came', () => {
		const vault = fc.uniqueArray(fc.tuple(fc.constantFrom(...NOTES, ...FILES), text), {
			selector: ([path]) => path,
		});
		fc.assert(
			fc.property(vault, entries => {
				const notes = entries
					.filter(([path]) => isNotePath(path))
					.map(([path, written]) => aNote(path, written));
				const files = entries.map(([path]) => path).filter(path => !isNotePath(path));
				const expected = answers(createNoteIndex(notes, files));
				expect(answers(createNoteIndex([...notes].reverse(), [...files].reverse()))).toEqual(
					expected,
				);
			}),
			{ numRuns: propertyRuns(200) },
		);
	});
});
