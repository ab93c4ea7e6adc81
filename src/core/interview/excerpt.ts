import type { InterviewResult } from './result';
import type { InterviewSession } from './session';

/**
 * The part of an interview around the question on the screen, with what came of it: an interview of its own, where a
 * long one would be too much to carry. As many questions before it as after it.
 */
export function excerptOf(session: InterviewSession, most: number): InterviewSession {
	const { questions, position, results } = session;
	if (questions.length <= most) return session;
	const latest = questions.length - most;
	const start = Math.max(0, Math.min(position - Math.floor(most / 2), latest));
	const chosen = questions.slice(start, start + most);
	const ids = new Set(chosen.map(({ id }) => id));
	return {
		...session,
		questions: chosen,
		position: position - start,
		results: results.filter(({ questionId }) => ids.has(questionId)),
	};
}

/** The whole interview as far as an excerpt of it went, perhaps on another device; undefined if it is none of it. */
export function wholeOf(
	whole: InterviewSession,
	excerpt: InterviewSession,
): InterviewSession | undefined {
	const ids = excerpt.questions.map(({ id }) => id);
	const start = whole.questions.findIndex(({ id }) => id === ids[0]);
	if (start === -1 || !ids.every((id, i) => whole.questions[start + i]?.id === id))
		return undefined;
	const placeOf = new Map(whole.questions.map(({ id }, i) => [id, i]));
	const others = whole.results.filter(({ questionId }) => !ids.includes(questionId));
	const place = ({ questionId }: InterviewResult): number => placeOf.get(questionId) ?? 0;
	return {
		...excerpt,
		questions: whole.questions,
		position: start + excerpt.position,
		results: [...others, ...excerpt.results].sort((a, b) => place(a) - place(b)),
	};
}
