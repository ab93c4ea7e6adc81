import { ConfirmationModal } from 'obsidian';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import type { InterviewState } from './interview-state';

/** The two ways out of a second start. */
export interface Ways {
	readonly goOn: () => Promise<void>;
	readonly beginAnew: () => Promise<void>;
}

/** Asks whether to go on with the unfinished interview or to begin another one. */
export class BeginAnewModal extends ConfirmationModal {
	constructor({ app, translate }: PluginContext, { session }: InterviewState, ways: Ways) {
		super(app);
		this.setTitle(translate('plugin.interview.unfinished'));
		this.contentEl.createEl('p', {
			text: translate('plugin.interview.unfinished-description', {
				number: (session?.position ?? 0) + 1,
				count: session?.questions.length ?? 0,
			}),
		});
		this.addButton(button =>
			button
				.setButtonText(translate('plugin.interview.go-on'))
				.setCta()
				.setInitialFocus()
				.onClick(() => startWork(translate, ways.goOn)),
		);
		this.addButton(button =>
			button
				.setButtonText(translate('plugin.interview.begin-anew'))
				.onClick(() => startWork(translate, ways.beginAnew)),
		);
		this.addCancelButton(translate('plugin.cancel'));
	}
}
