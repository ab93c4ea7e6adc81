import { lineBreakOf } from '../text/line';
import { applyEdits } from '../text/text-edit';
import type { TextEdit } from '../text/text-edit';
import type { Heading } from '../markdown/structure';
import { listQuestions, questionsOf } from '../questions/question';
import { kindOfHeading, questionKindName } from '../questions/question-kind';
import { listAttempts } from '../reviews/attempt';
import { noteIdOf, noteLanguageOf } from '../schema/note-type';
import { idOfTitle } from '../templates/expand-template';
import { parseNote } from '../vault/note';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import type { VaultEdit } from '../vault/vault-edit';
import { hasHeading, untrackedQuestions } from './untracked-question';
import { topicOf } from './topic';
import type { EmptyCell } from './untracked-question';

/** Lines below of which the first that is not blank is set in by four columns. */
const CODE_BELOW =
	/^(?:(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n]))*(?:\r\n|\n|\r(?!\n))(?: {4}| {0,3}\t)[ \t]*[^\s]/;

/** A next line that is neither blank nor a heading. */
const TEXT_BELOW = /^(?:\r\n|\n|\r)(?! {0,3}#{1,6}(?:\s|$))[^\S\r\n]*\S/;

/** What ends the list item of the line above code that is set in: it would go on in the item and be no code any more. */
const END_OF_ITEM = '<!-- -->';

/**
 * Plans to give the untracked questions of a note their checkbox line with an id, directly below the heading; no other
 * byte changes.
 *
 * @param lines 1-based lines of the headings; without them, all untracked questions of the note
 * @param taken block ids that stand in notes which the index does not hold
 */
export function planTracking(
	index: NoteIndex,
	path: NotePath,
	lines?: readonly number[],
	taken: Iterable<string> = [],
): VaultEdit[] {
	const note = index.find(path);
	if (!note) return [];
	const eol = lineBreakOf(note.text);
	const ids = freeIds(index, note, taken);
	const planned: PlannedQuestion[] = [];
	for (const { line, prompt } of untrackedQuestions(index, path)) {
		if (lines && !lines.includes(line)) continue;
		const heading = note.structure.headings.find(candidate => candidate.line === line);
		if (!heading) continue;
		const { end } = heading.range;
		const gap = gapBelow(note.text.slice(end), eol);
		const id = ids();
		const newText = eol + printQuestionLine(prompt, id) + gap;
		planned.push({ id, edit: { range: { start: end, end }, newText } });
	}
	return editsThatTrack(note, planned);
}

interface PlannedQuestion {
	readonly id: string;
	readonly edit: TextEdit;
}

/** Where a comment or code swallows the line, it would make no question, and another one with every run. */
function editsThatTrack({ path, text }: Note, planned: readonly PlannedQuestion[]): VaultEdit[] {
	const after = applyEdits(
		text,
		planned.map(({ edit }) => edit),
	);
	const made = new Set(questionsOf(parseNote(path, after)).tracked.map(({ id }) => id));
	const edits = planned.filter(({ id }) => made.has(id)).map(({ edit }) => edit);
	return edits.length > 0 ? [{ kind: 'change', path, edits }] : [];
}

/** What parts a line from the text below it, which would else run on from it as a part of its list item. */
function gapBelow(below: string, eol: string): string {
	if (CODE_BELOW.test(below)) return eol + END_OF_ITEM;
	return TEXT_BELOW.test(below.slice(0, 200)) ? eol : '';
}

/**
 * Plans to write an empty cell down as an open question of its note, at the end of its comparison section; nothing if
 * the note has such a heading already, or if code or a comment that is open there would swallow the question.
 *
 * @param taken block ids that stand in notes which the index does not hold
 */
export function planCellQuestion(
	index: NoteIndex,
	{ path, prompt, criterion }: EmptyCell,
	taken: Iterable<string> = [],
): VaultEdit[] {
	const note = index.find(path);
	if (!note || hasHeading(note, prompt)) return [];
	const { text, structure } = note;
	const id = freeIds(index, note, taken)();
	// The note is known where the line stands; the criterion is what the question is about.
	const line = printQuestionLine(topicOf(criterion) ? criterion : prompt, id);
	// A heading of level 6 can have no question below it.
	const section = structure.headings.find(
		heading => heading.level < 6 && kindOfHeading(heading) === 'comparison',
	);
	const next =
		section &&
		structure.headings.find(
			({ level, range }) => range.start > section.range.start && level <= section.level,
		);
	const limit = next?.range.start ?? endOfText(note, section);
	const at = text.slice(note.bodyStart, limit).trimEnd().length + note.bodyStart;
	const title = `## ${questionKindName('comparison', noteLanguageOf(index))}`;
	const marks = '#'.repeat(section ? section.level + 1 : 3);
	const lines = [...(section ? [] : [title, '']), `${marks} ${prompt}`, line];
	const eol = lineBreakOf(text);
	const gapAfter = /^(?:$|[\r\n])/.test(text.slice(at)) ? '' : eol + eol;
	const newText = gapBefore(text.slice(0, at), eol) + lines.join(eol) + gapAfter;
	return editsThatTrack(note, [{ id, edit: { range: { start: at, end: at }, newText } }]);
}

/** What parts an addition from the text above it by one blank line. */
function gapBefore(above: string, eol: string): string {
	if (above === '' || above === '\uFEFF') return '';
	return /[\r\n]$/.test(above) ? eol : eol + eol;
}

/** Regions at the end of a note stay at its end: what is added stands above the heading that introduces them. */
function endOfText({ text, structure }: Note, section: Heading | undefined): number {
	let end = text.length;
	for (const { range } of [...structure.regions].reverse()) {
		if (text.slice(range.end, end).trim() !== '') break;
		const heading = structure.headings.filter(above => above.range.end < range.start).at(-1);
		if (heading === section && heading) break;
		const introduces = heading && text.slice(heading.range.end, range.start).trim() === '';
		end = introduces ? heading.range.start : range.start;
	}
	return end;
}

function printQuestionLine(words: string, id: string): string {
	return `- [ ] ${topicOf(words) || '…'} · L2 ^${id}`;
}

/** True for an id as tracking gives it: it names the note and counts. */
export function isGivenId(id: string): boolean {
	return /-q\d+$/.test(id);
}

/** Ids that no question of the vault has or had: the note's own id, or one made from its title, with a number. */
export function freeIds(index: NoteIndex, note: Note, others: Iterable<string>): () => string {
	const taken = new Set(listQuestions(index).map(({ id }) => id.toLowerCase()));
	for (const id of others) taken.add(id.toLowerCase());
	for (const { id } of note.structure.blockIds) taken.add(id.toLowerCase());
	// A new question must not inherit the attempts of one that was deleted.
	for (const { questionId } of listAttempts(index)) taken.add(questionId.toLowerCase());
	const stem =
		(noteIdOf(note) && idOfTitle(noteIdOf(note) ?? '')) ?? idOfTitle(note.title) ?? 'note';
	let number = 0;
	return () => {
		do number++;
		while (taken.has(`${stem}-q${number}`));
		return `${stem}-q${number}`;
	};
}
