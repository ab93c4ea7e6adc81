import { linksInLine, parseWikilinkTarget } from '../markdown/scan-links';
import { listProperty } from '../markdown/property';
import { aliasesOf, categoryOf, isTemplate, noteTypeOf } from '../schema/note-type';
import { splitLines } from '../text/line';
import { oncePer } from '../text/once-per';
import { nameKey } from '../vault/file-names';
import type { Note } from '../vault/note';
import { isBacklinks, namesIn } from './plain-names';
import { foldName } from '../vault/note-path';

/** A note with regions, and by what it may depend on others. Names are folded as links are compared. */
export interface RegionReader {
	readonly note: Note;
	/** The name under which links lead to the note. */
	readonly name: string;
	/** Title and aliases, folded, by which questions elsewhere may name the note. */
	readonly calledNames: readonly string[];
	/** Regions that are not frozen. */
	readonly regions: readonly { readonly kind: string; readonly argument: string }[];
	/** Names that its regions and its properties link to. */
	readonly shown: ReadonlySet<string>;
	/** Names of the alternatives that it compares. */
	readonly alternatives: ReadonlySet<string>;
	readonly category: string | undefined;
	/** True for a note whose progress is that of its own questions. */
	readonly isAboutItself: boolean;
}

/** Reads what a note's regions depend on, once per reading of the note; undefined where nothing would be written. */
export const regionReaderOf: (note: Note) => RegionReader | undefined = oncePer(note => {
	const { regions, markerProblems } = note.structure;
	if ((regions.length === 0 && markerProblems.length === 0) || isTemplate(note)) return undefined;
	const live = regions.filter(({ frozen }) => !frozen);
	return {
		note,
		name: nameKey(note.path),
		calledNames: [note.title, ...aliasesOf(note)].map(called => foldName(called.trim())),
		regions: live.map(({ name }) => {
			const [kind = '', argument = ''] = name.split(':');
			return { kind, argument };
		}),
		shown: shownNames(note),
		alternatives: new Set(
			listProperty(note.properties, 'alternatives').map(item => {
				const inner = /^\[\[(.+)\]\]$/.exec(item)?.[1] ?? item;
				return nameKey(parseWikilinkTarget(inner).target);
			}),
		),
		category: categoryOf(note),
		isAboutItself: ['technology', 'concept'].includes(noteTypeOf(note)),
	};
});

function shownNames({ text, structure, links }: Note): ReadonlySet<string> {
	const names = new Set<string>();
	for (const { property, target } of links) if (property !== undefined) names.add(nameKey(target));
	for (const { body, name } of structure.regions) {
		const content = text.slice(body.start, body.end);
		for (const line of splitLines(content)) {
			const shown = content.slice(line.start, line.end);
			const named = isBacklinks(name) ? namesIn(shown) : [];
			for (const { target } of [...linksInLine(shown, shown, line), ...named]) {
				names.add(nameKey(target));
			}
		}
	}
	return names;
}
