import {
	plainText,
	QUESTION_KINDS,
	RATINGS,
	startSession,
	summarizeInterview,
} from '../../core/index';
import type { InterviewSummary, NotePath } from '../../core/index';
import { referencesFor, seedOf, startOptionsOf } from './interview-choices';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { noteToAsk } from './note-to-ask';
import { canUndo, undoLast } from './rate-question';
import { saveSummary } from './save-summary';
import { addButtonRow, addScreenButton } from './screen-button';
import type { PartDrawing, PartPlace } from './screen-parts';

/** Longer lists are read by nobody at the end of an interview; the saved note has them all. */
const MOST_WEAK = 5;

/** What an interview came to, and what to do next. */
export function endPart(desk: InterviewDesk, state: InterviewState): PartDrawing<InterviewState> {
	const results = state.session?.results ?? [];
	return {
		key: JSON.stringify(['end', results.map(({ attempt }) => attempt), canUndo(state)]),
		draw: place => {
			const { translate } = desk.context;
			const summary = summarizeInterview(results);
			place.parent.createEl('h2', {
				cls: 'stackbook-heading stackbook-focus',
				text: translate('plugin.interview.over'),
				attr: { tabindex: '-1' },
			});
			place.parent.createEl('p', {
				text: translate('plugin.interview.done', { asked: summary.asked }),
			});
			if (summary.asked > 0) {
				drawCounts(desk, place.parent, summary);
				drawMissed(desk, place.parent, summary);
				drawReadNext(desk, place, summary.readNext);
			}
			drawWaysOn(desk, place, summary);
			return undefined;
		},
	};
}

function drawCounts(desk: InterviewDesk, parent: HTMLElement, summary: InterviewSummary): void {
	const { translate } = desk.context;
	const { ratings, byKind, byLevel } = summary;
	const seed = desk.state().session?.seed;
	const levelName = (level: string): string =>
		level === 'none' ? translate('plugin.interview.no-level') : level;
	const rows: [string, [string, number][]][] = [
		[
			translate('plugin.interview.by-rating'),
			RATINGS.map(rating => [translate(`rating.${rating}`), ratings[rating]]),
		],
		[
			translate('plugin.interview.by-kind'),
			QUESTION_KINDS.map(kind => [translate(`kind.${kind}`), byKind[kind] ?? 0]),
		],
		[
			translate('plugin.interview.by-level'),
			Object.entries(byLevel).map(([level, count]) => [levelName(level), count]),
		],
	];
	const list = parent.createEl('dl', { cls: 'stackbook-counts' });
	if (seed !== undefined) {
		list.createEl('dt', { text: translate('plugin.interview.seed') });
		list.createEl('dd', { text: String(seed) });
	}
	for (const [title, counts] of rows) {
		list.createEl('dt', { text: title });
		const shown = counts.filter(([, count]) => count > 0);
		list.createEl('dd', { text: shown.map(([name, count]) => `${name} ${count}`).join(' · ') });
	}
}

function drawMissed(
	{ context }: InterviewDesk,
	parent: HTMLElement,
	{ weakest }: InterviewSummary,
): void {
	const missing = weakest.filter(({ missed }) => missed.length > 0).slice(0, MOST_WEAK);
	if (missing.length === 0) return;
	const title = context.translate('plugin.interview.missed');
	parent.createEl('h3', { cls: 'stackbook-heading', text: title });
	for (const { prompt, technology, missed } of missing) {
		parent.createEl('p', { cls: 'stackbook-meta', text: `${technology} · ${prompt}` });
		const list = parent.createEl('ul');
		for (const point of missed) list.createEl('li', { text: plainText(point) });
	}
}

function drawReadNext(
	{ context }: InterviewDesk,
	{ parent, component }: PartPlace,
	paths: readonly NotePath[],
): void {
	if (paths.length === 0) return;
	const { app, translate } = context;
	parent.createEl('h3', {
		cls: 'stackbook-heading',
		text: translate('plugin.interview.read-next'),
	});
	const list = parent.createEl('ul', { cls: 'stackbook-links' });
	for (const path of paths) {
		const link = list.createEl('li').createEl('a', {
			cls: 'internal-link',
			text: path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, ''),
			href: path,
			attr: { 'data-href': path },
		});
		component.registerDomEvent(link, 'click', event => {
			event.preventDefault();
			void app.workspace.openLinkText(path, '', 'tab');
		});
	}
}

function drawWaysOn(desk: InterviewDesk, place: PartPlace, summary: InterviewSummary): void {
	const { translate } = desk.context;
	const row = addButtonRow(place.parent);
	const weak = summary.results.filter(({ after }) => after !== 'solid');
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
		isPrimary: weak.length === 0,
		onClick: () => askMore(desk),
	});
	addScreenButton(place, row, {
		text: translate('plugin.interview.other'),
		onClick: () => showStart(desk),
	});
	if (canUndo(desk.state())) {
		addScreenButton(place, row, {
			text: translate('plugin.interview.undo'),
			key: 'U',
			onClick: () => undoLast(desk),
		});
	}
	if (summary.asked > 0) {
		const save = addScreenButton(place, row, {
			text: translate('plugin.interview.save'),
			onClick: () =>
				desk.work(async () => {
					await saveSummary(desk.context, summary);
					// One interview, one note.
					save.disabled = true;
				}),
		});
	}
}

/** The questions of the same choices that were not asked; the start screen when there are none. */
function askMore(desk: InterviewDesk): void {
	desk.work(async () => {
		const { choices, session } = desk.state();
		const index = await desk.context.notes.read();
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
