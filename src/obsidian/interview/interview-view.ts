import { ItemView, Notice, Scope } from 'obsidian';
import type { ViewStateResult, WorkspaceLeaf } from 'obsidian';
import { currentReference, noteAsked, resume } from '../../core/index';
import { describeError } from '../apply-edits';
import { nextTask } from '../next-task';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { announcementOf, isNewScreen } from './announcement';
import { carryTicks } from './carry-ticks';
import { createDraftStore } from './draft-store';
import type { InterviewDesk } from './interview-desk';
import { keyOfPress } from './interview-keys';
import { keepState, keptState, parseState, printState } from './interview-state';
import type { InterviewState } from './interview-state';
import { INTERVIEW_VIEW } from './interview-view-type';
import { noteToAsk } from './note-to-ask';
import { questionParts } from './question-parts';
import { PRIMARY } from './screen-button';
import { createScreenParts } from './screen-parts';
import type { PartDrawing } from './screen-parts';
import { findShown } from './shown-question';
import type { ShownQuestion } from './shown-question';
import { startPart } from './start-screen';

/** The interview: a side pane beside the note, or a tab on a phone. */
export class InterviewView extends ItemView {
	/** Notes that are opened do not take its place. */
	override navigation = false;
	override icon = 'messages-square';
	private current: InterviewState;
	private shown: ShownQuestion | undefined;
	private readonly liveEl: HTMLElement;
	private readonly parts;
	private readonly desk: InterviewDesk;
	/** Counts drawings: one that was overtaken while it read draws nothing. */
	private drawing = 0;
	private isBusy = false;
	private isOpen = false;
	private wantsFocus = false;
	/** Said of a screen that is not drawn yet; what that screen is must not silence it. */
	private saidAhead = '';

	constructor(
		leaf: WorkspaceLeaf,
		private readonly context: PluginContext,
	) {
		super(leaf);
		this.current = keptState(context.app);
		this.contentEl.addClass('stackbook-view');
		this.parts = createScreenParts<InterviewState>(
			this.contentEl.createDiv({ cls: 'stackbook-screen' }),
			this,
		);
		this.liveEl = this.contentEl.createDiv({
			cls: 'stackbook-live',
			attr: { role: 'status', 'aria-live': 'polite' },
		});
		const tellOnce = onlyOnce((error: unknown) => {
			const detail = describeError(error);
			new Notice(context.translate('plugin.interview.draft-not-kept', { detail }));
		});
		this.desk = {
			context,
			drafts: createDraftStore(context.app, tellOnce),
			state: () => this.current,
			change: changes => this.change({ ...this.current, ...changes }),
			say: text => {
				if (this.wantsFocus) this.saidAhead = text;
				this.say(text);
			},
			work: task => this.work(task),
		};
	}

	override getViewType(): string {
		return INTERVIEW_VIEW;
	}

	override getDisplayText(): string {
		return this.context.translate('plugin.interview.title');
	}

	override getState(): Record<string, unknown> {
		return printState(this.current);
	}

	/** Of what the layout remembers and what this device kept, the later one goes on; the time away is no thinking. */
	override async setState(raw: unknown, result: ViewStateResult): Promise<void> {
		await super.setState(raw, result);
		const [told, kept] = [parseState(raw), keptState(this.app)];
		const state = told.savedAt >= kept.savedAt ? told : kept;
		const session = state.session && resume(state.session, Date.now());
		this.current = { ...state, session };
		this.wantsFocus = this.isOpen;
		keepState(this.app, this.current);
		// Obsidian waits for this before its layout is ready, and notes are read after that.
		this.draw();
	}

	override async onOpen(): Promise<void> {
		await super.onOpen();
		this.isOpen = true;
		const page = this.containerEl.ownerDocument;
		const flush = (): void => this.desk.drafts.flush();
		this.register(flush);
		if (page.defaultView) this.registerDomEvent(page.defaultView, 'pagehide', flush);
		this.registerDomEvent(page, 'visibilitychange', flush);
		this.register(this.context.notes.onChange(() => this.draw()));
		this.registerEvent(this.app.workspace.on('file-open', () => this.followNote()));
		this.listenToKeys();
		this.draw();
	}

	override async onClose(): Promise<void> {
		this.isOpen = false;
		this.desk.drafts.flush();
		this.parts.clear();
		await super.onClose();
	}

	/** To where the screen goes on: what is drawn into a pane that is closed as yet can take no focus. */
	focusScreen(): void {
		this.wantsFocus = true;
		this.draw();
	}

	private listenToKeys(): void {
		const act = (key: string | undefined): boolean => {
			const action = key === undefined ? undefined : this.parts.actionOf(key);
			action?.();
			return action !== undefined;
		};
		this.scope = new Scope(this.app.scope);
		this.scope.register(['Mod'], 'Enter', event => {
			// The same press comes to both listeners, in an order of Obsidian's own.
			if (event.defaultPrevented) return false;
			if (event.isComposing || !act(PRIMARY)) return undefined;
			event.preventDefault();
			return false;
		});
		this.registerDomEvent(this.contentEl, 'keydown', event => {
			if (event.defaultPrevented || event.repeat) return;
			if (act(keyOfPress(event))) event.preventDefault();
		});
	}

