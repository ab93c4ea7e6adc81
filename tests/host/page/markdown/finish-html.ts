import { drawCallouts } from './callouts';

const TASK = /^\[(.)\](?:\s|$)/;

/** Makes of plain HTML what the app makes: tasks, callouts, headings with their text, buttons that copy. */
export function finishHtml(root: HTMLElement): void {
	for (const item of root.querySelectorAll('li')) drawTask(item);
	drawCallouts(root);
	for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
		heading.setAttr('data-heading', heading.textContent);
	}
	for (const block of root.querySelectorAll('pre > code')) drawCopyButton(block);
}

function drawTask(item: HTMLLIElement): void {
	const [first] = item.childNodes;
	const text = first instanceof HTMLParagraphElement ? first.firstChild : first;
	if (!(text instanceof Text)) return;
	const match = TASK.exec(text.data);
	if (!match) return;
	const [marker, status = ' '] = match;
	text.data = text.data.slice(marker.length);
	const box = createEl('input', { type: 'checkbox', cls: 'task-list-item-checkbox' });
	box.checked = status !== ' ';
	box.setAttr('data-task', status);
	// A click on a box that nobody cares for changes nothing.
	box.addEventListener('click', event => {
		if (!box.closest('.markdown-preview-view')) event.preventDefault();
	});
	text.before(box);
	item.addClass('task-list-item');
	item.toggleClass('is-checked', box.checked);
	item.setAttr('data-task', status);
	item.parentElement?.addClass('contains-task-list');
}

function drawCopyButton(block: Element): void {
	const pre = block.parentElement;
	const button = pre?.createEl('button', { cls: 'copy-code-button', text: 'Copy' });
	const text = block.textContent;
	button?.addEventListener('click', () => void navigator.clipboard.writeText(text));
}
