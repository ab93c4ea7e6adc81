import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { promptNames } from '../../../src/core/regions/prompt-names';
import { regionsBySubject } from '../../../src/core/regions/region-subject';
import { askingNotes, progressByCategory } from '../../../src/core/questions/progress-by-category';
import { progressOfNote, sumProgress } from '../../../src/core/questions/progress';
import { conceptsOf, technologiesOf } from '../../../src/core/schema/category-members';
import { categoryOf, noteLanguageOf, notesOfType } from '../../../src/core/schema/note-type';
import type { LiveNoteIndex, NoteIndex } from '../../../src/core/vault/note-index';
import { aNote, aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';
import { anyStep, anyVault, takeStep } from '../../support/random-vault';
import type { Files } from '../../support/random-vault';

const PATHS = ['', 'x/', 'x/y/'].flatMap(folder =>
	['Kafka', 'Flink', '水位线', 'a b'].map(title => `${folder}${title}.md`),
);
const SUBJECTS = [
	...['file kafka', 'said k', 'linked flink', 'members x', 'members concept', 'counted x'],
	...['counted-anywhere ', 'category x', 'drawn-category x', 'drawn 水位线', 'anything '],
] as const;

/** All that aggregates answer, in an order of its own where theirs means nothing. */
function answers(index: NoteIndex): unknown {
	const texts = (notes: readonly { path: string; text: string }[]): string[][] =>
		notes.map(({ path, text }) => [path, text]);
	const prompts = index.gather(promptNames);
	return {
		language: noteLanguageOf(index),
		types: ['technology', 'home', 'comparison'].map(type =>
			texts(notesOfType(index, type as 'home')),
		),
		concepts: texts(conceptsOf(index)),
		members: ['x', 'y'].map(category => texts(technologiesOf(index, category))),
		asking: ['x', 'y'].map(category => texts(askingNotes(index, category))),
		progress: [...progressByCategory(index)].sort(),
		naming: PATHS.map(path =>
			[...prompts.naming(path)].map(question => JSON.stringify(question)).sort(),
		),
		namedIn: [...prompts.namesIn('Kafka X 与水位线 a b k')].sort(),
		regions: SUBJECTS.map(one =>
			Array.from(index.gather(regionsBySubject).regionsOf(one), place =>
				JSON.stringify(place),
			).sort(),
		),
	};
}

function follow(index: LiveNoteIndex, before: Files, after: Files): void {
	for (const path of Object.keys(before)) if (after[path] === undefined) index.remove(path);
	for (const [path, text] of Object.entries(after))
		if (before[path] !== text) index.set(aNote(path, text));
}

describe('after any changes', () => {
	test('everything gathered is what it would be had it been gathered then', () => {
		fc.assert(
			fc.property(anyVault, fc.array(anyStep, { minLength: 1, maxLength: 8 }), (files, steps) => {
				const index = aVault(files);
				answers(index);
				let before = files;
				for (const step of steps) {
					const after = takeStep(before, step);
					follow(index, before, after);
					before = after;
					// Asked now and then, it must be right as well: what is put off is done then.
					if (step.kind !== 'write') answers(index);
				}
				expect(answers(index)).toEqual(answers(aVault(before)));
			}),
			{ numRuns: propertyRuns(200, 3000) },
		);
	});

	test('progress of a category is the sum of that of its notes', () => {
		fc.assert(
			fc.property(anyVault, anyStep, (files, step) => {
				const index = aVault(files);
				progressByCategory(index);
				const after = takeStep(files, step);
				follow(index, files, after);
				for (const category of ['x', 'y', 'none']) {
					const parts = index
						.notes()
						.filter(note => (categoryOf(note) ?? 'none') === category)
						.flatMap(note => progressOfNote(note) ?? []);
					expect(progressByCategory(index).get(category)).toEqual(
						parts.length > 0 ? sumProgress(parts) : undefined,
					);
				}
			}),
			{ numRuns: propertyRuns(300) },
		);
	});
});