	/** While the start screen shows, «this note» is the one that the reader looks at. */
	private followNote(): void {
		if (this.current.session) return;
		const { choices } = this.current;
		const note = noteToAsk(this.context, choices.note);
		if (note === choices.note) return;
		this.current = { ...this.current, choices: { ...choices, note } };
		this.draw();
	}

	private change(next: InterviewState): void {
		const before = this.current;
		this.current = { ...next, savedAt: Math.max(Date.now(), before.savedAt + 1) };
		this.desk.drafts.flush();
		keepState(this.app, this.current);
		void this.app.workspace.requestSaveLayout();
		if (isNewScreen(before, this.current)) this.wantsFocus = true;
		// At once where nothing has to be read: the next question, a tick, a follow-up.
		this.draw();
	}

	private draw(): void {
		if (this.isOpen) startWork(this.context.translate, () => this.drawNow());
	}

	private async drawNow(): Promise<void> {
		const drawing = ++this.drawing;
		const drawings = await this.partsOf(this.current);
		if (drawing !== this.drawing || !this.isOpen) return;
		const hadFocus = this.hasFocus();
		this.parts.show(drawings, this.current);
		// What had the focus may be gone with its question; the keys must still be heard.
		if (hadFocus && !this.hasFocus()) this.wantsFocus = true;
		if (this.wantsFocus) {
			// A pane that just came is laid out when the focus moves: a task of its own. Within it no key may be lost.
			if (!hadFocus) await nextTask();
			if (drawing !== this.drawing || !this.isOpen) return;
			this.moveFocus();
			this.wantsFocus = false;
		}
		// The others are wanted when the first rating is written; until then there is time.
		if (this.context.notes.known() === undefined) await this.context.notes.read();
	}

	private async partsOf(state: InterviewState): Promise<PartDrawing<InterviewState>[]> {
		const { session } = state;
		if (!session) return [startPart(this.desk, await this.context.notes.read(), state)];
		const reference = currentReference(session);
		const found = reference && (await findShown(this.context, session, this.shown));
		if (found) {
			this.keepTicks(found);
			this.keepAsked(found);
		}
		this.shown = found;
		return questionParts(this.desk, this.current, found ?? reference ?? { path: '', id: '' });
	}

	/** The note was edited while its key points were ticked. */
	private keepTicks(found: ShownQuestion): void {
		const { shown } = this;
		const { session } = this.current;
		if (session?.phase !== 'revealed' || shown?.question.id !== found.question.id) return;
		if (shown.answerText === found.answerText) return;
		const [before, after] = [shown, found].map(one => one.reference()?.keyPoints ?? []);
		const hits = carryTicks(session.hits, before ?? [], after ?? []);
		this.current = { ...this.current, session: { ...session, hits } };
		keepState(this.app, this.current);
	}

	/** What is set by hand in the note from now on is not overwritten by a rating. */
	private keepAsked({ question }: ShownQuestion): void {
		const { session } = this.current;
		const noted = session && noteAsked(session, question);
		if (noted === session) return;
		this.current = { ...this.current, session: noted };
		keepState(this.app, this.current);
	}

	/** To where the new screen goes on, unless the reader is typing elsewhere by now. */
	private moveFocus(): void {
		const { activeElement, body } = this.contentEl.ownerDocument;
		const screen = announcementOf(this.context.translate, this.current, this.shown);
		const words = `${this.saidAhead} ${screen}`.trim();
		// The same text set anew would be read out anew.
		if (words !== this.liveEl.textContent) this.say(words);
		this.saidAhead = '';
		if (activeElement && activeElement !== body && !this.containerEl.contains(activeElement)) {
			if (activeElement.closest('.modal-container, .cm-editor')) return;
		}
		const [target] = Array.from(
			this.contentEl.querySelectorAll<HTMLElement>('.stackbook-focus'),
		).slice(-1);
		target?.focus({ preventScroll: true });
		this.contentEl.scrollTop = 0;
		if (target && this.current.session?.phase === 'rated') scrollTo(this.contentEl, target);
	}

	private hasFocus(): boolean {
		return this.contentEl.contains(this.contentEl.ownerDocument.activeElement);
	}

	private say(text: string): void {
		this.liveEl.setText(text);
	}

	private work(task: () => Promise<void>): void {
		if (this.isBusy) return;
		this.isBusy = true;
		startWork(this.context.translate, () =>
			task().finally(() => {
				this.isBusy = false;
			}),
		);
	}
}

function onlyOnce<T>(tell: (value: T) => void): (value: T) => void {
	let isTold = false;
	return value => {
		if (!isTold) tell(value);
		isTold = true;
	};
}

/** What came of a rating stands below the answer; what goes on from there shall be seen. */
function scrollTo(scroller: HTMLElement, target: HTMLElement): void {
	scroller.scrollTop += target.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
