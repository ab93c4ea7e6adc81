import { wholeOf } from '../../core/index';
import { goesOnFrom, isUnfinished } from './interview-state';
import type { InterviewState } from './interview-state';

/** What became of an offer; one that is refused would have ended an interview here, and is told of once. */
export type OfferAnswer = 'taken' | 'refused' | 'ignored';

/** What becomes of a state that a layout tells; one that is no newer than `refusedAt` was refused before. */
export function answerOffer(
	kept: InterviewState,
	told: InterviewState,
	refusedAt: number,
): OfferAnswer {
	if (told.savedAt <= kept.savedAt) return 'ignored';
	// An interview that is not finished here gives way to none but its own continuation.
	if (!isUnfinished(kept) || goesOnFrom(told, kept)) return 'taken';
	return told.session && told.savedAt > refusedAt ? 'refused' : 'ignored';
}

/** A layout has an excerpt of a long interview; where the whole of it is, the whole of it goes on. */
export function wholeState(kept: InterviewState, told: InterviewState): InterviewState {
	const whole = kept.session && told.session && wholeOf(kept.session, told.session);
	return whole ? { ...told, session: whole } : told;
}
