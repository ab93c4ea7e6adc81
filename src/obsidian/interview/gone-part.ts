import { nextQuestion } from '../../core/index';
import type { QuestionReference } from '../../core/index';
import { wordsFor } from './answer-part';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { moveOn } from './move-on';
import { addButtonRow, addScreenButton } from './screen-button';
import type { PartDrawing } from './screen-parts';

/** Instead of a question that is in no note any more: what happened, the words that were written, and the way on. */
export function gonePart(
	desk: InterviewDesk,
	{ path, id }: QuestionReference,
	{ session }: InterviewState,
): PartDrawing<InterviewState> {
	const { translate } = desk.context;
	return {
		key: JSON.stringify(['gone', path, id]),
		draw: place => {
			place.parent.createEl('p', {
				cls: 'stackbook-gone stackbook-focus',
				text: translate('plugin.interview.gone', { path }),
				attr: { tabindex: '-1', role: 'alert' },
			});
			const words = wordsFor(desk, id);
			if (words !== '') place.parent.createDiv({ cls: 'stackbook-own-words', text: words });
			addScreenButton(place, addButtonRow(place.parent), {
				text: translate('plugin.interview.skip'),
				key: 'S',
				isPrimary: true,
				onClick: () => moveOn(desk, session, nextQuestion),
			});
			return undefined;
		},
	};
}
