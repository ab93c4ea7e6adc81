import { debounce, ItemView } from 'obsidian';
import type { ViewStateResult, WorkspaceLeaf } from 'obsidian';
import { noteLanguageOf } from '../../core/index';
import type { NoteLanguage } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { actOnGroup, actOnRow, pressedButton } from './act-on-line';
import { createListDrawing } from './draw-list';
import type { DrawList } from './draw-list';
import { createToolbar } from './draw-toolbar';
import type { ToolbarContent } from './draw-toolbar';
import { keepFocus, moveFocus } from './focus-in-list';
import { blocksOf } from './list-block';
import type { ListBlock } from './list-block';
import { EMPTY_STATE, filterRows, parseListState } from './list-state';
import type { ListState } from './list-state';
import { createRowSource } from './question-row';
import type { QuestionRows } from './question-row';
import { QUESTIONS_VIEW } from './questions-view-type';
import { groupRows } from './row-group';

/** So many rows are drawn at a time. */
const STEP = 100;
/** How long the reader pauses in a search before it is looked for, in milliseconds. */
const SEARCH_PAUSE = 80;

/** The list of all questions by category, technology and kind; it follows the notes. */
export class QuestionsView extends ItemView {
	override navigation = false;
	override icon = 'list-checks';
	private wanted: ListState = EMPTY_STATE;
	private mostRows = STEP;
	private readonly readRows = createRowSource();
	/** Undefined until the notes were read: nothing is said about them before. */
	private content: QuestionRows | undefined;
	private language: NoteLanguage = 'zh';
	private blocks: readonly ListBlock[] = [];
	private parts: ViewParts | undefined;

	constructor(
		leaf: WorkspaceLeaf,
		private readonly context: PluginContext,
	) {
		super(leaf);
	}

	override getViewType(): string {
		return QUESTIONS_VIEW;
	}

	override getDisplayText(): string {
		return this.context.translate('plugin.questions.title');
	}

	override getState(): Record<string, unknown> {
		return { ...this.wanted };
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		await super.setState(state, result);
		this.wanted = parseListState(state);
		this.mostRows = STEP;
		this.draw();
	}

	override async onOpen(): Promise<void> {
		const { contentEl, context } = this;
		contentEl.empty();
		contentEl.addClass('stackbook-questions');
		this.parts = this.build();
		this.register(context.notes.onChange(() => this.refresh()));
		// Obsidian waits for this before its layout is ready, and notes are read after that.
		this.refresh();
		await Promise.resolve();
	}

	override async onClose(): Promise<void> {
		this.parts = undefined;
		this.contentEl.empty();
		await Promise.resolve();
	}

	private build(): ViewParts {
		const { contentEl, context } = this;
		const { translate } = context;
		// What is typed shows at once; the list follows when the fingers rest.
		const search = debounce(() => this.draw(), SEARCH_PAUSE, true);
		const showToolbar = createToolbar(contentEl, translate, change => {
			this.keepState(change);
			if (change.search === undefined) this.draw();
			else search();
		});
		const list = contentEl.createDiv({
			cls: 'stackbook-question-list',
			attr: { role: 'region', 'aria-label': translate('plugin.questions.title') },
		});
		const more = contentEl.createEl('button', {
			cls: 'stackbook-more',
			attr: { type: 'button' },
		});
		this.registerDomEvent(list, 'click', event => this.onClick(event));
		this.registerDomEvent(list, 'keydown', event => {
			const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
			if (isPlain && moveFocus(list, event.key)) event.preventDefault();
		});
		this.registerDomEvent(more, 'click', () => {
			this.mostRows += STEP;
			this.draw();
		});
		return { list, more, showToolbar, drawList: createListDrawing(list, translate) };
	}

	private keepState(change: Partial<ListState>): void {
		this.wanted = { ...this.wanted, ...change };
		if (change.folds === undefined) this.mostRows = STEP;
		this.app.workspace.requestSaveLayout();
	}

	private refresh(): void {
		startWork(this.context.translate, () => this.readNotes());
	}

	private async readNotes(): Promise<void> {
		const index = await this.context.notes.read();
		this.content = this.readRows(index);
		this.language = noteLanguageOf(index);
		this.draw();
	}

	private draw(): void {
		const { parts, content, language, wanted: state } = this;
		if (!parts || !content) return;
		const { translate } = this.context;
		const shown = filterRows(content.rows, state);
		const groups = groupRows({ all: content.rows, shown, language });
		const { blocks, left } = blocksOf(groups, state, this.mostRows);
		this.blocks = blocks;
		const { categories } = content;
		parts.showToolbar({
			state,
			categories,
			language,
			summary: this.summarize(content, shown.length),
		});
		keepFocus(parts.list, () => parts.drawList(blocks, content.last));
		parts.more.hidden = left === 0;
		parts.more.setText(translate('plugin.questions.more', { count: left }));
	}

	private summarize({ rows }: QuestionRows, shown: number): string {
		const { translate } = this.context;
		if (rows.length === 0) return translate('plugin.questions.empty');
		const count = (wanted: readonly string[]): number =>
			rows.filter(({ status }) => wanted.includes(status)).length;
		const progress = translate('plugin.questions.progress', {
			solid: count(['solid']),
			total: count(['open', 'shaky', 'solid']),
		});
		return shown === rows.length
			? progress
			: `${progress} · ${translate('plugin.questions.shown', { count: shown })}`;
	}

	private onClick(event: Event): void {
		const pressed = pressedButton(event);
		if (!pressed) return;
		const { key, action } = pressed;
		const row = this.content?.rows.find(candidate => candidate.key === key);
		if (row) {
			actOnRow(this.context, row, pressed);
			return;
		}
		const heading = this.blocks.find(({ kind, group }) => kind === 'heading' && group.key === key);
		if (heading?.kind !== 'heading') return;
		if (action === 'fold') {
			this.keepState({ folds: { ...this.wanted.folds, [key]: !heading.open } });
			this.draw();
		} else actOnGroup(this.context, heading.group, action);
	}
}

/** What the view has drawn. */
interface ViewParts {
	readonly list: HTMLElement;
	readonly more: HTMLButtonElement;
	readonly showToolbar: (content: ToolbarContent) => void;
	readonly drawList: DrawList;
}
