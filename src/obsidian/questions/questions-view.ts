import { ItemView } from 'obsidian';
import type { ViewStateResult, WorkspaceLeaf } from 'obsidian';
import { noteLanguageOf } from '../../core/index';
import type { NoteLanguage } from '../../core/index';
import { createPause } from '../next-task';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { actOnGroup, actOnRow, pressedButton } from './act-on-line';
import { wordsOfEmptyList } from './empty-list';
import { blocksOf } from './list-block';
import type { ListBlock } from './list-block';
import { EMPTY_STATE, filterRows, isFiltering, parseListState } from './list-state';
import type { ListState } from './list-state';
import { followNotesElsewhere } from './notes-elsewhere';
import { createRowSource } from './question-row';
import type { QuestionRow, QuestionRows } from './question-row';
import { QUESTIONS_VIEW } from './questions-view-type';
import { countByGroup, groupRows } from './row-group';
import type { GroupCounts } from './row-group';
import { buildScreen } from './list-screen';
import type { ListScreen } from './list-screen';

/** So many rows of what was looked for are shown at a time. */
const STEP = 100;
/** What the reader opened by hand may show more: the headings below it should stay in sight. */
const MOST_OPENED = 500;

/** All rows of the screen with what is known about them. */
interface Content extends QuestionRows {
	readonly counts: GroupCounts;
	/** Progress of our folder, as in the notes and in the status bar. */
	readonly solid: number;
	readonly total: number;
	readonly language: NoteLanguage;
}

/** The list of all questions by category, technology and kind; it follows the notes. */
export class QuestionsView extends ItemView {
	override navigation = false;
	override icon = 'list-checks';
	private wanted: ListState = EMPTY_STATE;
	/** Folds made while something is looked for: they are about what was found, and end with the search. */
	private foldsOfSearch: ListState['folds'] = {};
	private moreRows = 0;
	private readonly source = createRowSource();
	/** Rows of our notes; undefined until they were read: nothing is said about them before. */
	private ours: (QuestionRows & Pick<Content, 'language'>) | undefined;
	private elsewhere: readonly QuestionRow[] = [];
	private content: Content | undefined;
	private blocks: readonly ListBlock[] = [];
	private screen: ListScreen | undefined;
	private readings = 0;

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
		this.beginAnew();
		this.draw();
	}

	override async onOpen(): Promise<void> {
		const { context } = this;
		this.screen = buildScreen(this, context, {
			change: change => this.change(change),
			click: event => this.onClick(event),
			showMore: () => {
				this.moreRows += STEP;
				this.draw();
			},
		});
		this.register(context.notes.onChange(() => this.refresh()));
		followNotesElsewhere(this, context, rows => {
			this.elsewhere = rows;
			this.gather();
			this.draw();
		});
		// The cache of the app may know only now where notes of our format stand.
		this.registerEvent(this.app.metadataCache.on('resolved', () => this.showWaysOut()));
		// Obsidian waits for this before its layout is ready, and notes are read after that.
		this.refresh();
		await Promise.resolve();
	}

	override async onClose(): Promise<void> {
		this.screen?.close();
		this.screen = undefined;
		this.contentEl.empty();
		await Promise.resolve();
	}

	/** For whoever asked for the list: from there everything in it is reached by keys. */
	focusSearch(): void {
		this.screen?.focusSearch();
	}

	private change(change: Partial<ListState>): void {
		this.wanted = { ...this.wanted, ...change };
		this.beginAnew();
		this.app.workspace.requestSaveLayout();
		// What is typed shows at once; the list follows with the next frame.
		if (change.search === undefined) this.draw();
		else this.screen?.soon(() => this.draw(true));
	}

	private beginAnew(): void {
		this.foldsOfSearch = {};
		this.moreRows = 0;
	}

	private refresh(): void {
		startWork(this.context.translate, () => this.readNotes());
	}

	private async readNotes(): Promise<void> {
		const reading = ++this.readings;
		const index = await this.context.notes.read();
		const pause = createPause();
		await this.source.prepare(index, pause);
		const ours = { ...this.source.read(index), language: noteLanguageOf(index) };
		await pause();
		// Another change may have come meanwhile, and then its reading tells.
		if (reading !== this.readings) return;
		this.ours = ours;
		this.showWaysOut();
		this.gather();
		// What it takes to draw comes on top of that.
		await pause();
		if (reading === this.readings) this.draw(true);
	}

	private showWaysOut(): void {
		if (this.ours) this.screen?.showWaysOut(this.ours.rows.length === 0);
	}

	private gather(): void {
		const { ours, elsewhere } = this;
		if (!ours) return;
		const rows = [...elsewhere, ...ours.rows];
		const counts = countByGroup(rows);
		this.content = { ...ours, rows, counts, ...progressOf(ours.rows) };
	}

	/** @param isLater - True where the list may follow in a task of its own. */
	private draw(isLater = false): void {
		const { screen, content, wanted: state } = this;
		if (!screen || !content) return;
		const { counts, language, categories, last } = content;
		const filtering = isFiltering(state);
		const shown = filtering ? filterRows(content.rows, state) : content.rows;
		const folding = { filtering, folds: filtering ? this.foldsOfSearch : state.folds };
		const groups = groupRows({ shown, counts, language });
		const mostRows = (filtering ? STEP : MOST_OPENED) + this.moreRows;
		const { blocks, left } = blocksOf(groups, folding, mostRows);
		this.blocks = blocks;
		const summary = this.summarize(content, shown.length);
		screen.showToolbar({ state, categories, language, summary });
		screen.showList({ blocks, last, filtering }, isLater);
		screen.showLeft(left);
	}

	private summarize({ rows, solid, total }: Content, shown: number): string {
		const { translate } = this.context;
		if (this.ours?.rows.length === 0) return wordsOfEmptyList(this.context);
		const progress = translate('plugin.questions.progress', { solid, total });
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
		if (action === 'fold') this.fold(key, !heading.open);
		else actOnGroup(this.context, heading.group, { action, isPart: isFiltering(this.wanted) });
	}

	private fold(key: string, open: boolean): void {
		if (isFiltering(this.wanted)) this.foldsOfSearch = { ...this.foldsOfSearch, [key]: open };
		else {
			this.wanted = { ...this.wanted, folds: { ...this.wanted.folds, [key]: open } };
			this.app.workspace.requestSaveLayout();
		}
		this.draw();
	}
}

function progressOf(rows: readonly QuestionRow[]): Pick<Content, 'solid' | 'total'> {
	const count = (wanted: readonly string[]): number =>
		rows.filter(({ status }) => wanted.includes(status)).length;
	return { solid: count(['solid']), total: count(['open', 'shaky', 'solid']) };
}
