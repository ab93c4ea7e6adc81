import type { App } from '../app';
import { Keymap } from '../ui/keymap';
import { Menu } from '../ui/menu';

const opened: string[] = [];

/** Addresses outside the vault that somebody asked for. */
export function openedAddresses(): readonly string[] {
	return opened;
}

/** Makes links of a view open what they lead to. */
export function listenToLinks(app: App, element: HTMLElement, sourcePath: () => string): void {
	element.addEventListener('click', event => {
		const link = linkOf(event);
		if (!link?.hasClass('internal-link')) return;
		event.preventDefault();
		const target = link.getAttr('data-href') ?? '';
		void app.workspace.openLinkText(target, sourcePath(), Keymap.isModEvent(event));
	});
	element.addEventListener('contextmenu', event => {
		const link = linkOf(event);
		const file = app.metadataCache.getFirstLinkpathDest(
			link?.getAttr('data-href') ?? '',
			sourcePath(),
		);
		if (!link || !file) return;
		const menu = new Menu();
		app.workspace.trigger('file-menu', menu, file, 'link-context-menu');
		menu.showAtMouseEvent(event);
	});
}

/** Keeps the page where it is, whatever link is clicked, and remembers what nobody cared for. */
export function guardLinks(onUnheard: (href: string) => void): void {
	window.addEventListener('click', event => {
		const link = linkOf(event);
		if (!link || event.defaultPrevented) return;
		event.preventDefault();
		if (link.hasClass('internal-link')) onUnheard(link.getAttr('data-href') ?? '');
		else if (!link.hasClass('tag')) opened.push(link.getAttr('href') ?? '');
	});
	window.open = address => {
		opened.push(String(address));
		return null;
	};
}

function linkOf({ target }: Event): Element | null {
	return target instanceof Element ? target.closest('a') : null;
}
