import { linksInLine } from '../markdown/scan-links';
import type { Region } from '../markdown/structure';
import { targetsOfMap } from '../maps/mermaid-text';
import { splitLines } from '../text/line';
import { oncePer } from '../text/once-per';
import { nameKey } from '../vault/file-names';
import type { Note } from '../vault/note';
import { isBacklinks, namesIn } from './plain-names';

/**
 * What is known of regions: a reading never changes, so nothing can see that it is remembered. A list of thousands of
 * notes is read in milliseconds, and hardly any of it changes when one of them does.
 */
const namesByRegion = new WeakMap<Region, ReadonlySet<string>>();

/** The names that the regions and the properties of a note link to, folded as links are compared. */
export const shownNames: (note: Note) => ReadonlySet<string> = oncePer(note => {
	const names = new Set(statedTargets(note).map(nameKey));
	for (const region of note.structure.regions)
		for (const name of namesShownIn(note, region)) names.add(name);
	return names;
});

/** The names that one region links to. */
export function namesShownIn(note: Note, region: Region): ReadonlySet<string> {
	const known = namesByRegion.get(region);
	if (known) return known;
	const names = new Set(shownTargets(note, region).map(nameKey));
	namesByRegion.set(region, names);
	return names;
}

/** Tells what is known of the regions of one reading of a note to another, for those that read the same in both. */
export function carryNamesOver(before: Note, after: Note): void {
	const bodyOf = ({ text }: Note, { body }: Region): string => text.slice(body.start, body.end);
	const regions = new Map(before.structure.regions.map(region => [region.name, region]));
	for (const region of after.structure.regions) {
		const same = regions.get(region.name);
		const names = same && namesByRegion.get(same);
		if (names && bodyOf(before, same) === bodyOf(after, region)) namesByRegion.set(region, names);
	}
}

/** What a region as it stands links to, or names where a link would change the graph. */
export function shownTargets({ text }: Note, { name, body }: Region): string[] {
	const content = text.slice(body.start, body.end);
	const targets = /^map(?::|$)/.test(name) ? targetsOfMap(content) : [];
	for (const line of splitLines(content)) {
		const shown = content.slice(line.start, line.end);
		const named = isBacklinks(name) ? namesIn(shown) : [];
		for (const { target } of [...linksInLine(shown, shown, line), ...named]) targets.push(target);
	}
	return targets;
}

/** What the properties of a note link to. */
export function statedTargets({ links }: Note): string[] {
	return links.filter(({ property }) => property !== undefined).map(({ target }) => target);
}
