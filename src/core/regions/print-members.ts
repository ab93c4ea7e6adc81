import { byTier, technologiesOf } from '../schema/category-members';
import { notesOfType } from '../schema/note-type';
import type { NoteLanguage } from '../schema/note-type';
import { inertText } from '../markdown/inert-text';
import { plainText } from '../markdown/plain-text';
import { summaryOf } from '../schema/summary';
import { printLink } from '../vault/print-link';
import type { RegionContext } from './region-context';

const COLON: Readonly<Record<NoteLanguage, string>> = { zh: '：', en: ': ' };

/** The technologies of a category, or all concepts for `members:concept`, each with what it says of itself. */
export function printMembers({ index, note, language, argument }: RegionContext): string {
	const members =
		argument === 'concept'
			? byTier(notesOfType(index, 'concept'))
			: technologiesOf(index, argument);
	return members
		.map(member => {
			const summary = summaryOf(member);
			const link = printLink(index, member.path, note.path);
			return summary === undefined
				? `- ${link}`
				: `- ${link}${COLON[language]}${inertText(plainText(summary))}`;
		})
		.join('\n');
}
