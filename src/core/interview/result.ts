import type { Question } from '../questions/question';
import type { QuestionKind } from '../questions/question-kind';
import type { ReferenceAnswer } from '../questions/reference-answer';
import { shortenPoint } from '../reviews/attempt';
import type { Attempt, Rating } from '../reviews/attempt';
import type { NotePath } from '../vault/note-path';
import { ratedBox } from './status-rule';
import type { RatedBox } from './status-rule';

/** What came of one question, with everything that an undo and a summary need. */
export interface InterviewResult extends RatedBox {
	readonly questionId: string;
	readonly path: NotePath;
	readonly prompt: string;
	readonly technology: string;
	readonly kind: QuestionKind;
	readonly level?: number | undefined;
	readonly hits: readonly number[];
	/** Key points that were missed, as Markdown and in full; the attempt has them shortened. */
	readonly missed: readonly string[];
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
	/** What stood in the checkbox when the question was asked; without it, what stands there. */
	readonly asked?: string | undefined;
}

/** Longer than a day is not thinking, it is a phone in a pocket. */
const LONGEST_SECONDS = 86_400;

/** Puts a performance into the form in which it is kept. */
export function makeResult(
	question: Question,
	reference: ReferenceAnswer | undefined,
	{ rating, time, thinking, hits, asked }: Performance,
): InterviewResult {
	const points = reference?.keyPoints ?? [];
	const hit = [...points.keys()].filter(position => hits.includes(position));
	const missed = points.filter((_, position) => !hit.includes(position));
	const seconds = Math.min(Math.max(Math.round(thinking / 1000), 0), LONGEST_SECONDS);
	const attempt: Attempt = {
		time,
		questionId: question.id,
		rating,
		seconds,
		pointsHit: hit.length,
		pointsTotal: points.length,
		missed: missed.map(shortenPoint).filter(point => point !== ''),
	};
	return {
		questionId: question.id,
		path: question.path,
		prompt: question.prompt,
		technology: question.technology,
		kind: question.kind,
		...(question.level === undefined ? {} : { level: question.level }),
		...ratedBox(question.checkbox.character, asked, attempt),
		hits: hit,
		missed,
		attempt,
	};
}
