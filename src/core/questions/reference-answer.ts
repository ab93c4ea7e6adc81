import type { Note } from '../vault/note';
import { readItems } from './answer-items';
import { splitAnswerParts } from './answer-parts';
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
	/** What stands beside the lists of the three: a table below the key points, a sentence above them. */
	readonly remarks: string;
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
	const { parts, markdown } = splitAnswerParts(withoutQuoteMarks(callout));
	const { summary, sources } = parts;
	const [keyPoints, followUps, mistakes] = [
		readItems(parts.keyPoints),
		readItems(parts.followUps),
		readItems(parts.mistakes),
	];
	const remarks = [keyPoints, followUps, mistakes].map(one => one.remarks);
	return {
		summary,
		keyPoints: keyPoints.items,
		followUps: followUps.items.map(parseFollowUp),
		mistakes: mistakes.items,
		remarks: remarks.filter(remark => remark !== '').join('\n\n'),
		sources,
		markdown,
	};
}

function withoutQuoteMarks(callout: string): string {
	const [, ...lines] = callout.split(/\r\n|\n|\r/);
	return lines.map(line => line.replace(/^ {0,3}> ?/, '')).join('\n');
}

function parseFollowUp(text: string): FollowUp {
	const arrow = text.indexOf(' → ');
	if (arrow === -1) return { prompt: text };
	return { prompt: text.slice(0, arrow).trim(), answer: text.slice(arrow + 3).trim() };
}
