import { compareText } from './compare-text';

/** A longer name is cut before it is compared: the distance costs the product of both lengths. */
const LONGEST = 64;

/** The names nearest to what somebody typed, nearest first; those too far away to be meant are left out. */
export function nearestNames(typed: string, names: Iterable<string>, limit = 3): string[] {
	const wanted = typed.toLowerCase().slice(0, LONGEST);
	const scored: { name: string; distance: number }[] = [];
	for (const name of new Set(names)) {
		const candidate = name.toLowerCase().slice(0, LONGEST);
		const contained = wanted !== '' && (candidate.includes(wanted) || wanted.includes(candidate));
		const distance = contained ? 0.5 : editDistance(wanted, candidate);
		if (contained || distance <= Math.max(1, Math.floor(wanted.length / 2.5))) {
			scored.push({ name, distance });
		}
	}
	scored.sort((a, b) => a.distance - b.distance || compareText(a.name, b.name));
	return scored.slice(0, limit).map(({ name }) => name);
}

/** Levenshtein's distance by one row of the table. */
function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
