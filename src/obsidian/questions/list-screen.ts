import type { ItemView } from 'obsidian';
import type { PluginContext } from '../plugin-context';
import { createListDrawing } from './draw-list';
import type { ListToDraw } from './draw-list';
import { createToolbar } from './draw-toolbar';
import type { ToolbarContent } from './draw-toolbar';
import { createWaysOut } from './empty-list';
import type { ChangeState } from './filter-chips';
import { enterList, keepFocus, moveFocus } from './focus-in-list';

/** So many lines are drawn before keys, taps and the screen get their turn. */
const SLICE = 15;

/** What the reader does on the screen. */
export interface ScreenEvents {
	readonly change: ChangeState;
	readonly click: (event: Event) => void;
	readonly showMore: () => void;
}

/** The screen of a list of questions. */
export interface ListScreen {
	readonly showToolbar: (content: ToolbarContent) => void;
	/** Draws the first lines, at once or soon, and the others in tasks of their own; a newer drawing overtakes. */
	readonly showList: (list: ListToDraw, isLater: boolean) => void;
	/** Offers what is left, if anything is. */
	readonly showLeft: (count: number) => void;
	readonly showWaysOut: (isEmpty: boolean) => void;
	readonly focusSearch: () => void;
	/** Does something with the next frame, and nothing of what was to be done with it before. */
	readonly soon: (work: () => void) => void;
	/** Nothing more is drawn. */
	readonly close: () => void;
}

/** Builds the screen in a view; what is listened to ends with the view. */
export function buildScreen(
	view: ItemView,
	context: PluginContext,
	events: ScreenEvents,
): ListScreen {
	const { contentEl } = view;
	const { translate } = context;
	contentEl.empty();
	contentEl.addClass('stackbook-questions');
	const { search, show: showToolbar } = createToolbar(contentEl, translate, events.change);
	const showWaysOut = createWaysOut(contentEl, context);
	const list = contentEl.createDiv({
		cls: 'stackbook-question-list',
		attr: { role: 'region', 'aria-label': translate('plugin.questions.title') },
	});
	const more = contentEl.createEl('button', { cls: 'stackbook-more', attr: { type: 'button' } });
	view.registerDomEvent(list, 'click', events.click);
	view.registerDomEvent(more, 'click', events.showMore);
	view.registerDomEvent(search, 'keydown', event => {
		if (event.key === 'ArrowDown' && isPlain(event) && enterList(list)) event.preventDefault();
	});
	view.registerDomEvent(list, 'keydown', event => {
		if (isPlain(event) && moveFocus(list, event.key, search)) event.preventDefault();
	});
	const drawList = createListDrawing(list, translate);
	const slices = createSlices(contentEl);
	const frames = createFrames(contentEl);
	return {
		showToolbar,
		showWaysOut,
		showList: (toDraw, isLater) => {
			frames.cancel();
			const drawSlice = (): boolean => {
				const budget = { left: SLICE, isShort: false };
				keepFocus(list, () => drawList(toDraw, budget));
				list.setAttribute('aria-busy', String(budget.isShort));
				return budget.isShort;
			};
			list.setAttribute('aria-busy', 'true');
			if (isLater) slices.later(drawSlice);
			else slices.start(drawSlice);
		},
		focusSearch: () => {
			search.focus({ preventScroll: true });
			search.select();
		},
		showLeft: count => {
			more.hidden = count === 0;
			more.setText(translate('plugin.questions.more', { count }));
		},
		soon: frames.ask,
		close: () => {
			slices.cancel();
			frames.cancel();
		},
	};
}

/** While a word is composed, keys belong to whoever composes it. */
function isPlain({ ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent): boolean {
	return !ctrlKey && !metaKey && !altKey && !shiftKey && !isComposing;
}

/** Work in tasks of their own for as long as it answers that there is more; what is started anew overtakes. */
function createSlices(element: HTMLElement) {
	let timer: number | undefined;
	const cancel = (): void => windowOf(element).clearTimeout(timer);
	const later = (work: () => boolean): void => {
		cancel();
		timer = windowOf(element).setTimeout(() => start(work), 0);
	};
	const start = (work: () => boolean): void => {
		cancel();
		if (work()) later(work);
	};
	return { start, later, cancel };
}

/** Work with the next frame; what is asked for later takes its place. */
function createFrames(element: HTMLElement) {
	let frame = 0;
	const cancel = (): void => windowOf(element).cancelAnimationFrame(frame);
	const ask = (work: () => void): void => {
		cancel();
		frame = windowOf(element).requestAnimationFrame(work);
	};
	return { ask, cancel };
}

/** A view may stand in a window of its own, and move there and back. */
function windowOf({ ownerDocument }: HTMLElement): Window {
	return ownerDocument.defaultView ?? window;
}
