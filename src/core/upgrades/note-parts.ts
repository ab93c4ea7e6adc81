import type { Region } from '../markdown/structure';
import { questionsOf } from '../questions/question';
import type { Question } from '../questions/question';
import { oncePer } from '../text/once-per';
import { splitLines } from '../text/line';
import type { Range } from '../text/range';
import { sectionsOf } from '../vault/section';
import type { Section } from '../vault/section';
import type { Note } from '../vault/note';

/** A line of a part, without its break; a region is one line, whatever it holds. */
export interface PartLine {
	/** What is compared; of a region only its name, of a tracking line all but its checkbox character. */
	readonly text: string;
	readonly range: Range;
	/** Name of the region that this line stands for. */
	readonly region?: string;
}

/** A stretch of a note that was shipped, or may have been, under a key that survives edits around it. */
export interface NotePart {
	readonly key: string;
	/** At least one; blank lines at the ends are not among them. */
	readonly lines: readonly PartLine[];
}

/** A heading with what stands below it, up to the next heading. */
export interface NoteSection {
	readonly key: string;
	readonly level: number;
	/** From the heading up to the next one. */
	readonly range: Range;
	/** Key of the section that this one lies in. */
	readonly parent: string | undefined;
	/** Set for a tracked question. */
	readonly question: Question | undefined;
	readonly title: string;
	readonly regions: readonly string[];
}

/** A note taken apart; its properties are compared by value and stand in the note itself. */
export interface NoteParts {
	readonly note: Note;
	readonly parts: ReadonlyMap<string, NotePart>;
	readonly sections: readonly NoteSection[];
}

/** Key of the text before the first heading. */
export const INTRO = 'intro';

/** Keys of the parts of a question. */
export function questionKeys(id: string): { heading: string; line: string; answer: string } {
	return {
		heading: `question:${id}`,
		line: `question:${id}/line`,
		answer: `question:${id}/answer`,
	};
}

/**
 * Takes a note apart: the text before the first heading, sections by their titles, questions by their ids. What stands
 * in a question's section beside its heading, its line and its reference answer is no part: it is the reader's.
 */
export const takeApart = oncePer((note: Note): NoteParts => {
	const parts = new Map<string, NotePart>();
	const sections: NoteSection[] = [];
	const addPart = (key: string, range: Range): void => {
		const lines = linesWithin(note, range);
		if (lines.length > 0) parts.set(key, { key, lines });
	};
	const all = sectionsOf(note);
	addPart(INTRO, { start: note.bodyStart, end: all[0]?.heading.range.start ?? note.text.length });
	const questions = new Map(questionsOf(note).tracked.map(question => [question.line, question]));
	const keys = new Map<number, string>();
	const taken = new Set<string>();
	for (const section of all) {
		const { heading, own, parents } = section;
		const question = questions.get(heading.line);
		const key = freeKey(question ? questionKeys(question.id).heading : keyOf(section), taken);
		keys.set(heading.line, key);
		const range = { start: heading.range.start, end: own.end };
		if (question && key === questionKeys(question.id).heading) addQuestion(note, question, parts);
		else addPart(key, range);
		sections.push({
			key,
			level: heading.level,
			range,
			parent: keys.get(parents.at(-1)?.line ?? 0),
			question,
			title: heading.text,
			regions: regionsWithin(note, range).map(({ name }) => name),
		});
	}
	return { note, parts, sections };
});

/** A whole section, a question with all that stands in it. */
export function linesOfSection({ note }: NoteParts, { key, range }: NoteSection): NotePart {
	return { key, lines: linesWithin(note, range) };
}

function keyOf({ heading, parents }: Section): string {
	return `section:${[...parents, heading].map(({ text }) => text).join(' › ')}`;
}

/** Two sections of one name are told apart by their order. */
function freeKey(wanted: string, taken: Set<string>): string {
	let key = wanted;
	for (let number = 2; taken.has(key); number++) key = `${wanted}#${number}`;
	taken.add(key);
	return key;
}

function addQuestion(note: Note, question: Question, parts: Map<string, NotePart>): void {
	const { text, structure } = note;
	const { checkbox, answer } = question;
	const keys = questionKeys(question.id);
	const heading = structure.headings.find(({ line }) => line === question.line);
	const addLine = (key: string, range: Range, line: string): void => {
		parts.set(key, { key, lines: [{ text: line, range }] });
	};
	if (heading)
		addLine(keys.heading, heading.range, text.slice(heading.range.start, heading.range.end));
	const { start, end } = checkbox.characterRange;
	const { range } = checkbox;
	addLine(keys.line, range, `${text.slice(range.start, start)} ${text.slice(end, range.end)}`);
	if (answer) parts.set(keys.answer, { key: keys.answer, lines: linesWithin(note, answer.range) });
}

function regionsWithin({ structure }: Note, { start, end }: Range): Region[] {
	return structure.regions.filter(({ range }) => range.start >= start && range.end <= end);
}

/** The lines of a range, regions folded into one line each, without blank lines at its ends. */
function linesWithin(note: Note, range: Range): PartLine[] {
	const regions = regionsWithin(note, range);
	const lines: PartLine[] = [];
	for (const { start, end } of splitLines(note.text.slice(range.start, range.end))) {
		const place = { start: range.start + start, end: range.start + end };
		const region = regions.find(
			one => one.range.start <= place.start && place.start < one.range.end,
		);
		if (!region) lines.push({ text: note.text.slice(place.start, place.end), range: place });
		else if (region.range.start === place.start) {
			const text = `<!-- stackbook:region ${region.name} -->`;
			lines.push({ text, range: region.range, region: region.name });
		}
	}
	const isBlank = (line: PartLine | undefined): boolean => line?.text.trim() === '';
	let [first, last] = [0, lines.length];
	while (first < last && isBlank(lines[first])) first++;
	while (last > first && isBlank(lines[last - 1])) last--;
	return lines.slice(first, last);
}
