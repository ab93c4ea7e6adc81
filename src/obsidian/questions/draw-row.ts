import { setIcon } from 'obsidian';
import type { Attempt } from '../../core/index';
import type { Translate } from '../../i18n/index';
import type { QuestionRow } from './question-row';

/** A row with what is known about it from elsewhere. */
export interface RowToDraw {
	readonly row: QuestionRow;
	readonly last: Attempt | undefined;
	readonly translate: Translate;
}

/** Everything that the drawing of a row shows. */
export function signatureOfRow({ row, last }: RowToDraw): string {
	const { status, prompt, level, stars, answered } = row;
	return JSON.stringify([status, prompt, level, stars, answered, last?.rating, last?.time]);
}

/** Draws a row: its status, the question, and what can be done with it. Who listens reads `data-action`. */
export function drawRow(parent: HTMLElement, toDraw: RowToDraw): HTMLElement {
	const { row, translate } = toDraw;
	const item = parent.createEl('li', {
		cls: 'stackbook-question',
		attr: { 'data-key': row.key, 'data-status': row.status },
	});
	if (row.id === '') drawTracking(item, row, translate);
	else drawStatus(item, row, translate);
	const go = item.createEl('button', {
		cls: 'stackbook-question-go',
		attr: { type: 'button', 'data-action': 'go' },
	});
	go.createSpan({ cls: 'stackbook-question-prompt', text: row.prompt });
	const details = detailsOf(toDraw);
	if (details !== '') go.createSpan({ cls: 'stackbook-question-details', text: details });
	if (row.id !== '') {
		const interview = item.createEl('button', {
			cls: 'stackbook-icon-button',
			attr: {
				type: 'button',
				'data-action': 'interview',
				'aria-label': translate('plugin.questions.interview-on', { name: row.prompt }),
			},
		});
		setIcon(interview, 'play');
	}
	return item;
}

function drawStatus(
	item: HTMLElement,
	{ status, prompt }: QuestionRow,
	translate: Translate,
): void {
	const name = translate(nameOfStatus(status));
	item.createEl('button', {
		cls: 'stackbook-status',
		text: name,
		attr: {
			type: 'button',
			'data-action': 'status',
			'data-status': status,
			'aria-haspopup': 'menu',
			'aria-label': translate('plugin.questions.change-status', { status: name, name: prompt }),
		},
	});
}

function drawTracking(item: HTMLElement, { prompt }: QuestionRow, translate: Translate): void {
	item.createEl('button', {
		cls: 'stackbook-status',
		text: translate('plugin.questions.track'),
		attr: {
			type: 'button',
			'data-action': 'track',
			'aria-label': translate('plugin.questions.track-one', { name: prompt }),
		},
	});
}

/** Key of the words for a status of a row. */
export function nameOfStatus(status: QuestionRow['status']) {
	if (status === 'untracked') return 'plugin.questions.untracked';
	return status === 'empty-cell' ? 'plugin.questions.empty-cell' : (`status.${status}` as const);
}

function detailsOf({ row, last, translate }: RowToDraw): string {
	const { level, stars, answered } = row;
	return [
		[level === undefined ? '' : `L${level}`, '★'.repeat(stars)].filter(Boolean).join(' '),
		last ? `${translate(`rating.${last.rating}`)} ${last.time.slice(0, 10)}` : '',
		answered ? translate('plugin.questions.answered') : '',
	]
		.filter(Boolean)
		.join(' · ');
}
