/** The part of Mermaid that is called here. */
interface Mermaid {
	initialize(config: Record<string, unknown>): void;
	render(id: string, source: string): Promise<{ svg: string }>;
}

declare global {
	interface Window {
		mermaid?: Mermaid;
	}
}

let loading: Promise<Mermaid> | undefined;
let diagrams = 0;

/** Loads Mermaid once, as the app does: it is global from then on. */
export function loadMermaid(): Promise<Mermaid> {
	loading ??= new Promise<void>((resolve, reject) => {
		const script = createEl('script', { attr: { src: '/mermaid.js' } });
		script.addEventListener('load', () => resolve());
		script.addEventListener('error', () => reject(new Error('Mermaid cannot be loaded')));
		document.head.append(script);
	}).then(() => {
		const { mermaid } = window;
		if (!mermaid) throw new Error('Mermaid is not there');
		const theme = document.body.hasClass('theme-dark') ? 'dark' : 'default';
		// Mermaid's own fonts have no Chinese where the machine has none.
		const fontFamily = 'var(--font-interface)';
		mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme, fontFamily });
		return mermaid;
	});
	return loading;
}

/** Draws a `mermaid` block; one that is wrong says so in its place. */
export async function drawMermaid(source: string, element: HTMLElement): Promise<void> {
	element.addClass('mermaid');
	const mermaid = await loadMermaid();
	try {
		const { svg } = await mermaid.render(`mermaid-${++diagrams}`, source);
		const parsed = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
		if (!parsed) return;
		const drawn = document.importNode(parsed, true);
		linkNodes(drawn);
		element.append(drawn);
	} catch (error) {
		element.setText(`Error parsing Mermaid diagram!\n\n${String(error)}`);
		element.addClass('is-error');
	}
}

/** The label of a node of the class `internal-link` is the link text of a note, as the app has it. */
function linkNodes(drawn: SVGElement): void {
	for (const label of drawn.querySelectorAll('.node.internal-link .nodeLabel')) {
		const target = (label.textContent ?? '').trim();
		const link = createEl('a', { cls: 'internal-link', attr: { href: target } });
		link.setAttr('data-href', target);
		link.append(...label.childNodes);
		label.append(link);
	}
}
