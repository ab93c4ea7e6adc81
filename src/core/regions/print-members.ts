import { conceptsOf, technologiesOf } from '../schema/category-members';
import type { NoteLanguage } from '../schema/note-type';
import { inertText } from '../markdown/inert-text';
import { plainText } from '../markdown/plain-text';
import { summaryOf } from '../schema/summary';
import { oncePer } from '../text/once-per';
import type { Note } from '../vault/note';
import { printLink } from '../vault/print-link';
import type { RegionContext } from './region-context';

const COLON: Readonly<Record<NoteLanguage, string>> = { zh: '：', en: ': ' };

/** The technologies of a category, or all concepts for `members:concept`, each with what it says of itself. */
export function printMembers({ index, note, language, argument }: RegionContext): string {
	const members = argument === 'concept' ? conceptsOf(index) : technologiesOf(index, argument);
	return members
		.map(member => {
			const summary = plainSummaryOf(member);
			const link = printLink(index, member.path, note.path);
			return summary === undefined ? `- ${link}` : `- ${link}${COLON[language]}${summary}`;
		})
		.join('\n');
}

const plainSummaryOf = oncePer((note: Note): string | undefined => {
	const summary = summaryOf(note);
	return summary === undefined ? undefined : inertText(plainText(summary));
});
