import { classifyLines } from '../markdown/block-lines';
import { splitLines } from '../text/line';

/** Part of a reference answer. */
type AnswerPart = 'summary' | 'keyPoints' | 'followUps' | 'mistakes' | 'sources';

/** A reference answer by its labels. */
export interface SplitAnswer {
	/** What stands behind and below the labels of each part, as written. */
	readonly parts: Readonly<Record<AnswerPart, string>>;
	/** The whole, with a blank line above each label: directly below a list its last item would swallow it. */
	readonly markdown: string;
}

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

/** Bold at the start of a line; further in it would belong to an item. */
const BOLD = /^ ?(\*\*|__)([^*_]+)\1[ \t]*[：:]?/;

/** Splits the Markdown of an answer, without quote marks and with LF, at its labels; text above them is the summary. */
export function splitAnswerParts(answer: string): SplitAnswer {
	const lines = splitLines(answer);
	const { literal } = classifyLines(answer, lines, 0);
	const chunks: { part: AnswerPart; lines: string[] }[] = [{ part: 'summary', lines: [] }];
	const markdown: string[] = [];
	for (const [i, { start, end }] of lines.entries()) {
		const line = answer.slice(start, end);
		const label = literal[i] === false ? labelOf(line) : undefined;
		if (label && (markdown.at(-1) ?? '').trim() !== '') markdown.push('');
		markdown.push(line);
		if (label) chunks.push({ part: label.part, lines: [label.rest] });
		else chunks.at(-1)?.lines.push(line);
	}
	const textOf = (wanted: AnswerPart): string =>
		chunks
			.filter(({ part }) => part === wanted)
			.map(chunk => withoutBlankEnds(chunk.lines.join('\n')))
			.filter(text => text !== '')
			.join('\n\n');
	return {
		parts: {
			summary: textOf('summary'),
			keyPoints: textOf('keyPoints'),
			followUps: textOf('followUps'),
			mistakes: textOf('mistakes'),
			sources: textOf('sources'),
		},
		markdown: markdown.join('\n') + (answer.endsWith('\n') ? '\n' : ''),
	};
}

function labelOf(line: string): { part: AnswerPart; rest: string } | undefined {
	const [whole = '', , label = ''] = BOLD.exec(line) ?? [];
	const name = label.replace(/[：:]\s*$/, '').trim();
	const part = PART_BY_LABEL.get(name.toLowerCase());
	return part && { part, rest: line.slice(whole.length).replace(/^[ \t]+/, '') };
}

/** Blank lines go, the indentation of the first line stays: it may be code. */
function withoutBlankEnds(text: string): string {
	return text.trimEnd().replace(/^(?:[ \t]*\n)+/, '');
}
