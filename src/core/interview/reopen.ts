import type { InterviewSession } from './session';

/** Number of the question before which an interview was finished, from 1; undefined if it had its turn. */
export function leftAt({
	phase,
	position,
	questions,
	results,
}: InterviewSession): number | undefined {
	const left = phase === 'finished' ? questions[position] : undefined;
	if (!left || results.some(({ questionId }) => questionId === left.id)) return undefined;
	return position + 1;
}

/** Goes on with the question before which an interview was finished; `now` is in milliseconds since 1970. */
export function reopen(session: InterviewSession, now: number): InterviewSession {
	if (leftAt(session) === undefined) return session;
	return { ...session, phase: 'asking', askedAt: now, revealedAt: 0, hits: [], followUpSteps: 0 };
}
