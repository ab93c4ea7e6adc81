import type { Question } from '../questions/question';
import type { QuestionKind } from '../questions/question-kind';
import type { QuestionStatus } from '../questions/question-status';
import type { ReferenceAnswer } from '../questions/reference-answer';
import { shortenPoint } from '../reviews/attempt';
import type { Attempt, Rating } from '../reviews/attempt';
import type { NotePath } from '../vault/note-path';
import { statusAfter } from './outcome';

/** What came of one question, with everything that an undo and a summary need. */
export interface InterviewResult {
	readonly questionId: string;
	readonly path: NotePath;
	readonly prompt: string;
	readonly technology: string;
	readonly kind: QuestionKind;
	readonly level?: number | undefined;
	/** The character that stood in the checkbox before. */
	readonly character: string;
	readonly before: QuestionStatus;
	readonly after: QuestionStatus;
	readonly hits: readonly number[];
	readonly attempt: Attempt;
}

/** How somebody did on a question. */
export interface Performance {
	readonly rating: Rating;
	/** Local time with its zone, `2026-11-20T21:04:05+08:00`. */
	readonly time: string;
	/** Time from the prompt to the reveal, in milliseconds. */
	readonly thinking: number;
	/** Positions of the key points that were hit. */
	readonly hits: readonly number[];
}

/** Longer than a day is not thinking, it is a phone in a pocket. */
const LONGEST_SECONDS = 86_400;

/** Puts a performance into the form in which it is kept. */
export function makeResult(
	question: Question,
	reference: ReferenceAnswer | undefined,
	{ rating, time, thinking, hits }: Performance,
): InterviewResult {
	const points = reference?.keyPoints ?? [];
	const hit = [...points.keys()].filter(position => hits.includes(position));
	const seconds = Math.min(Math.max(Math.round(thinking / 1000), 0), LONGEST_SECONDS);
	const attempt: Attempt = {
		time,
		questionId: question.id,
		rating,
		seconds,
		pointsHit: hit.length,
		pointsTotal: points.length,
		missed: points
			.filter((_, position) => !hit.includes(position))
			.map(shortenPoint)
			.filter(point => point !== ''),
	};
	return {
		questionId: question.id,
		path: question.path,
		prompt: question.prompt,
		technology: question.technology,
		kind: question.kind,
		...(question.level === undefined ? {} : { level: question.level }),
		character: question.checkbox.character,
		before: question.status,
		after: statusAfter(rating, hit.length, points.length),
		hits: hit,
		attempt,
	};
}
