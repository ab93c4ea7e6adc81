import { getLanguage, Plugin } from 'obsidian';
import { createTranslator, languageOfLocale } from '../i18n/index';
import { VaultWriter } from './apply-edits';
import { followChanges } from './automatic-refresh';
import { registerCliHandlers } from './cli-handlers';
import { allCommands } from './commands/all-commands';
import { InterviewView } from './interview/interview-view';
import { INTERVIEW_VIEW } from './interview/interview-view-type';
import { ModalHost } from './modal-host';
import { registerQuestions } from './questions/register-questions';
import { createSettingsStore } from './settings';
import type { SettingsStore } from './settings';
import { StackbookSettingTab } from './setting-tab';
import { VaultNotes } from './vault-notes';

/** Registers everything with Obsidian and does nothing else; notes are read when a command first needs them. */
export default class StackbookPlugin extends Plugin {
	private store: SettingsStore | undefined;

	override async onload(): Promise<void> {
		const translate = createTranslator(languageOfLocale(getLanguage()));
		const settings = createSettingsStore(this);
		await settings.reload();
		this.store = settings;
		const notes = new VaultNotes(this, settings);
		const writer = new VaultWriter(this.app, notes, translate);
		const modals = new ModalHost(this);
		const context = { app: this.app, translate, settings, notes, writer, modals };
		this.registerView(INTERVIEW_VIEW, leaf => new InterviewView(leaf, context));
		for (const command of allCommands(context)) this.addCommand(command);
		registerQuestions(this, context);
		registerCliHandlers(this, context);
		followChanges(this, context);
		this.addSettingTab(new StackbookSettingTab(this, context));
	}

	/** A sync tool brought the settings of another device. */
	override async onExternalSettingsChange(): Promise<void> {
		await this.store?.reload();
	}
}
