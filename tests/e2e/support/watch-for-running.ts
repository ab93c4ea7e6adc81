import type { Host } from '../../host/index';

declare global {
	interface Window {
		ran: number;
		suspicious: string[];
	}
}

/** Counts what runs from now on, and keeps each node that could, even if it stays for a moment only. */
export async function watchForRunning({ page }: Host): Promise<void> {
	await page.evaluate(() => {
		window.ran = 0;
		window.suspicious = [];
		const ADDRESSES = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc'];
		// The editor brings its styles when the first note opens.
		const isOfEditor = (element: Element): boolean => element.textContent.includes('.cm-focused');
		const judge = (element: Element): void => {
			const name = element.localName;
			if (
				/^(script|iframe|object|embed|base|meta|link|form|frame|style)$/.test(name) &&
				!isOfEditor(element)
			) {
				window.suspicious.push(`<${name}> ${element.outerHTML.slice(0, 120)}`);
			}
			for (const { name: key, value } of Array.from(element.attributes)) {
				const isAddress = ADDRESSES.includes(key);
				const runs = /^[\s\p{Cc}]*(?:java|vb)script:|^data:text\/html/iu.test(value);
				if (/^on/i.test(key) || key === 'srcdoc' || (isAddress && runs)) {
					window.suspicious.push(`${name} ${key}=${value.slice(0, 80)}`);
				}
			}
		};
		const judgeAll = (node: Node): void => {
			if (!node.instanceOf(Element)) return;
			judge(node);
			node.querySelectorAll('*').forEach(judge);
		};
		new MutationObserver(changes => {
			for (const { target, addedNodes, type } of changes) {
				if (type === 'attributes' && target.instanceOf(Element)) judge(target);
				addedNodes.forEach(judgeAll);
			}
		}).observe(document, { subtree: true, childList: true, attributes: true });
	});
}

/** What ran, could run, or was asked for since the watch began. */
export async function whatRan(host: Host): Promise<string[]> {
	const { ran, suspicious, address } = await host.page.evaluate(() => ({
		ran: window.ran,
		suspicious: window.suspicious,
		address: location.pathname,
	}));
	return [
		...(ran === 0 ? [] : [`ran ${ran} times`]),
		...suspicious,
		...(address === '/' ? [] : [`went to ${address}`]),
		...(await host.openedAddresses()),
		...host.takeErrors(),
	];
}
