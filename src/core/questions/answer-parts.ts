/** Part of a reference answer. */
export type AnswerPart = 'summary' | 'keyPoints' | 'followUps' | 'mistakes' | 'sources';

/** Paragraphs and list items of a reference answer, by part, as Markdown. */
export type AnswerParts = Readonly<Record<AnswerPart, readonly string[]>>;

const PART_BY_LABEL: ReadonlyMap<string, AnswerPart> = new Map<string, AnswerPart>([
	['30 秒', 'summary'],
	['30 seconds', 'summary'],
	['要点', 'keyPoints'],
	['key points', 'keyPoints'],
	['追问', 'followUps'],
	['follow-ups', 'followUps'],
	['常见误答', 'mistakes'],
	['common mistakes', 'mistakes'],
	['依据', 'sources'],
	['sources', 'sources'],
]);

/** The part that a label in bold begins, in either language. */
export function partOfLabel(label: string): AnswerPart | undefined {
	return PART_BY_LABEL.get(label.trim().toLowerCase());
}

/** No part has anything yet. */
export function emptyParts(): Record<AnswerPart, string[]> {
	return { summary: [], keyPoints: [], followUps: [], mistakes: [], sources: [] };
}

/** Lines that begin or may begin a block of another kind than a paragraph. */
const OTHER_BLOCK =
	/^(?:[#>|<=+\t]|```|~~~|\s|[-*_](?:\s|[-*_\s]*$)|\d{1,9}[.)](?:\s|$)|\[[^\]]*\]:|!\[)/;
const HARD_BREAK = /(?: {2}|\\)$/;

interface Reading {
	readonly parts: Record<AnswerPart, string[]>;
	part: AnswerPart;
	previous: 'blank' | 'paragraph' | 'item';
}

/**
 * Reads the plain shape in which notes ship (labels, paragraphs of one line, flat items) line by line; undefined for
 * anything else, which is then worth a tree. A first tree costs 100 ms on a phone, at the moment of the first question.
 */
export function readPlainParts(markdown: string): AnswerParts | undefined {
	const reading: Reading = { parts: emptyParts(), part: 'summary', previous: 'blank' };
	for (const line of markdown.split('\n')) {
		if (line.trim() === '') reading.previous = 'blank';
		else if (HARD_BREAK.test(line)) return undefined;
		else if (!(readItem(line, reading) || readParagraph(line, reading))) return undefined;
	}
	return reading.parts;
}

function readItem(line: string, reading: Reading): boolean {
	const { parts, part, previous } = reading;
	const item = /^- (\S.*)$/.exec(line)?.[1];
	if (item === undefined || OTHER_BLOCK.test(item)) return false;
	// A list may stand right below its label, but below a paragraph a tree must say where that ends.
	if (previous === 'paragraph' && parts[part].length > 0) return false;
	parts[part].push(item.trim());
	reading.previous = 'item';
	return true;
}

function readParagraph(line: string, reading: Reading): boolean {
	const [, label, rest = ''] = /^\*\*([^*]+)\*\*(.*)$/.exec(line) ?? [];
	const next = label === undefined ? undefined : partOfLabel(label);
	if (reading.previous !== 'blank' || (!next && OTHER_BLOCK.test(line))) return false;
	reading.part = next ?? reading.part;
	const text = next ? rest.trim() : line.trim();
	if (text !== '') reading.parts[reading.part].push(text);
	reading.previous = 'paragraph';
	return true;
}
