import type { List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Note } from '../vault/note';
import { emptyParts, partOfLabel, readPlainParts } from './answer-parts';
import type { AnswerPart, AnswerParts } from './answer-parts';
import type { Question } from './question';

/** A question that an interviewer asks next, with its short answer if the note gives one. */
interface FollowUp {
	readonly prompt: string;
	readonly answer?: string;
}

/** What a question's callout says to check yourself against; all texts are Markdown as written. */
export interface ReferenceAnswer {
	/** What can be said aloud in 30 seconds. */
	readonly summary: string;
	readonly keyPoints: readonly string[];
	readonly followUps: readonly FollowUp[];
	readonly mistakes: readonly string[];
	readonly sources: string;
	/** The whole callout without its quote marks, for hosts that render it. */
	readonly markdown: string;
}

/** Reads the reference answer of a question; undefined if it has none. */
export function referenceAnswerOf(note: Note, question: Question): ReferenceAnswer | undefined {
	if (!question.answer) return undefined;
	const { start, end } = question.answer.range;
	return parseReferenceAnswer(note.text.slice(start, end));
}

/** Parses the callout of a reference answer, its quote marks included. */
export function parseReferenceAnswer(callout: string): ReferenceAnswer {
	const markdown = separateLabels(withoutQuoteMarks(callout));
	const parts = readPlainParts(markdown) ?? readPartsFromTree(markdown);
	return {
		summary: parts.summary.join('\n\n'),
		keyPoints: parts.keyPoints,
		followUps: parts.followUps.map(parseFollowUp),
		mistakes: parts.mistakes,
		sources: parts.sources.join('\n\n'),
		markdown,
	};
}

/** Reads the parts from a Markdown tree: lists nest, and items hold code and span lines. */
export function readPartsFromTree(markdown: string): AnswerParts {
	const parts = emptyParts();
	let current: AnswerPart = 'summary';
	for (const node of parseMarkdown(markdown).children) {
		const labelled = node.type === 'paragraph' ? labelOf(node, markdown) : undefined;
		if (labelled) current = labelled.part;
		const texts =
			node.type === 'list' ? itemsOf(node, markdown) : [labelled?.rest ?? sourceOf(node, markdown)];
		parts[current].push(...texts.filter(text => text !== ''));
	}
	return parts;
}

function withoutQuoteMarks(callout: string): string {
	const [, ...lines] = callout.split(/\r\n|\n|\r/);
	return lines.map(line => line.replace(/^ {0,3}> ?/, '')).join('\n');
}

/** A label directly below a list would be swallowed by its last item; a blank line sets it free. */
function separateLabels(markdown: string): string {
	return markdown.replace(
		/([^\n])\n(?=\*\*([^*\n]+)\*\*)/g,
		(found, before: string, label: string) => (partOfLabel(label) ? `${before}\n\n` : found),
	);
}

function parseMarkdown(markdown: string): Root {
	return unified().use(remarkParse).parse(markdown);
}

function labelOf(
	paragraph: Paragraph,
	markdown: string,
): { part: AnswerPart; rest: string } | undefined {
	const [first] = paragraph.children;
	if (first?.type !== 'strong') return undefined;
	const part = partOfLabel(sourceOf(first, markdown).slice(2, -2));
	if (!part) return undefined;
	const rest = markdown.slice(first.position?.end.offset ?? 0, paragraph.position?.end.offset ?? 0);
	return { part, rest: rest.trim() };
}

function itemsOf(list: List, markdown: string): string[] {
	return list.children.map(item => itemText(item, markdown));
}

function itemText(item: ListItem, markdown: string): string {
	const [first] = item.children;
	const last = item.children.at(-1);
	if (!first || !last) return '';
	const text = markdown.slice(first.position?.start.offset ?? 0, last.position?.end.offset ?? 0);
	// The item's own indentation goes; that of nested lists and code beyond it stays.
	const indent = (first.position?.start.column ?? 1) - 1;
	return text.replace(new RegExp(`\\n {1,${Math.max(1, indent)}}`, 'g'), '\n').trim();
}

function sourceOf(node: RootContent | Paragraph['children'][number], markdown: string): string {
	return markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0).trim();
}

function parseFollowUp(text: string): FollowUp {
	const arrow = text.indexOf(' → ');
	if (arrow === -1) return { prompt: text };
	return { prompt: text.slice(0, arrow).trim(), answer: text.slice(arrow + 3).trim() };
}
