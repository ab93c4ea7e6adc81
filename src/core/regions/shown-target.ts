import { linksInLine } from '../markdown/scan-links';
import type { Region } from '../markdown/structure';
import { targetsOfMap } from '../maps/mermaid-text';
import { splitLines } from '../text/line';
import { oncePer } from '../text/once-per';
import { nameKey } from '../vault/file-names';
import type { Note } from '../vault/note';
import { isBacklinks, namesIn } from './plain-names';

/** What the regions and the properties of a note link to, as it is written there; read once for each reading of the note. */
export const shownNames: (note: Note) => ReadonlySet<string> = oncePer(note => {
	const targets = [...statedTargets(note)];
	for (const region of note.structure.regions) targets.push(...shownTargets(note, region));
	return new Set(targets.map(nameKey));
});

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
