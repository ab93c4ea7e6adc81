/** A change of characters: what stood at `start` of the base, and what came in its place. */
interface Hunk {
	readonly start: number;
	readonly removed: string;
	readonly added: string;
}

/** Characters around a hunk that find its place again. */
const MARGIN = 4;
/** The longest text that is looked for where it may have changed. */
const LONGEST_FUZZY = 32;
/** How far from where it is expected a text is looked for. */
const FARTHEST = 500;

/**
 * Merges as sync tools do that patch characters (diff-match-patch in small): what changed from the base to `ours` is
 * applied to `theirs`, piece by piece, where the same characters stand, or at least half of them. A piece that finds no
 * place is left out, so this merge may lose text by itself.
 */
export function mergeByCharacters(base: string, ours: string, theirs: string): string {
	let text = theirs;
	let shift = 0;
	for (const { start, removed, added } of hunksOf(base, ours).flatMap(inPieces)) {
		const before = base.slice(Math.max(0, start - MARGIN), start);
		const after = base.slice(start + removed.length, start + removed.length + MARGIN);
		const wanted = before + removed + after;
		const expected = start - before.length + shift;
		const exact = nearest(text, wanted, expected);
		const at = exact ?? nearestAlike(text, wanted, expected);
		if (at === undefined) continue;
		const found = text.slice(at, at + wanted.length);
		const from = at + mapIndex(wanted, found, before.length);
		const to = Math.max(from, at + mapIndex(wanted, found, before.length + removed.length));
		text = text.slice(0, from) + added + text.slice(to);
		shift = from + added.length - (start + removed.length);
	}
	return text;
}

/** Long hunks are cut, as the matcher knows no long texts: first all that goes, then what comes. */
function inPieces({ start, removed, added }: Hunk): Hunk[] {
	const longest = LONGEST_FUZZY - 2 * MARGIN;
	const pieces: Hunk[] = [];
	let at = 0;
	for (; removed.length - at > longest; at += longest)
		pieces.push({ start: start + at, removed: removed.slice(at, at + longest), added: '' });
	return [...pieces, { start: start + at, removed: removed.slice(at), added }];
}

function nearest(text: string, wanted: string, expected: number): number | undefined {
	const below = text.lastIndexOf(wanted, expected);
	const above = text.indexOf(wanted, Math.max(0, expected));
	const [at] = [below, above]
		.filter(found => found >= 0 && Math.abs(found - expected) <= FARTHEST)
		.sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected));
	return at;
}

function nearestAlike(text: string, wanted: string, expected: number): number | undefined {
	if (wanted.length > LONGEST_FUZZY) return undefined;
	let best: { at: number; score: number } | undefined;
	for (let at = Math.max(0, expected - 16); at <= expected + 16; at++) {
		const found = text.slice(at, at + wanted.length);
		const score = editDistance(wanted, found) / wanted.length + Math.abs(at - expected) / 1000;
		if (score <= 0.5 && score < (best?.score ?? 1)) best = { at, score };
	}
	return best?.at;
}

/** How many characters must come, go or change to make one text of another. */
function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}

/** Where a position of one text lies in another. */
function mapIndex(from: string, to: string, index: number): number {
	if (from === to) return index;
	const below = commonOf(from, to)
		.filter(([i]) => i < index)
		.at(-1);
	return below ? below[1] + (index - below[0]) : index;
}

/** What changed; hunks that hardly anything parts are one, as chance makes the same letters stand in any two texts. */
function hunksOf(base: string, ours: string): Hunk[] {
	const spans: Span[] = [];
	let [i, j] = [0, 0];
	for (const [nextI, nextJ] of [...commonOf(base, ours), [base.length, ours.length] as const]) {
		if (nextI > i || nextJ > j) spans.push({ start: i, end: nextI, from: j, to: nextJ });
		[i, j] = [nextI + 1, nextJ + 1];
	}
	return joinSpans(spans).map(({ start, end, from, to }) => ({
		start,
		removed: base.slice(start, end),
		added: ours.slice(from, to),
	}));
}

/** A hunk by its places in both texts. */
interface Span {
	readonly start: number;
	readonly end: number;
	readonly from: number;
	readonly to: number;
}

function joinSpans(spans: readonly Span[]): Span[] {
	const joined: Span[] = [];
	for (const span of spans) {
		let last = span;
		for (let above = joined.at(-1); above && isOne(above, last); above = joined.at(-1)) {
			last = { ...last, start: above.start, from: above.from };
			joined.pop();
		}
		joined.push(last);
	}
	return joined.length === spans.length ? joined : joinSpans(joined);
}

function isOne(above: Span, below: Span): boolean {
	const sizeOf = ({ start, end, from, to }: Span): number => Math.max(end - start, to - from);
	const gap = below.start - above.end;
	return gap < MARGIN || gap <= Math.min(sizeOf(above), sizeOf(below));
}

/** Pairs of positions of a longest common subsequence of characters (Myers). */
function commonOf(a: string, b: string): (readonly [number, number])[] {
	let head = 0;
	while (head < a.length && head < b.length && a[head] === b[head]) head++;
	let tail = 0;
	while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail))
		tail++;
	const middle = commonInMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
	return [
		...Array.from({ length: head }, (_, i) => [i, i] as const),
		...middle.map(([i, j]) => [i + head, j + head] as const),
		...Array.from({ length: tail }, (_, i) => [a.length - tail + i, b.length - tail + i] as const),
	];
}

function commonInMiddle(a: string, b: string): (readonly [number, number])[] {
	const furthest = new Map<number, number>([[1, 0]]);
	const trace: Map<number, number>[] = [];
	for (let d = 0; d <= a.length + b.length; d++) {
		trace.push(new Map(furthest));
		for (let k = -d; k <= d; k += 2) {
			let x = nextStart(furthest, k, d);
			while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
			furthest.set(k, x);
			if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace);
		}
	}
	return [];
}

function nextStart(furthest: ReadonlyMap<number, number>, k: number, d: number): number {
	const [left, right] = [furthest.get(k - 1) ?? -1, furthest.get(k + 1) ?? -1];
	return k === -d || (k !== d && left < right) ? right : left + 1;
}

function walkBack(
	a: string,
	b: string,
	trace: readonly ReadonlyMap<number, number>[],
): (readonly [number, number])[] {
	const common: (readonly [number, number])[] = [];
	let [x, y] = [a.length, b.length];
	for (let d = trace.length - 1; d >= 0; d--) {
		const furthest = trace[d] ?? new Map<number, number>();
		const start = nextStart(furthest, x - y, d);
		const k = x - y;
		while (x > start) common.push([--x, --y]);
		if (d === 0) break;
		// One step down or to the right led here.
		const isDown =
			k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
		if (isDown) y--;
		else x--;
	}
	return common.reverse();
}
