import type { TextEdit } from '../text/text-edit';
import type { NotePath } from '../vault/note-path';
import { addSections } from './add-sections';
import { mergePart, writtenLines } from './merge-part';
import type { MergeChoice, PartOrigin } from './merge-part';
import { mergeProperties } from './merge-properties';
import { INTRO, linesOfSection, questionKeys } from './note-parts';
import type { NotePart, NoteParts, NoteSection } from './note-parts';

/** A new text that was not written, because it is the reader's turn. */
export interface UpgradeConflict {
	readonly path: NotePath;
	/** Where in the note: a heading, `^id` of a question, the name of a property, or nothing for its beginning. */
	readonly place: string;
	/** `homeless`: new, and the sections around its place are gone. */
	readonly kind: 'text' | 'property' | 'homeless';
	readonly title: string;
	/** The new text, Markdown. */
	readonly text: string;
}

/** A shipped note of the present and the reader's. */
export interface NotePair {
	readonly reader: NoteParts;
	readonly shipped: NoteParts;
	readonly originOf: (key: string) => PartOrigin;
	readonly choice: MergeChoice;
	/** The note in which a question stands now, wherever that is. */
	readonly whereIs: (questionId: string) => NoteParts | undefined;
}

/** What an upgrade does to the notes of the reader on account of one shipped note. */
export interface NoteMerge {
	/** Path → edits; a question that the reader moved is merged where it is. */
	readonly edits: ReadonlyMap<NotePath, readonly TextEdit[]>;
	readonly conflicts: readonly UpgradeConflict[];
	/** How many sections come to the reader's note. */
	readonly added: number;
}

/** Merges what is new in a shipped note into the reader's. */
export function mergeNote(pair: NotePair): NoteMerge {
	const { reader, shipped, originOf, choice, whereIs } = pair;
	const edits = new Map<NotePath, TextEdit[]>();
	const conflicts: UpgradeConflict[] = [];
	const add = (into: NoteParts, more: readonly TextEdit[]): void => {
		const { path } = into.note;
		if (more.length > 0) edits.set(path, [...(edits.get(path) ?? []), ...more]);
	};
	const properties = mergeProperties(reader.note, shipped.note, originOf, choice);
	add(reader, properties.edits);
	for (const { name, value } of properties.conflicts) {
		const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
		const { path } = reader.note;
		conflicts.push({ path, place: name, kind: 'property', title: name, text });
	}
	const questions = mergeQuestions(pair, whereIs);
	for (const [into, more] of questions.edits) add(into, more);
	conflicts.push(...questions.conflicts);
	for (const [key, theirs] of shipped.parts) {
		const ours = reader.parts.get(key);
		if (key.startsWith('question:')) continue;
		if (!ours) {
			if (key === INTRO && !originOf(key).base) add(reader, [introEdit(reader, shipped, theirs)]);
			continue;
		}
		const merged = mergePart({ reader, shipped }, key, originOf(key), choice);
		if (merged.kind === 'planned') add(reader, merged.edits);
		else conflicts.push(conflictIn(reader, shipped, key));
	}
	const sections = addSections(reader, shipped, {
		isNew: ({ key }) => !originOf(key).base,
		isTaken: id => whereIs(id) !== undefined,
	});
	add(reader, sections.edits);
	for (const section of sections.homeless) conflicts.push(homeless(reader, shipped, section));
	return { edits, conflicts, added: sections.added.length };
}

interface QuestionsMerge {
	readonly edits: readonly (readonly [NoteParts, readonly TextEdit[]])[];
	readonly conflicts: readonly UpgradeConflict[];
}

