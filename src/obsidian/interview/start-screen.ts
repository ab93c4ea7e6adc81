import { questionsInScope, QUESTION_KINDS, startSession } from '../../core/index';
import type { QuestionStatus } from '../../core/index';
import { sentenceCase } from '../../i18n/index';
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
import { presentChoices, renamedChoices } from './present-choices';
import { addButtonRow, addScreenButton } from './screen-button';
import type { PartDrawing, PartPlace } from './screen-parts';
import { addBoxes, addNumber, addSelect } from './start-fields';
import { drawScope } from './start-scope';
import type { StartFields, StartState, UpdateFields } from './start-scope';

const ASKED_STATUSES: readonly QuestionStatus[] = ['open', 'shaky', 'solid'];
const ORDERS: readonly InterviewChoices['order'][] = ['weak-first', 'in-order', 'shuffled'];
const LIMITS: readonly InterviewLimit[] = ['all', 'count', 'minutes'];

/** What an interview shall be about; fields and the number of questions follow every choice and every note. */
export function startPart(desk: InterviewDesk): PartDrawing<InterviewState> {
	return {
		key: 'start',
		draw: place => {
			const { app, notes, translate } = desk.context;
			const choose = (changes: Partial<InterviewChoices>): void =>
				desk.change({ choices: { ...desk.state().choices, ...changes } });
			const fields: StartFields = { desk, place, choose };
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
			place.component.registerEvent(
				app.vault.on('rename', ({ path }, oldPath) => {
					const renamed = renamedChoices(desk.state().choices, oldPath, path);
					if (renamed) choose(renamed);
				}),
			);
			return ({ choices }) => {
				// Another folder was chosen this very moment: the next drawing has its notes.
				const index = notes.known();
				if (!index) return;
				const now = { index, choices: presentChoices(index, choices) };
				for (const update of updates) update(now);
			};
		},
	};
}

function drawFilters({ desk, place, choose }: StartFields): UpdateFields {
	const { translate } = desk.context;
	const { kinds, levels, statuses, leastStars } = desk.state().choices;
	const details = place.parent.createEl('details', { cls: 'stackbook-filters' });
	details.createEl('summary', { text: translate('plugin.interview.filters') });
	details.open = kinds.length + levels.length + statuses.length + leastStars > 0;
	addBoxes(place, details, {
		label: translate('plugin.interview.kind'),
		options: QUESTION_KINDS.map(value => ({
			value,
			text: sentenceCase(translate(`kind.${value}`)),
		})),
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
		options: ASKED_STATUSES.map(value => ({
			value,
			text: sentenceCase(translate(`status.${value}`)),
		})),
		chosen: statuses,
		onChange: chosen => choose({ statuses: chosen }),
	});
	const stars = addSelect<string>(place, details, {
		label: translate('plugin.interview.stars'),
		onChange: least => choose({ leastStars: Number(least) }),
	});
	const counts = ['0', '2', '3'].map(value => ({
		value,
		text: value === '0' ? translate('plugin.interview.any') : '★'.repeat(Number(value)),
	}));
	return ({ choices }) => stars.show(counts, String(choices.leastStars));
}

function drawOrder({ desk, place, choose }: StartFields): UpdateFields {
	const { translate } = desk.context;
	const order = addSelect<InterviewChoices['order']>(place, place.parent, {
		label: translate('plugin.interview.order'),
		onChange: chosen => choose({ order: chosen }),
	});
	const orders = ORDERS.map(value => ({
		value,
		text: translate(`plugin.interview.order.${value}`),
	}));
	const row = place.parent.createDiv({ cls: 'stackbook-field-row' });
	const number = addNumber(place, row, {
		label: translate('plugin.interview.seed'),
		value: desk.state().choices.seed,
		least: 0,
		most: MOST_SEED,
		onChange: chosen => choose({ seed: chosen }),
	});
	addScreenButton(place, row, {
		text: translate('plugin.interview.new-seed'),
		onClick: () => choose({ seed: seedOf() }),
	});
	return ({ choices }) => {
		order.show(orders, choices.order);
		row.hidden = choices.order !== 'shuffled';
		number.show(choices.seed);
	};
}

function drawLimit({ desk, place, choose }: StartFields): UpdateFields {
	const { translate } = desk.context;
	const { count, minutes } = desk.state().choices;
	const limit = addSelect<InterviewLimit>(place, place.parent, {
		label: translate('plugin.interview.limit'),
		onChange: chosen => choose({ limit: chosen }),
	});
	const limits = LIMITS.map(value => ({
		value,
		text: translate(`plugin.interview.limit.${value}`),
	}));
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
		limit.show(limits, choices.limit);
		questions.field.hidden = choices.limit !== 'count';
		time.field.hidden = choices.limit !== 'minutes';
	};
}

function drawStart({ desk, place }: StartFields): UpdateFields {
	const fits = place.parent.createEl('p', { cls: 'stackbook-fits', attr: { role: 'status' } });
	const start = addStartButton(desk, place);
	return state => {
		const { index, choices } = state;
		const scope = scopeOf(choices);
		const inScope = scope ? questionsInScope(index, scope) : [];
		const count = fittingQuestions(inScope, choices).length;
		const text = describeFit(desk, state, { count, inScope: inScope.length });
		if (fits.textContent !== text) fits.setText(text);
		start.disabled = count === 0;
	};
}

interface Fit {
	/** Questions that pass the filters. */
	readonly count: number;
	readonly inScope: number;
}

/** How many questions there are, or why there is none and what to do about it. */
function describeFit(
	{ context }: InterviewDesk,
	{ index, choices }: StartState,
	{ count, inScope }: Fit,
): string {
	const { translate } = context;
	const { place, limit } = choices;
	if (count > 0) {
		if (limit === 'minutes') {
			return translate('plugin.interview.fits-minutes', { count, minutes: choices.minutes });
		}
		const asked = limit === 'count' ? Math.min(count, choices.count) : count;
		return translate('plugin.interview.fits', { count, asked });
	}
	if (index.notes().length === 0) return translate('plugin.note.no-notes');
	if (place === 'notes' && choices.notes.length === 0) return translate('plugin.interview.no-note');
	if (place === 'list' && choices.list === undefined) return translate('plugin.interview.no-list');
	return translate(inScope === 0 ? 'plugin.interview.no-question' : 'plugin.interview.none-fits');
}

function addStartButton(desk: InterviewDesk, place: PartPlace): HTMLButtonElement {
	return addScreenButton(place, addButtonRow(place.parent), {
		text: desk.context.translate('plugin.interview.start'),
		isPrimary: true,
		onClick: () =>
			desk.work(async () => {
				const index = await desk.context.notes.read();
				const choices = presentChoices(index, desk.state().choices);
				const references = referencesFor(index, choices);
				if (references.length === 0) return;
				const options = { now: Date.now(), ...startOptionsOf(choices) };
				desk.change({ choices, session: startSession(references, options), last: undefined });
			}),
	});
}
