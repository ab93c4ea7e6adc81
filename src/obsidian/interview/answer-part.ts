import { toggleKeyPoint } from '../../core/index';
import type { InterviewSession } from '../../core/index';
import { renderMarkdown } from '../rendered-markdown';
import type { MarkdownPlace } from '../rendered-markdown';
import { startWork } from '../report-failure';
import { showPlace } from '../show-place';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { addButtonRow, addScreenButton, showKey } from './screen-button';
import type { PartDrawing, PartPlace } from './screen-parts';
import { findShown } from './shown-question';
import type { ShownQuestion } from './shown-question';

/** The reader's own words, the 30-second answer beside them, and the key points to tick. */
export function answerPart(
	desk: InterviewDesk,
	shown: ShownQuestion,
	{ session }: InterviewState,
): PartDrawing<InterviewState> {
	const { question, answerText } = shown;
	return {
		key: JSON.stringify(['answer', session?.position, question.id, question.path, answerText]),
		draw: place => {
			const sides = place.parent.createDiv({ cls: 'stackbook-sides' });
			drawOwnWords(desk, place, { parent: sides, shown });
			const side = sides.createDiv({ cls: 'stackbook-side' });
			drawHeading(desk, side);
			drawWayToNote(desk, place, session);
			const reference = shown.reference();
			if (!reference) {
				side.createEl('p', { text: desk.context.translate('plugin.interview.no-answer') });
				return undefined;
			}
			const drawn = markdownPlace(desk, place, shown);
			// The place is there before the text is, so that nothing jumps.
			const summary = side.createDiv({ cls: 'stackbook-short-answer' });
			startWork(desk.context.translate, () => renderMarkdown(summary, reference.summary, drawn));
			const update = drawKeyPoints(desk, place, { points: reference.keyPoints, drawn });
			if (reference.remarks !== '') {
				const remarks = place.parent.createDiv();
				startWork(desk.context.translate, () => renderMarkdown(remarks, reference.remarks, drawn));
			}
			return update;
		},
	};
}

/** Where Markdown of a question is drawn; it is unloaded with its part. */
export function markdownPlace(
	{ context }: InterviewDesk,
	{ component }: PartPlace,
	{ question }: ShownQuestion,
): MarkdownPlace {
	return { app: context.app, component, sourcePath: question.path };
}

function drawHeading({ context }: InterviewDesk, parent: HTMLElement): void {
	parent.createEl('h3', {
		cls: 'stackbook-heading stackbook-focus',
		text: context.translate('plugin.interview.answer'),
		attr: { tabindex: '-1' },
	});
}

interface OwnWords {
	readonly parent: HTMLElement;
	readonly shown: ShownQuestion;
}

/** As the note would show them, whether they go there or not. */
function drawOwnWords(desk: InterviewDesk, place: PartPlace, { parent, shown }: OwnWords): void {
	const words = wordsFor(desk, shown.question.id);
	if (words === '') return;
	const side = parent.createDiv({ cls: 'stackbook-side' });
	const { translate } = desk.context;
	side.createEl('h3', { cls: 'stackbook-heading', text: translate('plugin.interview.own') });
	const text = side.createDiv({ cls: 'stackbook-own-words stackbook-rendered-words' });
	startWork(translate, () => renderMarkdown(text, words, markdownPlace(desk, place, shown)));
}

/** Nothing is secret any more: the question can be looked at where it stands now. */
function drawWayToNote(
	desk: InterviewDesk,
	place: PartPlace,
	session: InterviewSession | undefined,
): void {
	const { context } = desk;
	addScreenButton(place, addButtonRow(place.parent), {
		text: context.translate('plugin.interview.open-note'),
		key: 'O',
		onClick: () =>
			desk.work(async () => {
				const { question } = (session && (await findShown(context, session))) ?? {};
				if (question) await showPlace(context.app, question.path, question.line);
			}),
	});
}

/** What the reader wrote for a question, before its rating or with it. */
export function wordsFor(desk: InterviewDesk, questionId: string): string {
	const draft = desk.drafts.read(questionId).trim();
	if (draft !== '') return draft;
	const { last } = desk.state();
	return last?.questionId === questionId ? last.words.trim() : '';
}

interface KeyPoints {
	readonly points: readonly string[];
	readonly drawn: MarkdownPlace;
}

function drawKeyPoints(
	desk: InterviewDesk,
	place: PartPlace,
	{ points, drawn }: KeyPoints,
): ((state: InterviewState) => void) | undefined {
	if (points.length === 0) return undefined;
	const { translate } = desk.context;
	const group = place.parent.createEl('fieldset', { cls: 'stackbook-group' });
	group.createEl('legend', { text: translate('plugin.interview.points') });
	const boxes = points.map((point, position) => {
		const label = group.createEl('label', { cls: 'stackbook-choice' });
		const box = label.createEl('input', { type: 'checkbox' });
		const text = label.createDiv({ cls: 'stackbook-point' });
		startWork(translate, () => renderMarkdown(text, point, drawn));
		const toggle = (): void => {
			const { session } = desk.state();
			if (session) desk.change({ session: toggleKeyPoint(session, position) });
		};
		place.component.registerDomEvent(box, 'change', toggle);
		if (position < 9) {
			place.keys.set(String(position + 1), toggle);
			showKey(label, String(position + 1));
		}
		return box;
	});
	return ({ session }) => {
		boxes.forEach((box, position) => {
			box.checked = session?.hits.includes(position) ?? false;
			box.disabled = session?.phase !== 'revealed';
		});
	};
}
