import { finish, nextQuestion, RATINGS, suggestRating } from '../../core/index';
import type { InterviewSession, Rating } from '../../core/index';
import { wordsFor } from './answer-part';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { moveOn } from './move-on';
import { rateQuestion } from './rate-question';
import { addButtonRow, addScreenButton, PRIMARY } from './screen-button';
import type { PartDrawing, PartPlace } from './screen-parts';
import type { ShownQuestion } from './shown-question';

/** Four ratings, one of them suggested by the key points; the person decides. */
export function ratingPart(
	desk: InterviewDesk,
	shown: ShownQuestion,
	{ session }: InterviewState,
): PartDrawing<InterviewState> {
	const { question, answerText } = shown;
	const hasWords = wordsFor(desk, question.id) !== '';
	return {
		key: JSON.stringify(['rating', session?.position, question.id, answerText, hasWords]),
		draw: place => {
			const { translate } = desk.context;
			if (hasWords) drawKeepToggle(desk, place);
			place.parent.createEl('h3', {
				cls: 'stackbook-heading',
				text: translate('plugin.interview.rate'),
			});
			const hint = place.parent.createEl('p', {
				cls: 'stackbook-meta',
				attr: { 'aria-live': 'polite' },
			});
			const update = drawRatings(desk, place, { shown, hint });
			drawWaysPast(desk, place, session);
			return update;
		},
	};
}

interface RatingRow {
	readonly shown: ShownQuestion;
	readonly hint: HTMLElement;
}

function drawRatings(
	desk: InterviewDesk,
	place: PartPlace,
	{ shown, hint }: RatingRow,
): (state: InterviewState) => void {
	const { translate } = desk.context;
	const row = addButtonRow(place.parent);
	row.addClass('stackbook-ratings');
	const buttons = RATINGS.map(rating => ({
		rating,
		button: addScreenButton(place, row, {
			text: translate(`rating.${rating}`),
			key: rating.slice(0, 1).toUpperCase(),
			onClick: () => rateQuestion(desk, shown, rating),
		}),
	}));
	const total = shown.reference()?.keyPoints.length ?? 0;
	// Without key points nothing speaks for one rating or another.
	const suggestionOf = ({ session }: InterviewState): Rating | undefined =>
		total > 0 ? suggestRating(session?.hits.length ?? 0, total) : undefined;
	place.keys.set(PRIMARY, () => {
		const state = desk.state();
		const suggested = suggestionOf(state);
		const isTicked = (state.session?.hits.length ?? 0) > 0;
		// Pressed twice in a hurry it must not say «again» to an answer that nobody compared yet.
		if (suggested && isTicked) rateQuestion(desk, shown, suggested);
		else buttons.find(({ rating }) => rating === (suggested ?? 'good'))?.button.focus();
	});
	return state => {
		const suggested = suggestionOf(state);
		const text = suggested
			? translate('plugin.interview.suggested', { rating: translate(`rating.${suggested}`) })
			: '';
		// The same text set anew would be read out anew.
		if (hint.textContent !== text) hint.setText(text);
		for (const { rating, button } of buttons) button.toggleClass('mod-cta', rating === suggested);
	};
}

/** A question whose answer was seen need not be rated. */
function drawWaysPast(
	desk: InterviewDesk,
	place: PartPlace,
	session: InterviewSession | undefined,
): void {
	const { translate } = desk.context;
	const row = addButtonRow(place.parent);
	addScreenButton(place, row, {
		text: translate('plugin.interview.skip'),
		key: 'S',
		onClick: () => moveOn(desk, session, nextQuestion),
	});
	addScreenButton(place, row, {
		text: translate('plugin.interview.finish'),
		onClick: () => moveOn(desk, session, finish),
	});
}

function drawKeepToggle(desk: InterviewDesk, { parent, component }: PartPlace): void {
	const label = parent.createEl('label', { cls: 'stackbook-choice' });
	const box = label.createEl('input', { type: 'checkbox' });
	box.checked = desk.state().keepsAnswers;
	label.createSpan({ text: desk.context.translate('plugin.interview.keep') });
	component.registerDomEvent(box, 'change', () => desk.change({ keepsAnswers: box.checked }));
}
