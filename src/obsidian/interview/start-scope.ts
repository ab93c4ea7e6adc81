import {
	categoryName,
	categoryOrder,
	listQuestions,
	noteLanguageOf,
	notesOfType,
	questionsOf,
} from '../../core/index';
import type { Note, NoteIndex, NotePath } from '../../core/index';
import type { InterviewChoices, InterviewPlace } from './interview-choices';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { NoteSuggestModal } from './note-suggest-modal';
import { addScreenButton } from './screen-button';
import type { PartPlace } from './screen-parts';
import { addSelect } from './start-fields';

type Choose = (changes: Partial<InterviewChoices>) => void;

/** What the fields of a scope are drawn with. */
export interface ScopeFields {
	readonly desk: InterviewDesk;
	readonly place: PartPlace;
	readonly index: NoteIndex;
	readonly choose: Choose;
}

/** Where the questions come from: one field for the place, and one for what it needs. */
export function drawScope(fields: ScopeFields): (state: InterviewState) => void {
	const { desk, place, index, choose } = fields;
	const { translate } = desk.context;
	const { choices } = desk.state();
	const comparisons = notesOfType(index, 'comparison');
	const categories = categoriesOf(index);
	const offered: [InterviewPlace, boolean][] = [
		['note', choices.note !== undefined],
		['notes', true],
		['category', categories.length > 0],
		['comparison', comparisons.length > 0],
		['list', true],
		['everything', true],
	];
	const nameOf = (one: InterviewPlace): string =>
		one === 'note' && choices.note !== undefined
			? translate('plugin.interview.place.note', { note: titleOf(choices.note) })
			: translate(`plugin.interview.place.${one}`);
	addSelect(place, place.parent, {
		label: translate('plugin.interview.place'),
		options: offered
			.filter(([, isOffered]) => isOffered)
			.map(([value]) => ({ value, text: nameOf(value) })),
		value: choices.place,
		onChange: chosen => choose(firstChoice(chosen, categories, comparisons)),
	}).addClass('stackbook-place');
	const parts = new Map<InterviewPlace, HTMLElement>([
		['category', drawCategories(fields, categories)],
		['comparison', drawComparisons(fields, comparisons)],
	]);
	const notes = drawNotes(fields);
	const list = drawList(fields);
	return state => {
		for (const [one, element] of parts) element.hidden = state.choices.place !== one;
		notes(state);
		list(state);
	};
}

/** A place that needs something has the first of it until the reader chooses. */
function firstChoice(
	place: InterviewPlace,
	[category = '']: readonly string[],
	[comparison]: readonly Note[],
): Partial<InterviewChoices> {
	if (place === 'category') return { place, category };
	return place === 'comparison' ? { place, comparison: comparison?.path } : { place };
}

function categoriesOf(index: NoteIndex): string[] {
	const found = new Set(listQuestions(index).flatMap(({ category }) => category ?? []));
	return [...found].sort((a, b) => categoryOrder(a) - categoryOrder(b));
}

function drawCategories(
	{ desk, place, index, choose }: ScopeFields,
	names: readonly string[],
): HTMLElement {
	const language = noteLanguageOf(index);
	return addSelect(place, place.parent, {
		label: desk.context.translate('plugin.interview.place.category'),
		options: names.map(value => ({ value, text: categoryName(value, language) })),
		value: desk.state().choices.category,
		onChange: category => choose({ category }),
	});
}

function drawComparisons(
	{ desk, place, choose }: ScopeFields,
	notes: readonly Note[],
): HTMLElement {
	return addSelect<string>(place, place.parent, {
		label: desk.context.translate('plugin.interview.place.comparison'),
		options: notes.map(({ path, title }) => ({ value: path, text: title })),
		value: desk.state().choices.comparison ?? '',
		onChange: comparison => choose({ comparison }),
	});
}

function drawNotes({ desk, place, index, choose }: ScopeFields): (state: InterviewState) => void {
	const { context } = desk;
	const section = place.parent.createDiv();
	const chips = section.createEl('ul', { cls: 'stackbook-chips' });
	addScreenButton(place, section, {
		text: context.translate('plugin.interview.add-note'),
		onClick: () => {
			const { notes } = desk.state().choices;
			const candidates = index
				.notes()
				.filter(note => !notes.includes(note.path) && questionsOf(note).tracked.length > 0);
			const pick = (note: Note): void => choose({ notes: [...notes, note.path] });
			context.modals.show(new NoteSuggestModal(context.app, candidates, pick));
		},
	});
	let shown: readonly NotePath[] | undefined;
	return ({ choices }) => {
		section.hidden = choices.place !== 'notes';
		if (shown === choices.notes) return;
		shown = choices.notes;
		chips.empty();
		for (const path of choices.notes) {
			const title = titleOf(path);
			const chip = chips.createEl('li').createEl('button', {
				cls: 'stackbook-chip',
				text: title,
				attr: {
					type: 'button',
					'aria-label': context.translate('plugin.interview.remove-note', { note: title }),
				},
			});
			// It lives no longer than the list that is emptied.
			chip.addEventListener('click', () =>
				choose({ notes: desk.state().choices.notes.filter(one => one !== path) }),
			);
		}
	};
}

function drawList({ desk, place, index, choose }: ScopeFields): (state: InterviewState) => void {
	const { context } = desk;
	const button = addScreenButton(place, place.parent, {
		text: context.translate('plugin.interview.choose-list'),
		onClick: () => {
			const candidates = index
				.notes()
				.filter(({ links }) => links.some(({ subpath }) => subpath.startsWith('^')));
			const pick = (note: Note): void => choose({ list: note.path });
			context.modals.show(new NoteSuggestModal(context.app, candidates, pick));
		},
	});
	return ({ choices }) => {
		button.hidden = choices.place !== 'list';
		button.firstElementChild?.setText(
			choices.list === undefined
				? context.translate('plugin.interview.choose-list')
				: context.translate('plugin.interview.list-chosen', { note: titleOf(choices.list) }),
		);
	};
}

function titleOf(path: NotePath): string {
	return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}
