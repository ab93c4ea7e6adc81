import { QUESTION_KINDS, RATINGS, summarizeInterview } from '../../core/index';
import type { InterviewSummary } from '../../core/index';
import { renderMarkdown } from '../rendered-markdown';
import { startWork } from '../report-failure';
import { addEndLink, addQuestionLink, openNote, placeOfNote, titleOf } from './end-links';
import { drawWaysOn } from './end-ways';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { pruneDrafts } from './prune-drafts';
import { canUndo } from './rate-question';
import type { PartDrawing, PartPlace } from './screen-parts';

/** Longer lists are read by nobody at the end of an interview; the saved note has them all. */
const MOST_WEAK = 5;

/** What an interview came to, and what to do next. */
export function endPart(desk: InterviewDesk, state: InterviewState): PartDrawing<InterviewState> {
	const results = state.session?.results ?? [];
	return {
		key: JSON.stringify(['end', results.map(({ attempt }) => attempt), canUndo(state)]),
		draw: place => {
			const { device, notes, translate } = desk.context;
			const summary = summarizeInterview(results, state.session);
			const index = notes.known();
			if (index) pruneDrafts(device, index, Date.now());
			place.parent.createEl('h2', {
				cls: 'stackbook-heading stackbook-focus',
				text: translate('plugin.interview.over'),
				attr: { tabindex: '-1' },
			});
			place.parent.createEl('p', {
				text: translate('plugin.interview.done', { asked: summary.asked }),
			});
			drawCounts(desk, place.parent, summary);
			drawMissed(desk, place, summary);
			const followNotes = drawReadNext(desk, place, summary);
			const followState = drawWaysOn(desk, place, summary);
			return now => {
				followNotes();
				followState(now);
			};
		},
	};
}

function drawCounts(desk: InterviewDesk, parent: HTMLElement, summary: InterviewSummary): void {
	const { translate } = desk.context;
	const { ratings, byKind, byLevel, seed } = summary;
	if (summary.asked === 0 && seed === undefined) return;
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
		const shown = counts.filter(([, count]) => count > 0);
		if (shown.length === 0) continue;
		list.createEl('dt', { text: title });
		list.createEl('dd', { text: shown.map(([name, count]) => `${name} ${count}`).join(' · ') });
	}
}

function drawMissed(
	{ context }: InterviewDesk,
	place: PartPlace,
	{ weakest }: InterviewSummary,
): void {
	const missing = weakest.filter(({ missed }) => missed.length > 0).slice(0, MOST_WEAK);
	if (missing.length === 0) return;
	const { parent } = place;
	const title = context.translate('plugin.interview.missed');
	parent.createEl('h3', { cls: 'stackbook-heading', text: title });
	for (const result of missing) {
		const line = parent.createDiv({ cls: 'stackbook-links' });
		line.createSpan({ cls: 'stackbook-meta', text: `${result.technology} · ` });
		addQuestionLink(place, context, line, result);
		const list = parent.createEl('ul', { cls: 'stackbook-missed' });
		const { app, translate } = context;
		const drawn = { app, component: place.component, sourcePath: result.path };
		for (const point of result.missed) {
			const item = list.createEl('li');
			startWork(translate, () => renderMarkdown(item, point, drawn));
		}
	}
}

/** The answer follows notes that are renamed or deleted while the screen shows. */
function drawReadNext(
	{ context }: InterviewDesk,
	place: PartPlace,
	{ readNext, results }: InterviewSummary,
): () => void {
	const { notes, translate } = context;
	const section = place.parent.createDiv();
	section.createEl('h3', {
		cls: 'stackbook-heading',
		text: translate('plugin.interview.read-next'),
	});
	const list = section.createEl('ul', { cls: 'stackbook-links' });
	const items = readNext.map(path => {
		const item = list.createEl('li');
		const open = async (): Promise<void> =>
			openNote(context, placeOfNote(await notes.read(), path, results), path);
		const link = addEndLink(place, context, item, { text: titleOf(path), href: path, open });
		return { path, item, link };
	});
	return () => {
		const index = notes.known();
		const shown = new Set<string>();
		for (const { path, item, link } of items) {
			const now = index ? placeOfNote(index, path, results) : path;
			item.hidden = now === undefined || shown.has(now);
			if (now === undefined) continue;
			shown.add(now);
			if (link.textContent !== titleOf(now)) link.setText(titleOf(now));
		}
		section.hidden = shown.size === 0;
	};
}
