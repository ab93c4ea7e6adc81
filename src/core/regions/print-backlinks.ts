import { RELATION_KINDS, relationKindName } from '../relations/relation-kind';
import type { BacklinkEntry } from '../relations/backlink-list';
import type { NoteLanguage } from '../schema/note-type';
import { printLink } from '../vault/print-link';
import type { RegionContext } from './region-context';

const WORDS: Readonly<Record<NoteLanguage, { mention: string; colon: string }>> = {
	zh: { mention: '提及', colon: '：' },
	en: { mention: 'Mentions', colon: ': ' },
};

/** Backlinks as lists under bold labels (headings would crowd the outline), by relation kind, mentions last. */
export function printBacklinks(
	entries: readonly BacklinkEntry[],
	{ index, note, language }: RegionContext,
): string {
	const words = WORDS[language];
	const groups: string[] = [];
	for (const kind of [...RELATION_KINDS, 'mention'] as const) {
		const members = entries.filter(entry => entry.kind === kind);
		if (members.length === 0) continue;
		const label = kind === 'mention' ? words.mention : relationKindName(kind, language);
		const items = members.map(({ source, reason }) => {
			const link = printLink(index, source, note.path);
			return reason === '' ? `- ${link}` : `- ${link}${words.colon}${reason}`;
		});
		groups.push([`**${label}**`, '', ...items].join('\n'));
	}
	return groups.join('\n\n');
}
