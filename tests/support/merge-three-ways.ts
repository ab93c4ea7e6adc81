/**
 * Merges two texts that come from one, line by line, as a sync tool does: where both changed the same lines, both stay,
 * first those of `ours`. (diff3 without conflict marks; what neither changed is what both have in common with the base.)
 */
export function mergeThreeWays(base: string, ours: string, theirs: string): string {
	const [from, a, b] = [base, ours, theirs].map(text => text.split('\n')) as [
		string[],
		string[],
		string[],
	];
	const inOurs = matchLines(from, a);
	const inTheirs = matchLines(from, b);
	const merged: string[] = [];
	let [at, atA, atB] = [0, 0, 0];
	for (let i = 0; i <= from.length; i++) {
		const [toA, toB] = i < from.length ? [inOurs.get(i), inTheirs.get(i)] : [a.length, b.length];
		if (toA === undefined || toB === undefined) continue;
		merged.push(...mergeChunk(from.slice(at, i), a.slice(atA, toA), b.slice(atB, toB)));
		if (i < from.length) merged.push(from[i] ?? '');
		[at, atA, atB] = [i + 1, toA + 1, toB + 1];
	}
	return merged.join('\n');
}

function mergeChunk(base: string[], ours: string[], theirs: string[]): string[] {
	const [textOfBase, textOfOurs, textOfTheirs] = [base, ours, theirs].map(lines =>
		lines.join('\n'),
	);
	if (textOfOurs === textOfBase && ours.length === base.length) return theirs;
	if (textOfTheirs === textOfBase && theirs.length === base.length) return ours;
	return textOfOurs === textOfTheirs ? ours : [...ours, ...theirs];
}

/** Position in `b` of each line of `a` that both have, by a longest common subsequence. */
function matchLines(a: readonly string[], b: readonly string[]): Map<number, number> {
	const width = b.length + 1;
	const lengths = new Uint16Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			lengths[i * width + j] =
				a[i] === b[j]
					? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
					: Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
		}
	}
	const matched = new Map<number, number>();
	let [i, j] = [0, 0];
	while (i < a.length && j < b.length) {
		if (a[i] === b[j]) matched.set(i++, j++);
		else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
		else j++;
	}
	return matched;
}
