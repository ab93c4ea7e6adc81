import { getLanguage, Notice, Plugin } from 'obsidian';
import { createTranslator, languageOfLocale } from '../i18n/index';
import { describeError, VaultWriter } from './apply-edits';
import { followChanges } from './automatic-refresh';
import { registerCliHandlers } from './cli-handlers';
import { allCommands } from './commands/all-commands';
import { registerComparisonBlock } from './comparisons/comparison-block';
import { registerComparisonBasesView } from './comparisons/comparison-bases-view';
import { createDeviceStorage } from './device-storage';
import { createCurrentInterview } from './interview/current-interview';
import { InterviewView } from './interview/interview-view';
import { INTERVIEW_VIEW } from './interview/interview-view-type';
import { ModalHost } from './modal-host';
import { registerQuestions } from './questions/register-questions';
import { memoryOf } from './settings-memory';
import { createSettingsStore } from './settings';
import type { SettingsStore } from './settings';
import { StackbookSettingTab } from './setting-tab';
import { announceRelease } from './upgrade/announce-release';
import { VaultNotes } from './vault-notes';

/** Registers everything with Obsidian and does nothing else; notes are read when a command first needs them. */
export default class StackbookPlugin extends Plugin {
	private store: SettingsStore | undefined;

	override async onload(): Promise<void> {
		const translate = createTranslator(languageOfLocale(getLanguage()));
		const settings = createSettingsStore(this, memoryOf(this, translate));
		await settings.reload();
		this.store = settings;
		const notes = new VaultNotes(this, settings);
		const writer = new VaultWriter(this.app, notes, translate);
		const modals = new ModalHost(this);
		const device = createDeviceStorage(this.app, (error, life) => {
			const until = translate(`plugin.device-full.${life}`);
			new Notice(translate('plugin.device-full', { until, detail: describeError(error) }), 0);
		});
		const interview = createCurrentInterview(device);
		const { app } = this;
		const { version } = this.manifest;
		const context = { app, version, translate, settings, notes, writer, modals, device, interview };
		this.registerView(INTERVIEW_VIEW, leaf => new InterviewView(leaf, context));
		for (const command of allCommands(context)) this.addCommand(command);
		registerQuestions(this, context);
		registerComparisonBlock(this, context);
		registerComparisonBasesView(this, context);
		registerCliHandlers(this, context);
		followChanges(this, context);
		announceRelease(this, context);
		this.addSettingTab(new StackbookSettingTab(this, context));
	}

	/** A sync tool brought the settings of another device. */
	override async onExternalSettingsChange(): Promise<void> {
		await this.store?.reload();
	}
}
