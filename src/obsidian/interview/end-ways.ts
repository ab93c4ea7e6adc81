import { leftAt, reopen, startSession } from '../../core/index';
import type { InterviewSummary } from '../../core/index';
import { startWork } from '../report-failure';
import { addEndLink, openNote, titleOf } from './end-links';
import { referencesFor, seedOf, startOptionsOf } from './interview-choices';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { moveOn } from './move-on';
import { noteToAsk } from './note-to-ask';
import { presentChoices } from './present-choices';
import { canUndo, undoLast } from './rate-question';
import { saveSummary } from './save-summary';
import { addButtonRow, addScreenButton } from './screen-button';
import type { PartPlace } from './screen-parts';

/** What to do after an interview: back into it, more of it, another one, or a note of it. */
export function drawWaysOn(
	desk: InterviewDesk,
	place: PartPlace,
	summary: InterviewSummary,
): (state: InterviewState) => void {
	const { translate } = desk.context;
	const state = desk.state();
	const row = addButtonRow(place.parent);
	const weak = summary.results.filter(({ after }) => after !== 'solid');
	const left = state.session && leftAt(state.session);
	if (left !== undefined) {
		addScreenButton(place, row, {
			text: translate('plugin.interview.resume', { number: left }),
			key: 'G',
			isPrimary: weak.length === 0,
			onClick: () => moveOn(desk, state.session, reopen),
		});
	}
	if (weak.length > 0) {
		const references = weak.map(({ path, questionId }) => ({ path, id: questionId }));
		addScreenButton(place, row, {
			text: translate('plugin.interview.weak-again'),
			key: 'A',
			isPrimary: true,
			onClick: () =>
				desk.change({ session: startSession(references, { now: Date.now() }), last: undefined }),
		});
	}
	addScreenButton(place, row, {
		text: translate('plugin.interview.more'),
		key: 'N',
		isPrimary: weak.length === 0 && left === undefined,
		onClick: () => askMore(desk),
	});
	addScreenButton(place, row, {
		text: translate('plugin.interview.other'),
		onClick: () => showStart(desk),
	});
	if (canUndo(state)) {
		addScreenButton(place, row, {
			text: translate('plugin.interview.undo'),
			key: 'U',
			onClick: () => undoLast(desk),
		});
	}
	return summary.asked > 0 ? drawSaving(desk, place, { row, summary }) : () => undefined;
}

interface Saving {
	/** Where the button stands. */
	readonly row: HTMLElement;
	readonly summary: InterviewSummary;
}

/** One interview, one note: a button while there is none, else a link to it. */
function drawSaving(
	desk: InterviewDesk,
	place: PartPlace,
	{ row, summary }: Saving,
): (state: InterviewState) => void {
	const { context } = desk;
	const { app, translate } = context;
	const save = addScreenButton(place, row, {
		text: translate('plugin.interview.save'),
		onClick: () =>
			desk.work(async () => {
				const { session } = desk.state();
				const path = await saveSummary(context, summary);
				// Another interview may have been begun while this was written.
				if (desk.state().session?.results === session?.results) desk.change({ savedAs: path });
				// The note is there; opening it holds nothing up.
				startWork(translate, () => openNote(context, path, path));
			}),
	});
	const saved = place.parent.createDiv({ cls: 'stackbook-links' });
	const link = addEndLink(place, context, saved, {
		text: '',
		href: '#',
		open: () => openNote(context, desk.state().savedAs, desk.state().savedAs ?? ''),
	});
	place.component.registerEvent(
		app.vault.on('rename', (file, oldPath) => {
			if (desk.state().savedAs === oldPath) desk.change({ savedAs: file.path });
		}),
	);
	return ({ savedAs }) => {
		// A note that was deleted can be saved again.
		const isThere = savedAs !== undefined && app.vault.getFileByPath(savedAs) !== null;
		const hadFocus = save.ownerDocument.activeElement === save;
		save.hidden = isThere;
		saved.hidden = !isThere;
		if (!isThere) return;
		const text = translate('plugin.interview.saved-as', { note: titleOf(savedAs) });
		if (link.textContent !== text) link.setText(text);
		if (hadFocus) link.focus({ preventScroll: true });
	};
}

/** The questions of the same choices that were not asked; the start screen when there are none. */
function askMore(desk: InterviewDesk): void {
	desk.work(async () => {
		const { choices: chosen, session } = desk.state();
		const index = await desk.context.notes.read();
		const choices = presentChoices(index, chosen);
		const asked = new Set(session?.results.map(({ questionId }) => questionId));
		const all = referencesFor(index, { ...choices, limit: 'all' }).filter(
			({ id }) => !asked.has(id),
		);
		const references = choices.limit === 'count' ? all.slice(0, choices.count) : all;
		if (references.length === 0) {
			showStart(desk);
			return;
		}
		const start = { now: Date.now(), ...startOptionsOf(choices) };
		desk.change({ session: startSession(references, start), last: undefined });
	});
}

function showStart(desk: InterviewDesk): void {
	const { choices } = desk.state();
	const note = noteToAsk(desk.context, choices.note);
	desk.change({
		session: undefined,
		last: undefined,
		choices: { ...choices, note, seed: seedOf() },
	});
}
