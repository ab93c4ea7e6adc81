import type { CachedMetadata, Reference } from 'obsidian';
import { parseLinktext } from '../metadata/find-links';

/** A reference that shall lead elsewhere. */
export interface LinkChange {
	readonly reference: Reference;
	/** The new target without the part behind `#`. */
	readonly linkpath: string;
}

/** The same link, in the form it was written in, to another note. */
function rewriteLink({ reference, linkpath }: LinkChange): string {
	const { original, link } = reference;
	const { path, subpath } = parseLinktext(link);
	if (original.includes('[[')) {
		const bar = /\\?\|/.exec(original);
		const words = bar ? original.slice(bar.index) : ']]';
		return `${original.startsWith('!') ? '!' : ''}[[${linkpath}${subpath}${words}`;
	}
	const ending = /\.md$/i.test(path) && !/\.md$/i.test(linkpath) ? '.md' : '';
	const words = /^!?\[[^\]]*\]/.exec(original)?.[0] ?? '[]';
	return `${words}(${encodeURI(`${linkpath}${ending}${subpath}`)})`;
}

/** All links of a note, those of its properties too. */
export function referencesOf(cache: CachedMetadata): Reference[] {
	return [...(cache.links ?? []), ...(cache.embeds ?? []), ...(cache.frontmatterLinks ?? [])];
}

/** Puts the changed links in, at the places where they stood. */
export function rewriteLinks(text: string, changes: readonly LinkChange[]): string {
	let result = text;
	const placed = changes.flatMap(change => {
		const { reference } = change;
		return 'position' in reference ? [{ change, position: positionOf(reference) }] : [];
	});
	placed.sort((a, b) => b.position - a.position);
	for (const { change, position } of placed) {
		const { original } = change.reference;
		if (!result.startsWith(original, position)) continue;
		const behind = result.slice(position + original.length);
		result = result.slice(0, position) + rewriteLink(change) + behind;
	}
	// A property has no place; its link is looked for.
	for (const change of changes) {
		if ('position' in change.reference) continue;
		result = result.replace(change.reference.original, () => rewriteLink(change));
	}
	return result;
}

function positionOf(reference: object): number {
	const position: unknown = Reflect.get(reference, 'position');
	return (position as { start: { offset: number } }).start.offset;
}
