import { statusOfCharacter } from '../questions/question-status';
import type { QuestionStatus } from '../questions/question-status';
import type { Attempt, Rating } from '../reviews/attempt';

/** The checkbox of a question before and after its rating. */
export interface RatedBox {
	/** The character that stood in the checkbox before the rating. */
	readonly character: string;
	/** The one that stood there when the question was asked; another one means that somebody set it by hand since. */
	readonly asked: string;
	readonly before: QuestionStatus;
	readonly after: QuestionStatus;
	/** True if the rating leaves the box alone: it was set by hand since it was asked, or is not for the reader. */
	readonly statusKept: boolean;
}

/**
 * The status that an attempt earns.
 *
 * Solid takes a rating of good or easy and every key point; `again` opens the question; all else is shaky.
 */
export function statusAfter(
	rating: Rating,
	pointsHit: number,
	pointsTotal: number,
): QuestionStatus {
	if (rating === 'again') return 'open';
	if (rating === 'hard') return 'shaky';
	return pointsHit >= pointsTotal ? 'solid' : 'shaky';
}

/** What an attempt makes of a box that holds `character` and held `asked` when its question was asked. */
export function ratedBox(
	character: string,
	asked: string | undefined,
	{ rating, pointsHit, pointsTotal }: Attempt,
): RatedBox {
	const before = statusOfCharacter(character) ?? 'open';
	const statusKept = before === 'not-for-me' || (asked ?? character) !== character;
	const after = statusKept ? before : statusAfter(rating, pointsHit, pointsTotal);
	return { character, asked: asked ?? character, before, after, statusKept };
}

/** The rating that the key points suggest: all of them good, more than half of them hard, else again. */
export function suggestRating(pointsHit: number, pointsTotal: number): Rating {
	if (pointsHit >= pointsTotal) return 'good';
	return pointsHit * 2 > pointsTotal ? 'hard' : 'again';
}
