import { questionsInScope, QUESTION_KINDS, startSession } from '../../core/index';
import type { NoteIndex, QuestionStatus } from '../../core/index';
import {
	fittingQuestions,
	referencesFor,
	scopeOf,
	seedOf,
	startOptionsOf,
} from './interview-choices';
import type { InterviewChoices, InterviewLimit } from './interview-choices';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { MOST_MINUTES, MOST_QUESTIONS, MOST_SEED } from './parse-choices';
import { addButtonRow, addScreenButton } from './screen-button';
import type { PartDrawing, PartPlace } from './screen-parts';
import { addBoxes, addNumber, addSelect } from './start-fields';
import { drawScope } from './start-scope';
import type { ScopeFields } from './start-scope';

const ASKED_STATUSES: readonly QuestionStatus[] = ['open', 'shaky', 'solid'];
const ORDERS: readonly InterviewChoices['order'][] = ['weak-first', 'in-order', 'shuffled'];
const LIMITS: readonly InterviewLimit[] = ['all', 'count', 'minutes'];

/** What an interview shall be about; the number of questions follows every choice. */
export function startPart(
	desk: InterviewDesk,
	index: NoteIndex,
	{ choices }: InterviewState,
): PartDrawing<InterviewState> {
	return {
		key: JSON.stringify(['start', choices.note]),
		draw: place => {
			const { translate } = desk.context;
			const choose = (changes: Partial<InterviewChoices>): void =>
				desk.change({ choices: { ...desk.state().choices, ...changes } });
			const fields: ScopeFields = { desk, place, index, choose };
			place.parent.createEl('h2', {
				cls: 'stackbook-heading stackbook-focus',
				text: translate('plugin.interview.title'),
				attr: { tabindex: '-1' },
			});
			const updates = [
				drawScope(fields),
				drawFilters(fields),
				drawOrder(fields),
				drawLimit(fields),
				drawStart(fields),
			];
			return state => {
				for (const update of updates) update(state);
			};
		},
	};
}

type Update = (state: InterviewState) => void;

function drawFilters({ desk, place, choose }: ScopeFields): Update {
	const { translate } = desk.context;
	const { kinds, levels, statuses, leastStars } = desk.state().choices;
	const details = place.parent.createEl('details', { cls: 'stackbook-filters' });
	details.createEl('summary', { text: translate('plugin.interview.filters') });
	details.open = kinds.length + levels.length + statuses.length + leastStars > 0;
	addBoxes(place, details, {
		label: translate('plugin.interview.kind'),
		options: QUESTION_KINDS.map(value => ({ value, text: translate(`kind.${value}`) })),
		chosen: kinds,
		onChange: chosen => choose({ kinds: chosen }),
	});
	addBoxes(place, details, {
		label: translate('plugin.interview.level'),
		options: [1, 2, 3, 4].map(value => ({ value, text: `L${value}` })),
		chosen: levels,
		onChange: chosen => choose({ levels: chosen }),
	});
	addBoxes(place, details, {
		label: translate('plugin.interview.with-status'),
		options: ASKED_STATUSES.map(value => ({ value, text: translate(`status.${value}`) })),
		chosen: statuses,
		onChange: chosen => choose({ statuses: chosen }),
	});
	addSelect(place, details, {
		label: translate('plugin.interview.stars'),
		options: ['0', '2', '3'].map(value => ({
			value,
			text: value === '0' ? translate('plugin.interview.any') : '★'.repeat(Number(value)),
		})),
		value: String(leastStars),
		onChange: stars => choose({ leastStars: Number(stars) }),
	});
	return () => undefined;
}

function drawOrder({ desk, place, choose }: ScopeFields): Update {
	const { translate } = desk.context;
	const { order, seed } = desk.state().choices;
	addSelect(place, place.parent, {
		label: translate('plugin.interview.order'),
		options: ORDERS.map(value => ({ value, text: translate(`plugin.interview.order.${value}`) })),
		value: order,
		onChange: chosen => choose({ order: chosen }),
	});
	const row = place.parent.createDiv({ cls: 'stackbook-field-row' });
	const number = addNumber(place, row, {
		label: translate('plugin.interview.seed'),
		value: seed,
		least: 0,
		most: MOST_SEED,
		onChange: chosen => choose({ seed: chosen }),
	});
	addScreenButton(place, row, {
		text: translate('plugin.interview.new-seed'),
		onClick: () => choose({ seed: seedOf() }),
	});
	return ({ choices }) => {
		row.hidden = choices.order !== 'shuffled';
		number.show(choices.seed);
	};
}

function drawLimit({ desk, place, choose }: ScopeFields): Update {
	const { translate } = desk.context;
	const { limit, count, minutes } = desk.state().choices;
	addSelect(place, place.parent, {
		label: translate('plugin.interview.limit'),
		options: LIMITS.map(value => ({ value, text: translate(`plugin.interview.limit.${value}`) })),
		value: limit,
		onChange: chosen => choose({ limit: chosen }),
	});
	const questions = addNumber(place, place.parent, {
		label: translate('plugin.interview.count'),
		value: count,
		least: 1,
		most: MOST_QUESTIONS,
		onChange: chosen => choose({ count: chosen }),
	});
	const time = addNumber(place, place.parent, {
		label: translate('plugin.interview.minutes'),
		value: minutes,
		least: 1,
		most: MOST_MINUTES,
		onChange: chosen => choose({ minutes: chosen }),
	});
	return ({ choices }) => {
		questions.field.hidden = choices.limit !== 'count';
		time.field.hidden = choices.limit !== 'minutes';
	};
}

function drawStart({ desk, place, index }: ScopeFields): Update {
	const { translate } = desk.context;
	const fits = place.parent.createEl('p', { cls: 'stackbook-fits', attr: { role: 'status' } });
	const start = addStartButton(desk, place);
	return ({ choices }) => {
		const scope = scopeOf(choices);
		const inScope = scope ? questionsInScope(index, scope) : [];
		const count = fittingQuestions(inScope, choices).length;
		const asked = choices.limit === 'count' ? Math.min(count, choices.count) : count;
		const text =
			choices.limit === 'minutes'
				? translate('plugin.interview.fits-minutes', { count, minutes: choices.minutes })
				: translate('plugin.interview.fits', { count, asked });
		if (fits.textContent !== text) fits.setText(text);
		start.disabled = count === 0;
	};
}

function addStartButton(desk: InterviewDesk, place: PartPlace): HTMLButtonElement {
	return addScreenButton(place, addButtonRow(place.parent), {
		text: desk.context.translate('plugin.interview.start'),
		isPrimary: true,
		onClick: () =>
			desk.work(async () => {
				const { choices } = desk.state();
				const references = referencesFor(await desk.context.notes.read(), choices);
				if (references.length === 0) return;
				const options = { now: Date.now(), ...startOptionsOf(choices) };
				desk.change({ session: startSession(references, options), last: undefined });
			}),
	});
}
