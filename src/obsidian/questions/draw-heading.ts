import { setIcon } from 'obsidian';
import { sentenceCase } from '../../i18n/index';
import type { Translate } from '../../i18n/index';
import type { RowGroup } from './row-group';

/** A heading of a group as it should be. */
export interface HeadingToDraw {
	readonly group: RowGroup;
	readonly open: boolean;
	/** True while only what was looked for is shown: then the heading says how much that is. */
	readonly filtering: boolean;
	readonly translate: Translate;
}

/** Everything that the drawing of a heading shows. */
export function signatureOfHeading(toDraw: HeadingToDraw): string {
	return JSON.stringify([
		nameOfGroup(toDraw.group, toDraw.translate),
		countsOf(toDraw),
		toDraw.open,
	]);
}

/** Draws a heading: a button that folds the group, and one that does something with all of it. */
export function drawHeading(parent: HTMLElement, toDraw: HeadingToDraw): HTMLElement {
	const { group, translate } = toDraw;
	const heading = parent.createDiv({
		cls: `stackbook-group-heading stackbook-depth-${group.depth}`,
		attr: { 'data-key': group.key },
	});
	const title = heading.createDiv({
		cls: 'stackbook-group-title',
		attr: { role: 'heading', 'aria-level': String(group.depth + 1) },
	});
	const fold = title.createEl('button', {
		cls: 'stackbook-fold',
		attr: { type: 'button', 'data-action': 'fold' },
	});
	fold.createSpan({ cls: 'stackbook-fold-mark', attr: { 'aria-hidden': 'true' } });
	fold.createSpan({ cls: 'stackbook-group-name' });
	fold.createSpan({ cls: 'stackbook-group-counts' });
	const action = actionOf(group);
	if (action) {
		const name = group.kind === 'open-note' ? group.name : nameOfGroup(group, translate);
		const button = heading.createEl('button', {
			cls: 'stackbook-icon-button',
			attr: {
				type: 'button',
				'data-action': action.name,
				'aria-label': translate(action.label, { name }),
			},
		});
		setIcon(button, action.icon);
	}
	updateHeading(heading, toDraw);
	return heading;
}

/** Brings a heading up to date in place, so that a finger or the focus on it stays where it is. */
export function updateHeading(heading: HTMLElement, toDraw: HeadingToDraw): void {
	const { group, open, translate } = toDraw;
	heading.querySelector('.stackbook-fold')?.setAttribute('aria-expanded', String(open));
	heading.querySelector('.stackbook-group-name')?.setText(nameOfGroup(group, translate));
	heading.querySelector('.stackbook-group-counts')?.setText(countsOf(toDraw));
}

function nameOfGroup({ kind, name, questionKind }: RowGroup, translate: Translate): string {
	if (kind === 'open-note') return translate('plugin.questions.open-note', { name });
	if (kind === 'elsewhere') return translate('plugin.questions.elsewhere');
	if (kind === 'untracked') return translate('plugin.questions.untracked');
	if (kind === 'empty-cells') return translate('plugin.questions.empty-cell');
	if (kind === 'kind' && questionKind) return sentenceCase(translate(`kind.${questionKind}`));
	return name === '' ? translate('plugin.questions.no-category') : name;
}

/** `2 shown · open 3 · shaky 1 · solid 4`: what was found, and the whole group whatever is filtered. */
function countsOf({ group, filtering, translate }: HeadingToDraw): string {
	const { counts, size } = group;
	const found = filtering ? [translate('plugin.questions.shown', { count: size })] : [];
	const special = (counts.untracked ?? 0) + (counts['empty-cell'] ?? 0);
	if (special > 0) return [...found, String(special)].join(' · ');
	const all = (['open', 'shaky', 'solid'] as const).map(
		status => `${translate(`status.${status}`)} ${counts[status] ?? 0}`,
	);
	return [...found, ...all].join(' · ');
}

function actionOf({ kind, category }: RowGroup) {
	const isNote = kind === 'technology' || kind === 'elsewhere-note';
	const canStart = isNote || (kind === 'category' && category !== undefined);
	if (canStart) {
		return { name: 'interview', label: 'plugin.questions.interview-on', icon: 'play' } as const;
	}
	return kind === 'untracked-note' || kind === 'open-note'
		? ({ name: 'track', label: 'plugin.questions.track-note', icon: 'list-plus' } as const)
		: undefined;
}
