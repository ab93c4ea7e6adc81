import type { BlockCache, CachedMetadata, HeadingCache, Loc } from 'obsidian';

/** A heading or a block that a link names. */
export type SubpathResult =
	| {
			readonly type: 'heading';
			readonly current: HeadingCache;
			readonly next: HeadingCache | null;
			readonly start: Loc;
			readonly end: Loc | null;
	  }
	| {
			readonly type: 'block';
			readonly block: BlockCache;
			readonly start: Loc;
			readonly end: Loc | null;
	  };

/** A heading as a link writes it: what would end the link gives way to a space. */
export function stripHeading(heading: string): string {
	return heading
		.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** A heading as it can stand behind `#` in a link. */
export function stripHeadingForLink(heading: string): string {
	return heading
		.replace(/[#|^:%\\]|\[\[|\]\]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Finds what the part of a link behind `#` names. */
export function resolveSubpath(cache: CachedMetadata, subpath: string): SubpathResult | null {
	const parts = subpath.split('#').filter(part => part.trim() !== '');
	const last = parts.at(-1)?.trim();
	if (last === undefined) return null;
	if (parts.length === 1 && last.startsWith('^')) {
		const block = cache.blocks?.[last.slice(1).toLowerCase()];
		return block
			? { type: 'block', block, start: block.position.start, end: block.position.end }
			: null;
	}
	return resolveHeading(cache.headings ?? [], parts);
}

function resolveHeading(
	headings: readonly HeadingCache[],
	parts: readonly string[],
): SubpathResult | null {
	let level = 0;
	let from = 0;
	for (const [i, part] of parts.entries()) {
		const wanted = stripHeading(part).toLowerCase();
		const index = headings.findIndex(
			(one, at) =>
				at >= from && one.level > level && stripHeading(one.heading).toLowerCase() === wanted,
		);
		const current = headings[index];
		if (!current) return null;
		if (i === parts.length - 1) {
			const next = headings.slice(index + 1).find(one => one.level <= current.level) ?? null;
			const { start } = current.position;
			return { type: 'heading', current, next, start, end: next?.position.start ?? null };
		}
		level = current.level;
		from = index + 1;
	}
	return null;
}
