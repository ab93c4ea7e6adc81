import type { App } from 'obsidian';
import { showInstallation } from '../commands/install';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { findNotesFolder } from './find-notes-folder';

/** The settings have no place in the typed interface of the app. */
interface AppWithSettings extends App {
	readonly setting?: { open(): void; openTabById(id: string): unknown };
}

/** What the list says when the folder that is read has no question. */
export function wordsOfEmptyList({ settings, translate }: PluginContext): string {
	const folder = settings.folder();
	return folder === ''
		? translate('plugin.questions.empty-vault')
		: translate('plugin.questions.empty', { folder });
}

/** Takes over an element for the ways out of an empty list; told whether it is empty. */
export function createWaysOut(
	parent: HTMLElement,
	context: PluginContext,
): (isEmpty: boolean) => void {
	const { app, settings, translate } = context;
	const box = parent.createDiv({ cls: 'stackbook-empty' });
	const addButton = (text: string, press: () => void): HTMLButtonElement => {
		const button = box.createEl('button', { text, attr: { type: 'button' } });
		button.addEventListener('click', press);
		return button;
	};
	let drawn = '';
	return isEmpty => {
		const found = isEmpty ? findNotesFolder(context) : undefined;
		const wanted = JSON.stringify([isEmpty, settings.folder(), found]);
		if (wanted === drawn) return;
		drawn = wanted;
		box.empty();
		box.hidden = !isEmpty;
		if (!isEmpty) return;
		if (found !== undefined) {
			const words =
				found === ''
					? translate('plugin.questions.use-vault')
					: translate('plugin.questions.use-folder', { folder: found });
			const use = addButton(words, () => startWork(translate, () => settings.setFolder(found)));
			use.addClass('mod-cta');
		}
		addButton(translate('plugin.install.title'), () => showInstallation(context));
		addButton(translate('plugin.questions.choose-folder'), () => {
			const { setting } = app as AppWithSettings;
			setting?.open();
			setting?.openTabById('stackbook');
		});
	};
}
