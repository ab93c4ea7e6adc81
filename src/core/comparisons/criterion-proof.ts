import { splitLines } from '../text/line';
import { oncePer } from '../text/once-per';
import type { Note } from '../vault/note';

/** In a link these would end the heading's name; Obsidian reads a blank there (its help page on links to headings). */
const NOT_IN_HEADING_LINKS = /[#^|[\]:%\\]+/g;

/**
 * Where a note proves what it says on a criterion, as a subpath without `#`.
 *
 * That is the place that a line names, `- **容错机制**、**延迟** [[#^flink-checkpoint]]`, or else the heading that reads
 * like the criterion.
 */
export const proofsOf: (note: Note) => ReadonlyMap<string, string> = oncePer(note => {
	const proofs = new Map<string, string>();
	for (const { text } of note.structure.headings) {
		const name = text.trim();
		const subpath = name.replace(NOT_IN_HEADING_LINKS, ' ').replace(/\s+/g, ' ').trim();
		if (subpath !== '' && !proofs.has(name)) proofs.set(name, subpath);
	}
	for (const [criterion, subpath] of namedPlaces(note)) proofs.set(criterion, subpath);
	return proofs;
});

/** Names in bold with the first link into the same note that follows them on the line; the first line of two wins. */
function namedPlaces(note: Note): Map<string, string> {
	const own = note.structure.links.filter(link => link.target === '' && link.subpath !== '');
	const places = new Map<string, string>();
	if (own.length === 0) return places;
	const lines = splitLines(note.text);
	for (const link of own) {
		const line = lines[link.line - 1];
		if (!line) continue;
		const before = note.text.slice(line.start, link.range.start);
		if (before.includes('[[')) continue;
		for (const [, name = ''] of before.matchAll(/\*\*([^*\n]{1,80})\*\*/g)) {
			const criterion = name.replace(/[:：]$/, '').trim();
			if (!places.has(criterion)) places.set(criterion, link.subpath);
		}
	}
	return places;
}
