import { getLanguage, Notice } from 'obsidian';
import type { Command } from 'obsidian';
import vaultTemplates from 'virtual:vault-template';
import { languageOfLocale } from '../../i18n/index';
import { chooseTemplate } from '../install-notes';
import { NewNoteModal } from '../new-note/new-note-modal';
import { findTemplateText } from '../new-note/note-template';
import type { TemplateType } from '../new-note/note-template';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';

const TYPES: readonly TemplateType[] = ['technology', 'concept', 'comparison'];

/** Make a note with the questions of its template, ready to be answered. */
export function newNoteCommands(context: PluginContext): Command[] {
	return TYPES.map(type => ({
		id: `new-${type}`,
		name: context.translate(`plugin.command.new-${type}`),
		callback: () => startWork(context.translate, () => askForNote(context, type)),
	}));
}

async function askForNote(context: PluginContext, type: TemplateType): Promise<void> {
	const index = await context.writer.readToWrite();
	const shipped = chooseTemplate(vaultTemplates, languageOfLocale(getLanguage()));
	const template = findTemplateText(index, type, shipped);
	if (template === undefined) {
		new Notice(context.translate('plugin.new.no-template'));
		return;
	}
	context.modals.show(new NewNoteModal(context, { type, template, index }));
}
