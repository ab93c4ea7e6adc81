import { ConfirmationModal } from 'obsidian';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import type { InterviewState } from './interview-state';

/** The two ways out of a second start. */
export interface Ways {
	readonly goOn: () => Promise<void>;
	readonly beginAnew: () => Promise<void>;
}

/** Asks whether to go on with an interview that is not finished, or not saved, or to begin another one. */
export class BeginAnewModal extends ConfirmationModal {
	constructor(
		private readonly context: PluginContext,
		{ session }: InterviewState,
		ways: Ways,
	) {
		super(context.app);
		const { translate } = context;
		const isOver = session?.phase === 'finished';
		this.setTitle(translate(isOver ? 'plugin.interview.unsaved' : 'plugin.interview.unfinished'));
		this.contentEl.createEl('p', {
			text: isOver
				? translate('plugin.interview.unsaved-description')
				: translate('plugin.interview.unfinished-description', {
						number: (session?.position ?? 0) + 1,
						count: session?.questions.length ?? 0,
					}),
		});
		this.addButton(button =>
			button
				.setButtonText(translate(isOver ? 'plugin.interview.show-end' : 'plugin.interview.go-on'))
				.setCta()
				.setInitialFocus()
				.onClick(() => this.leaveBy(ways.goOn)),
		);
		this.addButton(button =>
			button
				.setButtonText(translate('plugin.interview.begin-anew'))
				.onClick(() => this.leaveBy(ways.beginAnew)),
		);
		this.addCancelButton(translate('plugin.cancel'));
	}

	/** Closed first: a window gives the focus back to what had it, and after that it is the interview's. */
	private leaveBy(way: () => Promise<void>): void {
		this.close();
		startWork(this.context.translate, way);
	}
}
