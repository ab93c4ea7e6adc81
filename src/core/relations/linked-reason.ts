import type { Link } from '../markdown/structure';
import type { Range } from '../text/range';

/** Links that stand in a row, and what is said of all of them. */
export interface LinkedReason {
	readonly links: readonly Link[];
	/** In Markdown; empty where none is given. */
	readonly reason: string;
}

/** What may stand between the links of one row. */
const BETWEEN_LINKS = /^(?:[\s,，、;；&+/和与及或]|and\b|or\b)*$/i;
/** What parts the links from their reason. */
const BEFORE_REASON = /^\s*[:：,，、;；—–-]*\s*/;

/**
 * The first of some links with those that follow it in a row, and the rest of the range as their reason. A link that
 * stands in the reason is a mere mention.
 */
export function readLinkedReason(
	text: string,
	range: Range,
	links: readonly Link[],
): LinkedReason | undefined {
	const [first, ...others] = links.filter(
		link => link.range.start >= range.start && link.range.end <= range.end,
	);
	if (!first) return undefined;
	const row = [first];
	let position = first.range.end;
	for (const link of others) {
		if (link.embed || !BETWEEN_LINKS.test(text.slice(position, link.range.start))) break;
		row.push(link);
		position = link.range.end;
	}
	return { links: row, reason: text.slice(position, range.end).replace(BEFORE_REASON, '').trim() };
}
