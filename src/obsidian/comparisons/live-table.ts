import { Component, MarkdownRenderer, Notice, setIcon } from 'obsidian';
import {
	arrangeComparison,
	noteLanguageOf,
	printComparison,
	printComparisonCsv,
} from '../../core/index';
import type {
	Comparison,
	ComparisonArrangement,
	ComparisonLayout,
	NoteIndex,
} from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { renderMarkdown } from '../rendered-markdown';
import { startWork } from '../report-failure';
import { drawSortButtons, focusedCriterion } from './sort-buttons';
import { drawPicker } from './table-picker';

/** What is compared, seen from a note. */
interface LiveTableContent {
	readonly comparison: Comparison;
	readonly index: NoteIndex;
	readonly sourcePath: string;
}

/** A comparison that the reader can filter, sort, cut down, turn and copy. */
export interface LiveTable {
	/** Shows a comparison, or a newer state of it, the way the reader arranged it. */
	show(content: LiveTableContent): void;
}

/** Where and how a live table begins. */
export interface LiveTableOptions {
	readonly context: PluginContext;
	/** Everything lives as long as this. */
	readonly component: Component;
	readonly layout: ComparisonLayout;
	readonly onlyDifferences: boolean;
	/** Links open by themselves in a note; elsewhere they must be told to. */
	readonly isInNote: boolean;
}

/** How the reader looks at the table now. */
export interface TableWish extends ComparisonArrangement {
	readonly layout: ComparisonLayout;
}

/** Makes a live table below an element; nothing shows until it is given a comparison. */
export function createLiveTable(parent: HTMLElement, options: LiveTableOptions): LiveTable {
	const { context, component } = options;
	const root = parent.createDiv({ cls: 'stackbook-comparison' });
	let wish: TableWish = { layout: options.layout, onlyDifferences: options.onlyDifferences };
	let content: LiveTableContent | undefined;
	const change = (changes: Partial<TableWish>): void => {
		wish = { ...wish, ...changes };
		redraw();
	};
	const bar = drawToolbar(root, options, {
		wish: () => wish,
		change,
		arranged: () =>
			content && { ...content, comparison: arrangeComparison(content.comparison, wish) },
	});
	const status = root.createEl('p', { cls: 'stackbook-meta', attr: { role: 'status' } });
	const tableEl = root.createDiv({ cls: 'stackbook-table' });
	let drawn: Component | undefined;
	let last: Comparison | undefined;
	const redraw = (): void => {
		if (!content) return;
		const { comparison, index, sourcePath } = content;
		const shown = arrangeComparison(comparison, wish);
		bar.update(comparison, wish);
		status.setText(
			context.translate('plugin.compare.shown', {
				shown: shown.criteria.length,
				total: comparison.criteria.length,
			}),
		);
		const focused = last && focusedCriterion(tableEl, last);
		last = shown;
		if (drawn) component.removeChild(drawn);
		const child = component.addChild(new Component());
		drawn = child;
		const place = { index, from: sourcePath, language: noteLanguageOf(index) };
		const markdown = printComparison(shown, { ...place, layout: wish.layout, withProofs: true });
		startWork(context.translate, async () => {
			const { app } = context;
			const target = { app, component: child, sourcePath };
			const next = createDiv();
			if (options.isInNote) {
				await MarkdownRenderer.render(app, markdown, next, sourcePath, child);
			} else await renderMarkdown(next, markdown, target);
			if (drawn !== child) return;
			// The table that was there stays until the new one is: nothing jumps while somebody types.
			tableEl.empty();
			tableEl.append(next);
			drawSortButtons(next, { context, component: child, wish, shown, change, focused });
		});
	};
	return {
		show(next) {
			content = next;
			redraw();
		},
	};
}

interface ToolbarActions {
	readonly wish: () => TableWish;
	readonly change: (changes: Partial<TableWish>) => void;
	/** What shows now, for copying. */
	readonly arranged: () => LiveTableContent | undefined;
}

interface Toolbar {
	/** Shows what there is to pick from and what is switched on. */
	update(comparison: Comparison, wish: TableWish): void;
}

function drawToolbar(
	root: HTMLElement,
	{ context, component }: LiveTableOptions,
	{ wish, change, arranged }: ToolbarActions,
): Toolbar {
	const { translate } = context;
	const bar = root.createDiv({ cls: 'stackbook-buttons' });
	const filter = bar.createEl('input', {
		type: 'search',
		cls: 'stackbook-filter',
		placeholder: translate('plugin.compare.filter'),
		attr: { 'aria-label': translate('plugin.compare.filter') },
	});
	component.registerDomEvent(filter, 'input', () => change({ filter: filter.value }));
	const addButton = (icon: string, text: string, onClick: () => void): HTMLButtonElement => {
		const button = bar.createEl('button', { cls: 'stackbook-button', attr: { type: 'button' } });
		setIcon(button.createSpan({ attr: { 'aria-hidden': 'true' } }), icon);
		button.createSpan({ text });
		component.registerDomEvent(button, 'click', onClick);
		return button;
	};
	const differences = addButton('diff', translate('plugin.compare.only-differences'), () =>
		change({ onlyDifferences: wish().onlyDifferences !== true }),
	);
	addButton('arrow-left-right', translate('plugin.compare.turn'), () =>
		change({ layout: wish().layout === 'rows' ? 'columns' : 'rows' }),
	);
	const copy = (print: (content: LiveTableContent) => string): void => {
		const content = arranged();
		if (!content) return;
		startWork(translate, async () => {
			await navigator.clipboard.writeText(print(content));
			new Notice(translate('plugin.compare.copied'));
		});
	};
	addButton('copy', translate('plugin.compare.copy'), () =>
		copy(({ comparison, index, sourcePath }) =>
			printComparison(comparison, {
				...{ index, from: sourcePath, language: noteLanguageOf(index) },
				...{ layout: wish().layout, withProofs: true },
			}),
		),
	);
	addButton('sheet', translate('plugin.compare.copy-csv'), () =>
		copy(({ comparison, index }) => printComparisonCsv(comparison, noteLanguageOf(index))),
	);
	const picker = drawPicker(root, { context, component, change });
	return {
		update(comparison, now) {
			differences.setAttribute('aria-pressed', String(now.onlyDifferences === true));
			picker.update(comparison, now);
		},
	};
}
