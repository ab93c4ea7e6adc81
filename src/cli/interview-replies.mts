import { RATINGS } from '../core/index';
import type { Rating } from '../core/index';

const WORDS: ReadonlyMap<string, Rating> = new Map<string, Rating>([
	...RATINGS.flatMap((rating, i): [string, Rating][] => [
		[rating, rating],
		[rating.charAt(0), rating],
		[String(i + 1), rating],
	]),
	['不会', 'again'],
	['勉强', 'hard'],
	['忘了', 'again'],
	['一般', 'hard'],
	['好', 'good'],
	['答好', 'good'],
	['很好', 'good'],
	['容易', 'easy'],
	['简单', 'easy'],
	['轻松', 'easy'],
]);

/** The rating that a line names; an empty line takes the suggested one; undefined for anything else. */
export function parseRating(line: string, suggested: Rating): Rating | undefined {
	const word = line.trim().toLowerCase();
	return word === '' ? suggested : WORDS.get(word);
}

/** Indices of the points that a line names by numbers from 1; undefined if one is not among them. */
export function parsePoints(line: string, total: number): ReadonlySet<number> | undefined {
	const text = line.trim().toLowerCase();
	if (['', '0', 'none', 'n', '-', '无', '没有'].includes(text)) return new Set();
	if (['all', 'a', '*', '全部', '全'].includes(text))
		return new Set(Array.from({ length: total }, (_, i) => i));
	const points = new Set<number>();
	for (const item of text.split(/[\s,，、;]+/).filter(part => part !== '')) {
		const number = /^\d{1,4}$/.test(item) ? Number(item) : NaN;
		if (Number.isNaN(number) || number < 1 || number > total) return undefined;
		points.add(number - 1);
	}
	return points;
}
