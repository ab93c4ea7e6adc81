/** Where a query was found in a text. */
export interface SearchResult {
	readonly score: number;
	readonly matches: [number, number][];
}

type Search = (text: string) => SearchResult | null;

/** Finds the characters of a query in their order, with anything in between. */
export function prepareFuzzySearch(query: string): Search {
	const wanted = Array.from(query.toLowerCase()).filter(character => character.trim() !== '');
	return text => {
		const lower = text.toLowerCase();
		const whole = lower.indexOf(query.toLowerCase());
		if (query !== '' && whole >= 0) {
			return { score: -whole / 100, matches: [[whole, whole + query.length]] };
		}
		const matches: [number, number][] = [];
		let from = 0;
		for (const character of wanted) {
			const at = lower.indexOf(character, from);
			if (at < 0) return null;
			matches.push([at, at + character.length]);
			from = at + character.length;
		}
		return { score: -1 - from / 100, matches };
	};
}

/** Puts the best first. */
export function sortSearchResults(results: { match: SearchResult }[]): void {
	results.sort((a, b) => b.match.score - a.match.score);
}

/** Finds every word of a query as it is. */
export function prepareSimpleSearch(query: string): Search {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	return text => {
		const lower = text.toLowerCase();
		const places = words.map(word => [lower.indexOf(word), word.length] as const);
		if (places.some(([at]) => at < 0)) return null;
		return { score: 0, matches: places.map(([at, length]) => [at, at + length]) };
	};
}

/** Draws a text with the places found in it marked. */
export function renderMatches(
	element: HTMLElement | DocumentFragment,
	text: string,
	matches: readonly (readonly [number, number])[] | null,
	offset = 0,
): void {
	let position = 0;
	for (const [from, to] of matches ?? []) {
		const [start, end] = [from + offset, to + offset];
		if (start < position || end > text.length) continue;
		element.appendText(text.slice(position, start));
		element.createSpan({ cls: 'suggestion-highlight', text: text.slice(start, end) });
		position = end;
	}
	element.appendText(text.slice(position));
}

/** The same for a whole result. */
export function renderResults(
	element: HTMLElement,
	text: string,
	result: SearchResult,
	offset = 0,
): void {
	renderMatches(element, text, result.matches, offset);
}
