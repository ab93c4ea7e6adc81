import { hashText } from '../text/hash-text';
import { compareText } from '../text/compare-text';

/** A colour of the reader's theme. */
export type CanvasColor = '1' | '2' | '3' | '4' | '5' | '6';

/** Where a line begins or ends at a card. */
export type CanvasSide = 'top' | 'right' | 'bottom' | 'left';

interface CanvasPlace {
	readonly id: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A card of a JSON Canvas (version 1.0), as far as they are written here. */
export type CanvasNode = CanvasPlace &
	(
		| { readonly type: 'file'; readonly file: string }
		| { readonly type: 'text'; readonly text: string }
		| { readonly type: 'group'; readonly label: string; readonly color?: CanvasColor }
	);

/** A line between two cards; without ends it has an arrow at its `toNode`. */
export interface CanvasEdge {
	readonly id: string;
	readonly fromNode: string;
	readonly fromSide: CanvasSide;
	readonly fromEnd?: 'arrow';
	readonly toNode: string;
	readonly toSide: CanvasSide;
	readonly toEnd?: 'none';
	readonly label: string;
}

/** A canvas: cards from the lowest to the topmost, and lines. */
export interface Canvas {
	readonly nodes: readonly CanvasNode[];
	readonly edges: readonly CanvasEdge[];
}

/** Id of the card that says whose canvas it is. */
export const LEGEND_ID = 'stackbook-legend';

const HASH = /<!-- stackbook:canvas hash=([0-9a-f]{16}) -->\s*$/;

function withoutHash(text: string): string {
	let end = HASH.exec(text)?.index ?? text.length;
	if (end < text.length) while (text[end - 1] === '\n') end--;
	return text.slice(0, end);
}

/** A canvas as Obsidian writes it, a card or line to a row, with a hash in its legend by which an edit is noticed. */
export function printCanvas({ nodes, edges }: Canvas): string {
	const hash = hashText(canonical({ nodes, edges }, 'without-files'));
	const signed = nodes.map(node =>
		node.id === LEGEND_ID && node.type === 'text'
			? { ...node, text: `${node.text}\n\n<!-- stackbook:canvas hash=${hash} -->` }
			: node,
	);
	const rows = (items: readonly object[]): string =>
		items.map(item => `\n\t\t${JSON.stringify(item)}`).join(',');
	return `{\n\t"nodes":[${rows(signed)}\n\t],\n\t"edges":[${rows(edges)}\n\t]\n}`;
}

/** A printed canvas whose notes lie in a folder; its hash holds, for it does not count paths. */
export function canvasInFolder(printed: string, folder: string): string {
	if (folder === '') return printed;
	const prefix = JSON.stringify(`${folder}/`).slice(1, -1);
	// Inside of a text the quotes would be escaped.
	return printed.replace(/"file":"/g, found => found + prefix);
}

/** What a text says of the canvas that it is. */
export interface CanvasReading {
	/** Everything but the hash, the same for any order and layout of the JSON. */
	readonly content: string;
	/** True while nobody but the program, or the app when a note got another name, wrote in it. */
	readonly isUntouched: boolean;
	/** Id of a card → path of the file that it shows. */
	readonly files: ReadonlyMap<string, string>;
}

/** Reads a canvas that the program wrote; undefined for any other text, also for one without its legend. */
export function readCanvas(text: string): CanvasReading | undefined {
	const canvas = parseCanvas(text);
	const legend = canvas?.nodes.find(({ id }) => id === LEGEND_ID);
	const written = typeof legend?.['text'] === 'string' ? HASH.exec(legend['text'])?.[1] : undefined;
	if (!canvas || !legend || written === undefined) return undefined;
	const nodes = canvas.nodes.map(node =>
		node === legend ? { ...node, text: withoutHash(String(node['text'])) } : node,
	);
	const bare = { ...canvas, nodes };
	return {
		content: canonical(bare, 'with-files'),
		isUntouched: hashText(canonical(bare, 'without-files')) === written,
		files: new Map(
			nodes.flatMap(({ id, file }) =>
				typeof id === 'string' && typeof file === 'string' ? [[id, file] as const] : [],
			),
		),
	};
}

/** The content of a canvas that is to be written, to be compared with that of a reading. */
export function contentOf({ nodes, edges }: Canvas): string {
	return canonical({ nodes, edges }, 'with-files');
}

type Item = Readonly<Record<string, unknown>>;

function parseCanvas(text: string): { nodes: Item[]; edges: Item[] } | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (!isItem(value)) return undefined;
	const nodes = itemsOf(value['nodes']);
	const edges = itemsOf(value['edges'] ?? []);
	return nodes && edges ? { ...value, nodes, edges } : undefined;
}

function itemsOf(value: unknown): Item[] | undefined {
	return Array.isArray(value) && value.every(isItem) ? value : undefined;
}

function isItem(value: unknown): value is Item {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The app moves the path along when a note gets another name: that is no edit, for the id says which note it is. */
function canonical(
	canvas: { readonly nodes: readonly object[]; readonly edges: readonly object[] },
	files: 'with-files' | 'without-files',
): string {
	const sorted = (items: readonly object[]): string[] =>
		items
			.map(item => printSorted({ ...item, ...(files === 'without-files' ? { file: '' } : {}) }))
			.sort(compareText);
	const { nodes, edges, ...others } = canvas;
	return printSorted({ ...others, nodes: sorted(nodes), edges: sorted(edges) });
}

/** JSON with the keys of each object in order. */
function printSorted(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		isItem(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareText(a, b)))
			: part,
	);
}
