import { finish, nextQuestion, reveal } from '../../core/index';
import { drawAnswerField } from './answer-field';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { moveOn } from './move-on';
import type { SessionMove } from './move-on';
import { canUndo, undoLast } from './rate-question';
import { addButtonRow, addScreenButton } from './screen-button';
import type { PartDrawing } from './screen-parts';
import type { ShownQuestion } from './shown-question';

/** Milliseconds after which a question has been drawn and nobody has answered it yet. */
const PARSE_AHEAD = 400;

/** Where the reader answers, in writing or aloud. Nothing of the reference answer is on this screen. */
export function askPart(
	desk: InterviewDesk,
	{ question, reference }: ShownQuestion,
	state: InterviewState,
): PartDrawing<InterviewState> {
	const { translate } = desk.context;
	return {
		key: JSON.stringify(['ask', state.session?.position, question.id, canUndo(state)]),
		draw: place => {
			drawAnswerField(desk, place, question.id);
			// While the reader thinks, so that the answer is there when it is wanted.
			const ahead = window.setTimeout(reference, PARSE_AHEAD);
			place.component.register(() => window.clearTimeout(ahead));
			const row = addButtonRow(place.parent);
			const step = (move: SessionMove): void => moveOn(desk, state.session, move);
			addScreenButton(place, row, {
				text: translate('plugin.interview.reveal'),
				isPrimary: true,
				onClick: () => step(reveal),
			});
			addScreenButton(place, row, {
				text: translate('plugin.interview.skip'),
				key: 'S',
				onClick: () => step(nextQuestion),
			});
			if (canUndo(state)) {
				addScreenButton(place, row, {
					text: translate('plugin.interview.undo'),
					key: 'U',
					onClick: () => undoLast(desk),
				});
			}
			addScreenButton(place, row, {
				text: translate('plugin.interview.finish'),
				onClick: () => step(finish),
			});
			return undefined;
		},
	};
}
