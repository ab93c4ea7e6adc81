import type { ReferenceAnswer } from '../core/index';
import type { Translate } from '../i18n/index';
import { renderMarkdown } from './rendered-markdown';
import type { MarkdownPlace } from './rendered-markdown';

/** Told when the reader ticks a key point, or takes the tick back. */
export type TickKeyPoint = (position: number, isHit: boolean) => void;

interface AnswerView {
	readonly parent: HTMLElement;
	readonly translate: Translate;
	readonly place: MarkdownPlace;
}

/** Draws a reference answer part by part, its key points as checkboxes. */
export async function renderAnswer(
	view: AnswerView,
	answer: ReferenceAnswer,
	tick: TickKeyPoint,
): Promise<void> {
	const { parent, translate, place } = view;
	parent.createEl('h3', { text: translate('plugin.interview.answer') });
	const summary = parent.createDiv();
	// All is put in its place first, so that nothing jumps while Markdown is drawn.
	const pending = [renderMarkdown(summary, answer.summary, place)];
	if (answer.keyPoints.length > 0) {
		const group = parent.createEl('fieldset', { cls: 'stackbook-group' });
		group.createEl('legend', { text: translate('plugin.interview.points') });
		answer.keyPoints.forEach((point, position) => {
			pending.push(renderKeyPoint({ ...view, parent: group }, point, position, tick));
		});
	}
	if (answer.followUps.length > 0) {
		parent.createEl('h4', { text: translate('plugin.interview.follow-ups') });
		for (const { prompt, answer: reply } of answer.followUps) {
			pending.push(renderFollowUp({ ...view, parent }, prompt, reply));
		}
	}
	const mistakes = answer.mistakes.map(mistake => `- ${mistake.replace(/\n/g, '\n  ')}`).join('\n');
	pending.push(renderPart(view, translate('plugin.interview.mistakes'), mistakes));
	pending.push(renderPart(view, translate('plugin.interview.sources'), answer.sources));
	await Promise.all(pending);
}

async function renderPart(
	{ parent, place }: AnswerView,
	title: string,
	markdown: string,
): Promise<void> {
	if (markdown === '') return;
	parent.createEl('h4', { text: title });
	await renderMarkdown(parent.createDiv(), markdown, place);
}

async function renderKeyPoint(
	{ parent, place }: AnswerView,
	point: string,
	position: number,
	tick: TickKeyPoint,
): Promise<void> {
	const label = parent.createEl('label', { cls: 'stackbook-choice' });
	const box = label.createEl('input', { type: 'checkbox' });
	place.component.registerDomEvent(box, 'change', () => tick(position, box.checked));
	await renderMarkdown(label.createDiv(), point, place);
}

/** A follow-up keeps its short answer folded away: the reader is asked once more. */
async function renderFollowUp(
	{ parent, place }: AnswerView,
	prompt: string,
	reply?: string,
): Promise<void> {
	if (reply === undefined) return renderMarkdown(parent.createDiv(), prompt, place);
	const details = parent.createEl('details', { cls: 'stackbook-follow-up' });
	const asked = renderMarkdown(details.createEl('summary'), prompt, place);
	await Promise.all([asked, renderMarkdown(details.createDiv(), reply, place)]);
}
