import { setIcon } from '../ui/icons';

const ICONS: Readonly<Record<string, string>> = {
	...{ note: 'pencil', info: 'info', todo: 'check-circle', tip: 'flame', success: 'check' },
	...{ question: 'help-circle', warning: 'alert-triangle', failure: 'x', danger: 'zap' },
	...{ bug: 'bug', example: 'list', quote: 'quote', abstract: 'clipboard-list' },
};

/** Makes callouts of the quotes that begin with `[!type]`; a title folds what is below it. */
export function drawCallouts(root: HTMLElement): void {
	// From the inside, so that a callout in a callout is made first.
	for (const quote of Array.from(root.querySelectorAll('blockquote')).reverse()) drawCallout(quote);
}

function drawCallout(quote: HTMLElement): void {
	const [first] = quote.children;
	if (!(first instanceof HTMLParagraphElement)) return;
	const text = first.firstChild;
	const match = /^\[!([^\]|]+)(?:\|[^\]]*)?\]([+-]?)[ \t]*/.exec(text?.textContent ?? '');
	if (!match || !(text instanceof Text)) return;
	const [marker, type = 'note', fold] = match;
	text.data = text.data.slice(marker.length);
	const kind = type.trim().toLowerCase();
	const callout = createDiv({ cls: 'callout', attr: { 'data-callout': kind } });
	callout.setAttr('data-callout-fold', fold ?? '');
	const title = callout.createDiv({ cls: 'callout-title' });
	setIcon(title.createDiv({ cls: 'callout-icon' }), ICONS[kind] ?? 'pencil');
	const inner = title.createDiv({ cls: 'callout-title-inner' });
	inner.append(...takeFirstLine(first));
	if (inner.textContent.trim() === '') inner.setText(kind.charAt(0).toUpperCase() + kind.slice(1));
	if (first.textContent.trim() === '' && !first.querySelector('img, span')) first.remove();
	if (quote.children.length > 0) {
		callout.createDiv({ cls: 'callout-content' }).append(...Array.from(quote.childNodes));
	}
	if (fold) makeFoldable(callout, title, fold === '-');
	quote.replaceWith(callout);
}

/** The nodes up to the first line break. */
function takeFirstLine(paragraph: HTMLElement): Node[] {
	const nodes: Node[] = [];
	for (const node of Array.from(paragraph.childNodes)) {
		node.remove();
		if (node instanceof HTMLBRElement) break;
		nodes.push(node);
	}
	return nodes;
}

function makeFoldable(callout: HTMLElement, title: HTMLElement, isFolded: boolean): void {
	callout.addClass('is-collapsible');
	callout.toggleClass('is-collapsed', isFolded);
	const icon = title.createDiv({ cls: 'callout-fold' });
	icon.toggleClass('is-collapsed', isFolded);
	setIcon(icon, 'chevron-down');
	title.addEventListener('click', event => {
		if (event.target instanceof Element && event.target.closest('a')) return;
		const folded = !callout.hasClass('is-collapsed');
		callout.toggleClass('is-collapsed', folded);
		icon.toggleClass('is-collapsed', folded);
	});
}
