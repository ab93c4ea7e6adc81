import { ItemView, Notice, Scope } from 'obsidian';
import type { ViewStateResult, WorkspaceLeaf } from 'obsidian';
import { currentReference } from '../../core/index';
import { nextTask } from '../next-task';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { announcementOf, isNewScreen } from './announcement';
import type { StateChanges } from './current-interview';
import { holdWhileBusy } from './hold-while-busy';
import type { InterviewDesk } from './interview-desk';
import { keyOfPress } from './interview-keys';
import { parseState, printForLayout } from './interview-state';
import type { InterviewState } from './interview-state';
import { leaveEditor } from './leave-editor';
import { INTERVIEW_VIEW } from './interview-view-type';
import { noteToAsk } from './note-to-ask';
import { questionParts } from './question-parts';
import { PRIMARY } from './screen-button';
import { createScreenParts } from './screen-parts';
import type { PartDrawing } from './screen-parts';
import { findShown } from './shown-question';
import type { ShownQuestion } from './shown-question';
import { startPart } from './start-screen';

/** The interview on the screen: a side pane beside the note, or a tab on a phone; each of several shows the same. */
export class InterviewView extends ItemView {
	/** Notes that are opened do not take its place. */
	override navigation = false;
	override icon = 'messages-square';
	private shown: ShownQuestion | undefined;
	private readonly screenEl: HTMLElement;
	private readonly liveEl: HTMLElement;
	private readonly parts;
	private readonly desk: InterviewDesk;
	/** Counts drawings: one that was overtaken while it read draws nothing. */
	private drawing = 0;
	private isOpen = false;
	private hasDrawn = false;
	private wantsFocus = false;
	/** Said of a screen that is not drawn yet; what that screen is must not silence it. */
	private saidAhead = '';

