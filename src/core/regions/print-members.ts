import { categoryOf, notesOfType } from '../schema/note-type';
import type { NoteLanguage } from '../schema/note-type';
import { plainText } from '../markdown/plain-text';
import { summaryOf } from '../schema/summary';
import { textProperty } from '../markdown/property';
import { compareText } from '../text/compare-text';
import type { Note } from '../vault/note';
import { printLink } from '../vault/print-link';
import type { RegionContext } from './region-context';

const COLON: Readonly<Record<NoteLanguage, string>> = { zh: '：', en: ': ' };

/** The technologies of a category, or all concepts for `members:concept`, each with what it says of itself. */
export function printMembers({ index, note, language, argument }: RegionContext): string {
	const members =
		argument === 'concept'
			? notesOfType(index, 'concept')
			: notesOfType(index, 'technology').filter(candidate => categoryOf(candidate) === argument);
	return [...members]
		.sort(compareMembers)
		.map(member => {
			const summary = summaryOf(member);
			const link = printLink(index, member.path, note.path);
			return summary === undefined
				? `- ${link}`
				: `- ${link}${COLON[language]}${plainText(summary)}`;
		})
		.join('\n');
}

/** Order of the notes of a category: by tier, then by title. */
export function compareMembers(a: Note, b: Note): number {
	return tierOf(a) - tierOf(b) || compareText(a.title, b.title) || compareText(a.path, b.path);
}

function tierOf(note: Note): number {
	const tier = Number(textProperty(note.properties, 'tier') ?? '9');
	return Number.isFinite(tier) ? tier : 9;
}
