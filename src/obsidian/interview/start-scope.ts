import {
	categoryName,
	listQuestions,
	noteLanguageOf,
	notesOfType,
	questionsOf,
} from '../../core/index';
import type { Note, NoteIndex, NotePath } from '../../core/index';
import { titleOf } from './end-links';
import type { InterviewChoices, InterviewPlace } from './interview-choices';
import type { InterviewDesk } from './interview-desk';
import { NoteSuggestModal } from './note-suggest-modal';
import { categoriesWithQuestions } from './present-choices';
import { addScreenButton } from './screen-button';
import type { PartPlace } from './screen-parts';
import { addSelect } from './start-fields';
import type { FieldOption } from './start-fields';

/** What the fields of a start screen are drawn with. */
export interface StartFields {
	readonly desk: InterviewDesk;
	readonly place: PartPlace;
	readonly choose: (changes: Partial<InterviewChoices>) => void;
}

/** What a start screen shows: the notes as they are now, and the choices as far as they are there. */
export interface StartState {
	readonly index: NoteIndex;
	readonly choices: InterviewChoices;
}

/** Brings fields up to date; what somebody types in stays. */
export type UpdateFields = (state: StartState) => void;

/** Where the questions come from: one field for the place, and one for what it needs. */
export function drawScope(fields: StartFields): UpdateFields {
	const { desk, place, choose } = fields;
	const { translate } = desk.context;
	const where = addSelect<InterviewPlace>(place, place.parent, {
		label: translate('plugin.interview.place'),
		onChange: chosen => choose({ place: chosen }),
	});
	where.field.addClass('stackbook-place');
	const updates = [
		drawCategories(fields),
		drawComparisons(fields),
		drawNotes(fields),
		drawList(fields),
	];
	return state => {
		where.show(placesIn(desk, state), state.choices.place);
		for (const update of updates) update(state);
	};
}

/** The places that have anything in these notes. */
function placesIn(
	{ context }: InterviewDesk,
	{ index, choices }: StartState,
): FieldOption<InterviewPlace>[] {
	const { translate } = context;
	const { note } = choices;
	const offered: [InterviewPlace, boolean][] = [
		['notes', true],
		['category', categoriesWithQuestions(index).length > 0],
		['comparison', notesOfType(index, 'comparison').length > 0],
		['list', true],
		['everything', true],
	];
	const others = offered
		.filter(([, isOffered]) => isOffered)
		.map(([value]) => ({ value, text: translate(`plugin.interview.place.${value}`) }));
	if (note === undefined) return others;
	const text = translate('plugin.interview.place.note', { note: titleOf(note) });
	return [{ value: 'note', text }, ...others];
}

function drawCategories({ desk, place, choose }: StartFields): UpdateFields {
	const { field, show } = addSelect<string>(place, place.parent, {
		label: desk.context.translate('plugin.interview.place.category'),
		onChange: category => choose({ category }),
	});
	return ({ index, choices }) => {
		field.hidden = choices.place !== 'category';
		const language = noteLanguageOf(index);
		const options = categoriesWithQuestions(index).map(value => ({
			value,
			text: categoryName(value, language),
		}));
		show(options, choices.category);
	};
}

function drawComparisons({ desk, place, choose }: StartFields): UpdateFields {
	const { field, show } = addSelect<string>(place, place.parent, {
		label: desk.context.translate('plugin.interview.place.comparison'),
		onChange: comparison => choose({ comparison }),
	});
	return ({ index, choices }) => {
		field.hidden = choices.place !== 'comparison';
		const notes = notesOfType(index, 'comparison');
		const options = notes.map(({ path, title }) => ({ value: path, text: title }));
		show(options, choices.comparison ?? '');
	};
}

function drawNotes({ desk, place, choose }: StartFields): UpdateFields {
	const { context } = desk;
	const section = place.parent.createDiv();
	const chips = section.createEl('ul', { cls: 'stackbook-chips' });
	addScreenButton(place, section, {
		text: context.translate('plugin.interview.add-note'),
		onClick: () =>
			suggestNote(desk, {
				words: 'plugin.interview.add-note',
				fits: note =>
					!desk.state().choices.notes.includes(note.path) && questionsOf(note).tracked.length > 0,
				pick: path => choose({ notes: [...desk.state().choices.notes, path] }),
			}),
	});
	let shown: string | undefined;
	return ({ choices }) => {
		section.hidden = choices.place !== 'notes';
		const key = JSON.stringify(choices.notes);
		if (shown === key) return;
		shown = key;
		chips.empty();
		chips.hidden = choices.notes.length === 0;
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
			chip.createSpan({ text: '×', attr: { 'aria-hidden': 'true' } });
			// It lives no longer than the list that is emptied.
			chip.addEventListener('click', () =>
				choose({ notes: desk.state().choices.notes.filter(one => one !== path) }),
			);
		}
	};
}

function drawList({ desk, place, choose }: StartFields): UpdateFields {
	const { context } = desk;
	const button = addScreenButton(place, place.parent, {
		text: context.translate('plugin.interview.choose-list'),
		onClick: () =>
			suggestNote(desk, {
				words: 'plugin.interview.choose-list',
				fits: (note, index) => linksToQuestions(note, index),
				pick: path => choose({ list: path }),
			}),
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

interface NoteSuggestion {
	/** What the reader is asked for. */
	readonly words: 'plugin.interview.add-note' | 'plugin.interview.choose-list';
	readonly fits: (note: Note, index: NoteIndex) => boolean;
	readonly pick: (path: NotePath) => void;
}

/** Lets the reader pick one of the notes that fit now. */
function suggestNote(desk: InterviewDesk, { words, fits, pick }: NoteSuggestion): void {
	const { context } = desk;
	desk.work(async () => {
		const index = await context.notes.read();
		const candidates = index.notes().filter(note => fits(note, index));
		const modal = new NoteSuggestModal(context.app, candidates, ({ path }) => pick(path));
		modal.setPlaceholder(context.translate(words));
		// While somebody types, Obsidian's own words are the right ones.
		if (candidates.length === 0) modal.emptyStateText = context.translate(`${words}.none`);
		context.modals.show(modal);
	});
}

/** A link to any other block is no question. */
function linksToQuestions({ links }: Note, index: NoteIndex): boolean {
	const blocks = links.filter(({ subpath }) => subpath.startsWith('^'));
	if (blocks.length === 0) return false;
	const ids = new Set(listQuestions(index).map(({ id }) => id.toLowerCase()));
	return blocks.some(({ subpath }) => ids.has(subpath.slice(1).toLowerCase()));
}
