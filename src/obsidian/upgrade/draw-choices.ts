import type { Component } from 'obsidian';
import type { NotePath, UpgradeChoice } from '../../core/index';
import type { Translate } from '../../i18n/index';
import type { VaultUpdate } from './plan-vault-update';

const CHOICES: readonly UpgradeChoice[] = ['merge', 'keep', 'take'];

/** Draws a choice for each note in which both sides changed the same place. */
export function drawChoices(
	parent: HTMLElement,
	component: Component,
	{ translate, update }: { readonly translate: Translate; readonly update: VaultUpdate },
	choose: (path: NotePath, choice: UpgradeChoice) => void,
): void {
	const { conflicts } = update.summary;
	const paths = [...new Set(conflicts.map(({ path }) => path))];
	if (paths.length === 0) return;
	parent.createEl('p', { text: translate('plugin.update.choose') });
	for (const path of paths) {
		const places = conflicts.filter(one => one.path === path).map(({ title }) => title);
		const label = parent.createEl('label', { cls: 'stackbook-field stackbook-update-choice' });
		label.createSpan({
			text: path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, ''),
			attr: { title: path },
		});
		const named = [...new Set(places)].filter(title => title !== '').join(' · ');
		if (named !== '') label.createSpan({ cls: 'stackbook-meta', text: named });
		const select = label.createEl('select', { cls: 'dropdown' });
		for (const choice of CHOICES) {
			select.createEl('option', {
				value: choice,
				text: translate(`plugin.update.choice.${choice}`),
			});
		}
		component.registerDomEvent(select, 'change', () => {
			const chosen = CHOICES.find(choice => choice === select.value);
			if (chosen) choose(path, chosen);
		});
	}
}
