import { shortenPoint } from '../core/index';
import type { Attempt, Rating } from '../core/index';
import { formatLocalTime } from './local-time';

/** How somebody did on a question. */
export interface Performance {
	readonly questionId: string;
	readonly rating: Rating;
	readonly askedAt: Date;
	readonly revealedAt: Date;
	readonly keyPoints: readonly string[];
	/** Positions of the key points that were hit. */
	readonly hit: ReadonlySet<number>;
}

/** Longer than a day is not thinking, it is a phone in a pocket. */
const LONGEST_SECONDS = 86_400;

/** Puts a performance into the form in which it is kept. */
export function makeAttempt({
	questionId,
	rating,
	askedAt,
	revealedAt,
	keyPoints,
	hit,
}: Performance): Attempt {
	const seconds = Math.round((revealedAt.getTime() - askedAt.getTime()) / 1000);
	const missed = keyPoints.filter((_, position) => !hit.has(position));
	return {
		time: formatLocalTime(revealedAt),
		questionId,
		rating,
		seconds: Math.min(Math.max(seconds, 0), LONGEST_SECONDS),
		pointsHit: keyPoints.length - missed.length,
		pointsTotal: keyPoints.length,
		missed: missed.map(shortenPoint),
	};
}
