import type { Range } from '../text/range';
import type { Callout, Checkbox } from '../markdown/structure';
import { categoryOf, isTemplate } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { sectionsOf } from '../vault/section';
import type { Section } from '../vault/section';
import { asksQuestion } from './heading-words';
import { kindOfHeading, kindOfSection } from './question-kind';
import type { QuestionKind } from './question-kind';
import { statusOfCharacter } from './question-status';
import type { QuestionStatus } from './question-status';

/** A thing to be asked: a heading whose section opens with one checkbox line that carries a block id. */
export interface Question {
	/** Its identity for ever: the block id without `^`. */
	readonly id: string;
	readonly path: NotePath;
	/** Title of the note that asks. */
	readonly technology: string;
	readonly category: string | undefined;
	readonly kind: QuestionKind;
	/** 1 to 4, undefined when the line names none. */
	readonly level: number | undefined;
	/** 1 to 3, how often it is asked; 0 when the line shows no star. */
	readonly stars: number;
	readonly topic: string;
	readonly status: QuestionStatus;
	readonly prompt: string;
	/** True when the reader wrote something of their own under it. */
	readonly answered: boolean;
	readonly checkbox: Checkbox;
	/** The callout with the reference answer, if there is one. */
	readonly answer: Callout | undefined;
	/** From the heading to the next one. */
	readonly range: Range;
	readonly line: number;
}

/** A question without line and id. */
export interface UntrackedQuestion {
	readonly path: NotePath;
	readonly prompt: string;
	readonly kind: QuestionKind;
	readonly line: number;
}

/** Questions of one note in the order in which they stand. */
export interface NoteQuestions {
	readonly tracked: readonly Question[];
	readonly untracked: readonly UntrackedQuestion[];
}

/**
 * A note is a value that never changes: whoever asks again gets the same answer, so remembering it is not state. Lists
 * and counts ask for all notes after every change of one, and would look through all of them anew.
 */
const known = new WeakMap<Note, NoteQuestions>();

/** Finds the questions of a note, tracked and untracked. Linear in the length of the note, at once the second time. */
export function questionsOf(note: Note): NoteQuestions {
	const before = known.get(note);
	if (before) return before;
	const found = findQuestions(note);
	known.set(note, found);
	return found;
}

function findQuestions(note: Note): NoteQuestions {
	const tracked: Question[] = [];
	const untracked: UntrackedQuestion[] = [];
	if (isTemplate(note)) return { tracked, untracked };
	const { checkboxes, callouts } = note.structure;
	let nextCheckbox = 0;
	let nextCallout = 0;
	const sections = sectionsOf(note);
	for (const [i, section] of sections.entries()) {
		const { own } = section;
		while ((checkboxes[nextCheckbox]?.range.start ?? Infinity) < own.start) nextCheckbox++;
		while ((callouts[nextCallout]?.range.start ?? Infinity) < own.start) nextCallout++;
		const checkbox = checkboxes[nextCheckbox];
		if (checkbox && opensSection(note, section, checkbox)) {
			const inside = calloutsWithin(callouts, nextCallout, own.end);
			tracked.push(makeQuestion(note, section, { checkbox, callouts: inside }));
		} else if (isUntracked(note, section, isParent(section, sections[i + 1]))) {
			const { text: prompt, line } = section.heading;
			untracked.push({ path: note.path, prompt, kind: kindOfSection(section.parents), line });
		}
	}
	return { tracked, untracked };
}

/** All tracked questions of a vault, by path and place. */
export function listQuestions(index: NoteIndex): Question[] {
	return index.notes().flatMap(note => questionsOf(note).tracked);
}

/** What names a question: its id, and the note where it was last seen. */
export interface QuestionReference {
	readonly path: NotePath;
	readonly id: string;
}

/** A question by its id as the note stands now; undefined if it is gone. What was read before an edit is out of date. */
export function findQuestion(index: NoteIndex, path: NotePath, id: string): Question | undefined {
	const note = index.find(path);
	return note && questionsOf(note).tracked.find(question => question.id === id);
}

/** A question wherever it is now: its note may have been renamed, and the question moved to another one. */
export function locateQuestion(
	index: NoteIndex,
	{ path, id }: QuestionReference,
): Question | undefined {
	return findQuestion(index, path, id) ?? listQuestions(index).find(question => question.id === id);
}

/** The reader's own answer: the section without its checkbox line, its reference answer and what regions hold. */
export function ownAnswerOf(
	{ text, structure }: Note,
	{ checkbox, answer, range }: Question,
): string {
	const regions = structure.regions.map(region => region.range);
	const others = [...(answer ? [answer.range] : []), ...regions]
		.filter(({ start, end }) => start >= checkbox.range.end && end <= range.end)
		.sort((a, b) => a.start - b.start);
	const parts: string[] = [];
	let position = checkbox.range.end;
	for (const { start, end } of others) {
		parts.push(text.slice(position, start));
		position = end;
	}
	return [...parts, text.slice(position, range.end)].join('\n').trim();
}

function opensSection({ text }: Note, { heading, own }: Section, checkbox: Checkbox): boolean {
	if (checkbox.blockId === undefined || checkbox.range.start >= own.end) return false;
	return text.slice(own.start, checkbox.range.start).trim() === '';
}

function calloutsWithin(callouts: readonly Callout[], from: number, end: number): Callout[] {
	const inside: Callout[] = [];
	for (let i = from; i < callouts.length; i++) {
		const callout = callouts[i];
		if (!callout || callout.range.start >= end) break;
		inside.push(callout);
	}
	return inside;
}

interface Parts {
	readonly checkbox: Checkbox;
	readonly callouts: readonly Callout[];
}

function makeQuestion(note: Note, section: Section, { checkbox, callouts }: Parts): Question {
	const answer = callouts.find(({ type }) => type === 'answer');
	const question: Question = {
		id: checkbox.blockId ?? '',
		path: note.path,
		technology: note.title,
		category: categoryOf(note),
		kind: kindOfSection(section.parents),
		...readLine(checkbox.text),
		status: statusOfCharacter(checkbox.character) ?? 'open',
		prompt: section.heading.text,
		answered: false,
		checkbox,
		answer,
		range: { start: section.heading.range.start, end: section.own.end },
		line: section.heading.line,
	};
	return { ...question, answered: ownAnswerOf(note, question) !== '' };
}

/** `屏障对齐 · L3 ★★★` → topic, level and stars. */
function readLine(text: string): Pick<Question, 'topic' | 'level' | 'stars'> {
	const [topic = '', ...rest] = text.split(' · ');
	const marks = rest.length > 0 ? rest.join(' ') : text;
	const level = /(?:^|\s)L([1-4])(?=\s|$)/.exec(marks)?.[1];
	const stars = /★{1,3}/.exec(marks)?.[0].length ?? 0;
	return { topic: topic.trim(), level: level === undefined ? undefined : Number(level), stars };
}

/** A heading right above a deeper one only names a group. */
function isParent({ heading }: Section, next: Section | undefined): boolean {
	return next !== undefined && next.heading.level > heading.level;
}

function isUntracked(
	{ text }: Note,
	{ heading, own, parents }: Section,
	hasPart: boolean,
): boolean {
	if (asksQuestion(heading.text)) return true;
	if (heading.text === '' || kindOfHeading(heading) !== undefined) return false;
	const isEmpty = !hasPart && text.slice(own.start, own.end).trim() === '';
	return isEmpty && parents.some(parent => kindOfHeading(parent) !== undefined);
}
