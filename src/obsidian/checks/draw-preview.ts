import type { Component } from 'obsidian';
import type { ChangedLines } from '../../core/index';
import type { Translate } from '../../i18n/index';

/** Nobody reads more of one repair on a phone. */
const MOST_LINES = 30;

/** Draws the lines that go and those that come, and what writes them. */
export function drawPreview(
	item: HTMLElement,
	component: Component,
	{ translate, lines }: { readonly translate: Translate; readonly lines: ChangedLines },
	apply: () => void,
): HTMLElement {
	const preview = item.createDiv({ cls: 'stackbook-check-preview' });
	const draw = (tag: 'del' | 'ins', texts: readonly string[]): void => {
		for (const text of texts.slice(0, MOST_LINES))
			preview.createEl(tag, { text: text || '\u00A0' });
		if (texts.length > MOST_LINES)
			preview.createDiv({
				cls: 'stackbook-meta',
				text: translate('cli.check.more-lines', { count: texts.length - MOST_LINES }),
			});
	};
	preview.createDiv({
		cls: 'stackbook-meta',
		text: translate('plugin.check.preview', { line: lines.line }),
	});
	draw('del', lines.before);
	draw('ins', lines.after);
	const confirm = preview.createEl('button', {
		cls: 'mod-cta',
		text: translate('plugin.check.apply'),
	});
	component.registerDomEvent(confirm, 'click', () => {
		confirm.disabled = true;
		apply();
	});
	confirm.focus();
	return preview;
}