/** Merges the questions of a shipped note wherever the reader has them; the note itself may be gone. */
export function mergeQuestions(
	{ shipped, originOf, choice }: Pick<NotePair, 'shipped' | 'originOf' | 'choice'>,
	whereIs: NotePair['whereIs'],
): QuestionsMerge {
	const edits: (readonly [NoteParts, readonly TextEdit[]])[] = [];
	const conflicts: UpgradeConflict[] = [];
	for (const { question } of shipped.sections) {
		const into = question && whereIs(question.id);
		if (!into) continue;
		for (const key of Object.values(questionKeys(question.id))) {
			const merged = mergeQuestionPart(into, { shipped, originOf, choice }, question.id, key);
			if (merged === 'conflict') conflicts.push(conflictIn(into, shipped, key));
			else edits.push([into, merged]);
		}
	}
	return { edits, conflicts };
}

function mergeQuestionPart(
	into: NoteParts,
	{ shipped, originOf, choice }: Pick<NotePair, 'shipped' | 'originOf' | 'choice'>,
	id: string,
	key: string,
): readonly TextEdit[] | 'conflict' {
	const [ours, theirs] = [into.parts.get(key), shipped.parts.get(key)];
	if (!theirs) return [];
	// Only a reference answer can be missing from a question.
	if (!ours) return originOf(key).base ? [] : answerEdits(into, shipped, id);
	const merged = mergePart({ reader: into, shipped }, key, originOf(key), choice);
	return merged.kind === 'conflict' ? 'conflict' : withReadersBox(into, id, merged.edits);
}

/** The character in the box is the reader's: where a line is written anew, it is put back. */
function withReadersBox(
	{ sections }: NoteParts,
	id: string,
	edits: readonly TextEdit[],
): readonly TextEdit[] {
	const checkbox = sections.find(({ question }) => question?.id === id)?.question?.checkbox;
	if (!checkbox) return edits;
	const { range, character } = checkbox;
	return edits.map(edit =>
		edit.range.start === range.start && edit.range.end === range.end
			? { ...edit, newText: edit.newText.replace('[ ]', () => `[${character}]`) }
			: edit,
	);
}

/** A reference answer that a question did not have: right below its line. */
function answerEdits(into: NoteParts, shipped: NoteParts, id: string): TextEdit[] {
	const keys = questionKeys(id);
	const answer = shipped.parts.get(keys.answer);
	const at = into.parts.get(keys.line)?.lines[0]?.range.end;
	if (!answer || at === undefined) return [];
	const eol = into.note.text.includes('\r\n') ? '\r\n' : '\n';
	const below = into.note.text.slice(at);
	const gap = /^(?:\r\n|\n|\r)[ \t]*(?:[\r\n]|$)|^$/.test(below) ? '' : eol;
	const newText = eol + eol + writtenLines(answer, shipped.note.text).join(eol) + gap;
	return [{ range: { start: at, end: at }, newText }];
}

function introEdit(reader: NoteParts, shipped: NoteParts, intro: NotePart): TextEdit {
	const eol = reader.note.text.includes('\r\n') ? '\r\n' : '\n';
	const at = reader.note.bodyStart;
	const newText = writtenLines(intro, shipped.note.text).join(eol) + eol + eol;
	return { range: { start: at, end: at }, newText };
}

function conflictIn(into: NoteParts, shipped: NoteParts, key: string): UpgradeConflict {
	const section = shipped.sections.find(
		one => one.key === key || (one.question && key.startsWith(`${one.key}/`)),
	);
	const part = shipped.parts.get(key);
	return {
		path: into.note.path,
		place: placeOf(section),
		kind: 'text',
		title: section?.title ?? '',
		text: part ? writtenLines(part, shipped.note.text).join('\n') : '',
	};
}

function homeless(reader: NoteParts, shipped: NoteParts, section: NoteSection): UpgradeConflict {
	const part = linesOfSection(shipped, section);
	return {
		path: reader.note.path,
		place: '',
		kind: 'homeless',
		title: section.title,
		text: writtenLines(part, shipped.note.text).join('\n'),
	};
}

function placeOf(section: NoteSection | undefined): string {
	if (!section) return '';
	return section.question ? `^${section.question.id}` : section.title;
}