	constructor(
		leaf: WorkspaceLeaf,
		private readonly context: PluginContext,
	) {
		super(leaf);
		this.contentEl.addClass('stackbook-view');
		this.contentEl.tabIndex = -1;
		this.screenEl = this.contentEl.createDiv({ cls: 'stackbook-screen' });
		this.parts = createScreenParts<InterviewState>(this.screenEl, this);
		this.liveEl = this.contentEl.createDiv({
			cls: 'stackbook-live',
			attr: { role: 'status', 'aria-live': 'polite' },
		});
		const { interview } = context;
		this.desk = {
			context,
			drafts: interview.drafts,
			state: interview.state,
			change: changes => this.change(changes),
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
		return printForLayout(this.context.interview.state());
	}

	override async setState(raw: unknown, result: ViewStateResult): Promise<void> {
		await super.setState(raw, result);
		const { interview, translate } = this.context;
		const answer = interview.offer(parseState(raw));
		if (answer === 'refused') new Notice(translate('plugin.interview.kept-here'));
		this.wantsFocus = this.isOpen;
		// Obsidian waits for this before its layout is ready, and notes are read after that.
		this.draw();
	}

	override async onOpen(): Promise<void> {
		await super.onOpen();
		this.isOpen = true;
		const page = this.containerEl.ownerDocument;
		const { interview, notes, translate } = this.context;
		holdWhileBusy(this, interview.turn, {
			screen: this.screenEl,
			line: this.contentEl.createDiv({ cls: 'stackbook-busy', attr: { role: 'status' } }),
			words: translate('plugin.interview.busy'),
		});
		const keep = (): void => interview.keepNow();
		this.register(interview.show(() => this.draw()));
		if (page.defaultView) this.registerDomEvent(page.defaultView, 'pagehide', keep);
		this.registerDomEvent(page, 'visibilitychange', keep);
		this.register(notes.onChange(() => this.draw()));
		const follow = (): void =>
			interview.followNote(noteToAsk(this.context, interview.state().choices.note));
		this.registerEvent(this.app.workspace.on('file-open', follow));
		this.listenToKeys();
		this.draw();
	}

	override async onClose(): Promise<void> {
		this.isOpen = false;
		this.parts.clear();
		await super.onClose();
	}

	/**
	 * To where the screen goes on: what is drawn into a pane that is closed as yet can take no focus. The reader asked
	 * for it, so a note's editor gives the focus up; whoever goes into one after that is left there.
	 */
	focusScreen(): void {
		leaveEditor(this.contentEl.ownerDocument);
		this.wantsFocus = true;
		this.draw();
	}

	private listenToKeys(): void {
		const act = (key: string | undefined): boolean => {
			const action = key === undefined ? undefined : this.parts.actionOf(key);
			if (!this.context.interview.turn.isTaken()) action?.();
			return action !== undefined;
		};
		this.scope = new Scope(this.app.scope);
		this.scope.register(['Mod'], 'Enter', event => {
			// The same press comes to both listeners, in an order of Obsidian's own; a key that is held was pressed once.
			if (event.defaultPrevented || event.repeat) return false;
			if (event.isComposing || !act(PRIMARY)) return undefined;
			event.preventDefault();
			return false;
		});
		this.registerDomEvent(this.contentEl, 'keydown', event => {
			if (event.defaultPrevented || event.repeat) return;
			if (act(keyOfPress(event))) event.preventDefault();
		});
	}

	private change(changes: StateChanges): void {
		const { interview } = this.context;
		const before = interview.state();
		// Where several panes show it, the focus stays in the one that somebody works in.
		if (isNewScreen(before, { ...before, ...changes })) this.wantsFocus = true;
		// All draw at once where nothing has to be read: the next question, a tick, a follow-up.
		interview.change(changes);
		void this.app.workspace.requestSaveLayout();
	}

	private draw(): void {
		if (this.isOpen) startWork(this.context.translate, () => this.drawNow());
	}

	private async drawNow(): Promise<void> {
		const drawing = ++this.drawing;
		// The pane was just made and opened; what it takes to fill it comes on top of that.
		if (!this.hasDrawn) await nextTask();
		if (drawing !== this.drawing || !this.isOpen) return;
		const drawings = await this.partsOf();
		if (drawing !== this.drawing || !this.isOpen) return;
		this.hasDrawn = true;
		const hadFocus = this.hasFocus();
		const isHeld = hadFocus && this.holdFocus();
		this.parts.show(drawings, this.desk.state());
		// What had the focus may be gone with its question; the keys must still be heard.
		if (hadFocus && !this.hasFocus()) this.wantsFocus = true;
		if (this.wantsFocus) {
			// What just came is laid out when the focus moves: a task of its own, unless a key could be lost before it.
			if (!hadFocus || isHeld) await nextTask();
			if (drawing !== this.drawing || !this.isOpen) return;
			this.moveFocus(isHeld);
			this.wantsFocus = false;
		}
		// The others are wanted when the first rating is written; until then there is time.
		if (this.context.notes.known() === undefined) await this.context.notes.read();
	}

	private async partsOf(): Promise<PartDrawing<InterviewState>[]> {
		const { context, desk } = this;
		const state = desk.state();
		const { session } = state;
		const hasEnd = session?.phase === 'finished' && session.results.length > 0;
		// The first and the last screen say what the notes are now.
		if (!session || hasEnd) await context.notes.read();
		if (!session) return [startPart(desk)];
		const reference = currentReference(session);
		const found = reference && (await findShown(context, session, this.shown));
		if (found) context.interview.noteAsked(found.question);
		if (found && session.phase === 'revealed') {
			context.interview.noteKeyPoints(found.question.id, found.reference()?.keyPoints ?? []);
		}
		this.shown = found;
		return questionParts(desk, desk.state(), found ?? reference ?? { path: '', id: '' });
	}

	/** The pane itself hears the keys until a new screen without a field to type in can take them. */
	private holdFocus(): boolean {
		const phase = this.desk.state().session?.phase;
		if (!this.wantsFocus || (phase !== 'revealed' && phase !== 'rated')) return false;
		this.contentEl.focus({ preventScroll: true });
		return true;
	}

	/** To where the new screen goes on, unless the reader is typing elsewhere by now. */
	private moveFocus(isHeld: boolean): void {
		const { activeElement, body } = this.contentEl.ownerDocument;
		const screen = announcementOf(this.context.translate, this.desk.state(), this.shown);
		const words = `${this.saidAhead} ${screen}`.trim();
		// The same text set anew would be read out anew.
		if (words !== this.liveEl.textContent) this.say(words);
		this.saidAhead = '';
		if (activeElement && activeElement !== body && !this.containerEl.contains(activeElement)) {
			if (activeElement.closest('.modal-container, .cm-editor')) return;
		}
		// A key that the pane heard meanwhile may have led on.
		if (isHeld && activeElement !== this.contentEl) return;
		const [target] = Array.from(
			this.contentEl.querySelectorAll<HTMLElement>('.stackbook-focus'),
		).slice(-1);
		target?.focus({ preventScroll: true });
		this.contentEl.scrollTop = 0;
		if (target && this.desk.state().session?.phase === 'rated') scrollTo(this.contentEl, target);
	}

	private hasFocus(): boolean {
		return this.contentEl.contains(this.contentEl.ownerDocument.activeElement);
	}

	private say(text: string): void {
		this.liveEl.setText(text);
	}

	private work(task: () => Promise<void>): void {
		const { interview, translate } = this.context;
		if (!interview.turn.begin()) return;
		startWork(translate, () => task().finally(interview.turn.end));
	}
}

/** What came of a rating stands below the answer; what goes on from there shall be seen. */
function scrollTo(scroller: HTMLElement, target: HTMLElement): void {
	scroller.scrollTop += target.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
