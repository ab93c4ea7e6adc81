import type { InterviewSession } from '../../core/index';
import type { InterviewDesk } from './interview-desk';

/** A step of a session; `now` is in milliseconds since 1970. */
export type SessionMove = (session: InterviewSession, now: number) => InterviewSession;

/**
 * Moves on from the screen that somebody sees. A second tap that comes before the next screen is drawn does nothing, for
 * it was not meant for that one.
 */
export function moveOn(
	desk: InterviewDesk,
	seen: InterviewSession | undefined,
	move: SessionMove,
): void {
	const { session } = desk.state();
	if (!session || !seen || placeOf(session) !== placeOf(seen)) return;
	desk.change({ session: move(session, Date.now()) });
}

function placeOf({ questions, position, phase }: InterviewSession): string {
	return JSON.stringify([position, phase, questions[position]?.id]);
}
