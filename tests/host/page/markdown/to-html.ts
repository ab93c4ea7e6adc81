import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { readTarget } from '../metadata/find-links';
import { addInlineRules } from './inline-rules';

const parser = new MarkdownIt({ html: true, linkify: true, breaks: true });
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
parser.validateLink = () => true;
addInlineRules(parser);
parser.core.ruler.push('block_ids', ({ tokens }) => tokens.forEach(hideBlockId));
parser.core.ruler.push('links', ({ tokens }) => {
	for (const { children } of tokens) children?.forEach(markLink);
});

/** A block with the lines of the note from which it was made. */
export interface RenderedBlock {
	readonly html: string;
	readonly tag: string;
	readonly lineStart: number;
	readonly lineEnd: number;
}

function hideBlockId({ type, children }: Token): void {
	if (type !== 'inline' || !children) return;
	const last = children.at(-1);
	if (last?.type === 'text') last.content = last.content.replace(/(^|\s+)\^[a-zA-Z\d-]+\s*$/, '');
}

/** A Markdown link into the vault is one like a wikilink; any other opens outside. */
function markLink(token: Token): void {
	if (token.type !== 'link_open' || token.attrGet('data-href') !== null) return;
	if (token.attrGet('class') === 'tag') return;
	const href = String(token.attrGet('href') ?? '');
	const target = readTarget(href);
	if (target !== undefined) token.attrSet('data-href', target);
	token.attrSet('class', target === undefined ? 'external-link' : 'internal-link');
	token.attrSet('target', '_blank');
	token.attrSet('rel', 'noopener nofollow');
}

/** Turns a note without its properties into HTML, block by block; nothing is safe in it yet. */
export function toBlocks(markdown: string): RenderedBlock[] {
	const env = {};
	const tokens = parser.parse(markdown.replace(/^%%[^]*?%%$/gm, keepLines), env);
	const blocks: RenderedBlock[] = [];
	let first = 0;
	tokens.forEach((token, i) => {
		if (token.level > 0 || token.nesting > 0) return;
		const part = tokens.slice(first, i + 1);
		const [open] = part;
		first = i + 1;
		if (!open) return;
		const [lineStart, lineEnd] = open.map ?? [0, 0];
		const html = parser.renderer.render(part, parser.options, env);
		blocks.push({ html, tag: open.tag || 'div', lineStart, lineEnd });
	});
	return blocks;
}

function keepLines(text: string): string {
	return text.replace(/[^\n]+/g, '');
}
