import type { QuestionReference } from '../../core/index';
import { afterPart } from './after-part';
import { answerPart } from './answer-part';
import { askPart } from './ask-screen';
import { endPart } from './end-screen';
import { gonePart } from './gone-part';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { questionHeader } from './question-header';
import { ratingPart } from './rating-part';
import type { PartDrawing } from './screen-parts';
import type { ShownQuestion } from './shown-question';

/** What is on the screen while an interview runs, part by part. */
export function questionParts(
	desk: InterviewDesk,
	state: InterviewState,
	found: ShownQuestion | QuestionReference,
): PartDrawing<InterviewState>[] {
	const phase = state.session?.phase ?? 'finished';
	if (phase === 'finished') return [endPart(desk, state)];
	if (!('question' in found)) {
		return phase === 'rated' ? [afterPart(desk, undefined, state)] : [gonePart(desk, found, state)];
	}
	const header = questionHeader(desk, found, state);
	if (phase === 'asking') return [header, askPart(desk, found, state)];
	const answer = answerPart(desk, found, state);
	const below = phase === 'revealed' ? ratingPart : afterPart;
	return [header, answer, below(desk, found, state)];
}
