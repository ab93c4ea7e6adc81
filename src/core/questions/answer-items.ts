import type { ListItem, Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { matchContainers } from '../markdown/containers';

/** The items of a part that is a list, and what stands beside them; all of it Markdown as written. */
export interface AnswerItems {
	/** With all that an item holds: nested lists, code, tables. */
	readonly items: readonly string[];
	readonly remarks: string;
}

/**
 * Reads the items of a part. Where there is a list, only its items are items, and what stands beside it is a remark;
 * where there is none, each paragraph or other block is an item.
 */
export function readItems(markdown: string): AnswerItems {
	return readPlainItems(markdown) ?? readItemsFromTree(markdown);
}

/** Lines that begin or may begin a block of another kind than a paragraph. */
const OTHER_BLOCK =
	/^(?:[#>|<=+\t]|```|~~~|\s|[-*_](?:\s|[-*_\s]*$)|\d{1,9}[.)](?:\s|$)|\[[^\]]*\]:|!\[)/;
const HARD_BREAK = /(?: {2}|\\)$/;

/**
 * Reads the plain shape in which notes ship, a flat list of items of one line or a single sentence, line by line;
 * undefined for anything else, which is then worth a tree. A first tree costs 100 ms on a phone, at the moment of the
 * first question.
 */
export function readPlainItems(markdown: string): AnswerItems | undefined {
	if (markdown === '') return { items: [], remarks: '' };
	const lines = markdown.split('\n').filter(line => line.trim() !== '');
	if (lines.some(line => HARD_BREAK.test(line))) return undefined;
	const [first = ''] = lines;
	if (lines.length === 1 && !OTHER_BLOCK.test(first)) return { items: [first.trim()], remarks: '' };
	const texts = lines.map(line => /^- (\S.*)$/.exec(line)?.[1]);
	if (texts.some(text => text === undefined || OTHER_BLOCK.test(text))) return undefined;
	return { items: withoutEmpty(texts.map(text => withoutBox(text ?? ''))), remarks: '' };
}

/** Reads the items from a Markdown tree: lists nest, and items hold code and span lines. */
export function readItemsFromTree(markdown: string): AnswerItems {
	const blocks = parseMarkdown(markdown).children.filter(({ type }) => type !== 'thematicBreak');
	const others = blocks.filter(({ type }) => type !== 'list').map(node => sourceOf(node, markdown));
	const items = blocks.flatMap(node =>
		node.type === 'list' ? node.children.map(item => itemText(item, markdown)) : [],
	);
	const hasList = others.length < blocks.length;
	return hasList
		? { items: withoutEmpty(items), remarks: withoutEmpty(others).join('\n\n') }
		: { items: withoutEmpty(others), remarks: '' };
}

function parseMarkdown(markdown: string): Root {
	return unified().use(remarkParse).parse(markdown);
}

function itemText(item: ListItem, markdown: string): string {
	const [first] = item.children;
	const last = item.children.at(-1);
	if (!first || !last) return '';
	const text = markdown.slice(first.position?.start.offset ?? 0, last.position?.end.offset ?? 0);
	// The item's own indentation goes, in tabs as well; that of nested lists and code beyond it stays.
	const width = Math.max(1, (first.position?.start.column ?? 1) - 1);
	const [opening = '', ...lines] = text.split('\n');
	const below = lines.map(line => {
		const cursor = { rest: line, column: 0 };
		matchContainers(cursor, [{ kind: 'item', width }]);
		return cursor.rest;
	});
	return withoutBox([opening, ...below].join('\n').trim());
}

/** A box would show as it is typed: nobody ticks it where the item is shown alone. */
function withoutBox(item: string): string {
	return item.replace(/^\[[^\]]\](?:[ \t]+|$)/u, '').trim();
}

function withoutEmpty(texts: readonly string[]): string[] {
	return texts.filter(text => text !== '');
}

function sourceOf(node: RootContent, markdown: string): string {
	return markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0).trim();
}
