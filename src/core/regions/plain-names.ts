/** True for the regions whose items may name a note in plain words, where a link would change the graph. */
export function isBacklinks(regionName: string): boolean {
	return /^backlinks(?::|$)/.test(regionName);
}

/** What an item that is no link may name: its source stands before some colon. */
export function namesIn(content: string): { readonly target: string }[] {
	const item = /^- (.+)$/.exec(content)?.[1] ?? '';
	const ends = [...item.matchAll(/：|: /g)].map(({ index }) => index);
	return [...ends, item.length].map(end => ({ target: item.slice(0, end) }));
}
