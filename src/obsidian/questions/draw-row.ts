import { setIcon } from 'obsidian';
import type { Attempt } from '../../core/index';
import { sentenceCase } from '../../i18n/index';
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
	const { status, words, level, stars, answered } = row;
	return JSON.stringify([status, words, level, stars, answered, last?.rating, last?.time]);
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
	go.createSpan({ cls: 'stackbook-question-prompt', text: row.words });
	const details = detailsOf(toDraw);
	if (details !== '') go.createSpan({ cls: 'stackbook-question-details', text: details });
	if (row.id !== '') {
		const interview = item.createEl('button', {
			cls: 'stackbook-icon-button',
			attr: {
				type: 'button',
				'data-action': 'interview',
				'aria-label': translate('plugin.questions.interview-on', { name: row.words }),
			},
		});
		setIcon(interview, 'play');
	}
	return item;
}

function drawStatus(item: HTMLElement, { status, words }: QuestionRow, translate: Translate): void {
	const name = labelOfStatus(status, translate);
	item.createEl('button', {
		cls: 'stackbook-status',
		text: name,
		attr: {
			type: 'button',
			'data-action': 'status',
			'data-status': status,
			'aria-haspopup': 'menu',
			'aria-label': translate('plugin.questions.change-status', { status: name, name: words }),
		},
	});
}

function drawTracking(item: HTMLElement, { words }: QuestionRow, translate: Translate): void {
	item.createEl('button', {
		cls: 'stackbook-status',
		text: translate('plugin.questions.track'),
		attr: {
			type: 'button',
			'data-action': 'track',
			'aria-label': translate('plugin.questions.track-one', { name: words }),
		},
	});
}

/** The words for a status of a row where they stand alone. */
export function labelOfStatus(status: QuestionRow['status'], translate: Translate): string {
	if (status === 'untracked') return translate('plugin.questions.untracked');
	if (status === 'empty-cell') return translate('plugin.questions.empty-cell');
	return sentenceCase(translate(`status.${status}`));
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
