import { textProperty } from '../markdown/property';
import { plainText } from '../markdown/plain-text';
import { progressOfNote } from '../questions/progress';
import { questionsOf } from '../questions/question';
import { relationsOf } from '../relations/relation';
import { notesOfCategory } from '../schema/category-members';
import {
	aliasesOf,
	categoryOf,
	isRecord,
	isTemplate,
	noteIdOf,
	noteTypeOf,
} from '../schema/note-type';
import { summaryOf } from '../schema/summary';
import type { Steps } from '../text/steps';
import { nameKey } from '../vault/file-names';
import { foldCalled } from '../vault/names-in-text';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { isReadable } from '../vault/readable';
import { promptNames } from './prompt-names';
import { subject } from './region-subject';
import type { Subject } from './region-subject';

/** A file that came, went or got another text; the index holds what it is now. */
export interface NoteChange {
	readonly path: NotePath;
	/** The reading before; undefined for a note that was not there, and for a file that is no note. */
	readonly before: Note | undefined;
}

/** What is another in a vault, in the terms by which regions depend on it. */
export interface VaultChange {
	/** True if a home note changed what language regions are written in. */
	readonly language: boolean;
	/** Notes whose own text is another. */
	readonly texts: ReadonlySet<NotePath>;
	readonly subjects: ReadonlySet<Subject>;
	/** True if the canvas of the stack or the base of a category may be another. */
	readonly maps: boolean;
}

interface Gathered {
	language: boolean;
	/** True if a comparison note changed, whose criteria are columns of a base. */
	comparisons: boolean;
	readonly texts: Set<NotePath>;
	readonly subjects: Set<Subject>;
	/** Names of files that came or went, and of notes that became readable or unreadable. */
	readonly names: Set<string>;
	/** How many of the changed notes were of a category before, by category; also of those that came into it. */
	readonly members: Map<string, number>;
	/** Names of notes whose relations are drawn otherwise, and of those at the other ends. */
	readonly drawn: Set<string>;
}

/** Gathers what changes of files mean for regions, in steps. Its cost is that of the changed notes and their neighbours. */
export function* describeChange(
	index: NoteIndex,
	changes: Iterable<NoteChange>,
): Steps<VaultChange> {
	const change: Gathered = {
		language: false,
		comparisons: false,
		texts: new Set(),
		subjects: new Set(),
		names: new Set(),
		members: new Map(),
		drawn: new Set(),
	};
	for (const one of changes) {
		yield;
		addChange(index, change, one);
	}
	addKnown(index, change);
	yield* addNeighbours(index, change);
	const { language, texts, subjects, names, drawn } = change;
	const maps = language || change.comparisons || names.size > 0 || drawn.size > 0;
	return { language, texts, subjects, maps };
}

function addChange(index: NoteIndex, change: Gathered, { path, before }: NoteChange): void {
	const after = index.find(path);
	if (before && before.text === after?.text) return;
	change.texts.add(path);
	const name = nameKey(path);
	if (!before || !after || isHidden(before) !== isHidden(after)) {
		change.names.add(name);
		change.subjects.add(subject('file', name));
	}
	if (before && after && saysTheSame(before, after)) return;
	const sides = [before, after];
	change.language ||= languageOf(before) !== languageOf(after);
	change.comparisons ||= sides.some(isComparison);
	addSaid(change, sides);
	addCategories(change, before, after);
	addAsked(index, change, sides);
	if (drawingOf(before) !== drawingOf(after)) addDrawn(index, change, sides);
}

type Sides = readonly (Note | undefined)[];

/** A note may be called by its name, its id or an alias. */
function addSaid({ subjects }: Gathered, sides: Sides): void {
	subjects.add(subject('anything'));
	for (const side of sides) {
		if (!side) continue;
		subjects.add(subject('said', nameKey(side.path)));
		for (const called of namesBeside(side)) subjects.add(subject('said', called));
		for (const { target } of side.links) subjects.add(subject('linked', nameKey(target)));
	}
}

/** What a note is called beside the name of its file. */
function namesBeside(note: Note): string[] {
	return [noteIdOf(note) ?? '', ...aliasesOf(note)].map(foldCalled);
}

/** What prompts and names that came, went or changed may name otherwise now. */
function addAsked(index: NoteIndex, { subjects }: Gathered, sides: Sides): void {
	const [before = '', after = ''] = sides.map(askedIn);
	if (before === after) return;
	for (const path of index.gather(promptNames).namesIn(`${before}\n${after}`))
		subjects.add(subject('asked', path));
}

function addDrawn(index: NoteIndex, { drawn, subjects }: Gathered, sides: Sides): void {
	for (const side of sides) {
		if (!side) continue;
		drawn.add(nameKey(side.path));
		for (const { target } of side.links) drawn.add(nameKey(target));
		for (const { source } of index.backlinks(side.path)) drawn.add(nameKey(source));
		subjects.add(subject('drawn-category', categoryOf(side)));
	}
}

/** A line is drawn otherwise at both of its ends, and on the maps of their categories. */
function* addNeighbours(index: NoteIndex, { names, drawn, subjects }: Gathered): Steps<void> {
	for (const name of names) {
		// Where links go by a name whose files came or went, they may lead elsewhere now.
		drawn.add(name);
		for (const source of index.notesLinkingBy(name)) drawn.add(nameKey(source));
		yield;
	}
	for (const name of drawn) {
		subjects.add(subject('drawn', name));
		for (const path of index.filesNamed(name)) {
			const note = index.find(path);
			if (!note) continue;
			subjects.add(subject('drawn-category', categoryOf(note)));
			for (const called of namesBeside(note)) subjects.add(subject('drawn', called));
		}
		yield;
	}
}

/** What the change of one note means for those that list or count it. */
function addCategories(
	{ subjects, members }: Gathered,
	before: Note | undefined,
	after: Note | undefined,
): void {
	const isPresentedAlike = presentationOf(before) === presentationOf(after);
	const isCountedAlike = countOf(before) === countOf(after);
	if (!isCountedAlike) subjects.add(subject('counted-anywhere'));
	for (const side of [before, after]) {
		if (!side) continue;
		const category = categoryOf(side) ?? 'none';
		subjects.add(subject('category', category));
		const isMember = side === before && !isTemplate(side);
		members.set(category, (members.get(category) ?? 0) + (isMember ? 1 : 0));
		if (!isCountedAlike) subjects.add(subject('counted', category));
		if (isPresentedAlike) continue;
		subjects.add(subject('members', category));
		if (noteTypeOf(side) === 'concept') subjects.add(subject('members', 'concept'));
	}
}

/** A region of a category that no note names is refused with its whole note, so that all of that note waits for one. */
function addKnown(index: NoteIndex, { members, subjects, texts }: Gathered): void {
	for (const [category, count] of members) {
		const now = notesOfCategory(index, category);
		const wasKnown = count > 0 || now.some(({ path }) => !texts.has(path));
		if (wasKnown !== now.length > 0) subjects.add(subject('known', category));
	}
}

function isComparison(note: Note | undefined): boolean {
	return note !== undefined && noteTypeOf(note) === 'comparison';
}

function isHidden(note: Note | undefined): boolean {
	return note !== undefined && !isReadable(note);
}

/** True if two readings differ in their regions alone: nothing is ever made from these. */
function saysTheSame(before: Note, after: Note): boolean {
	if (before.structure.markerProblems.length + after.structure.markerProblems.length > 0)
		return false;
	return isTemplate(before) === isTemplate(after) && ownText(before) === ownText(after);
}

function ownText({ text, structure }: Note): string {
	let position = 0;
	const parts: string[] = [];
	for (const { range, name } of structure.regions) {
		parts.push(text.slice(position, range.start), name);
		position = range.end;
	}
	return [...parts, text.slice(position)].join('\0');
}

function languageOf(note: Note | undefined): string | undefined {
	if (!note || noteTypeOf(note) !== 'home' || isTemplate(note)) return undefined;
	return textProperty(note.properties, 'language') ?? '';
}

/** All that a map shows of a note and of what it states, and by what it is sorted. */
function drawingOf(note: Note | undefined): string | undefined {
	if (!note || isTemplate(note)) return undefined;
	const stated = relationsOf(note).relations.map(({ kind, link }) => [kind, link.target]);
	const tier = textProperty(note.properties, 'tier');
	return JSON.stringify([noteTypeOf(note), noteIdOf(note), categoryOf(note), tier, stated]);
}

/** Names of a note and the prompts of its questions, as a backlinks region shows them. */
function askedIn(note: Note | undefined): string {
	if (!note || isTemplate(note) || isRecord(note)) return '';
	const prompts = questionsOf(note).tracked.map(({ id, prompt }) => `${id} ${plainText(prompt)}`);
	return [note.title, ...aliasesOf(note), ...prompts].join('\n');
}

/** All that a list of members shows of a note, and by what it is sorted. */
function presentationOf(note: Note | undefined): string | undefined {
	if (!note || isTemplate(note)) return undefined;
	const tier = textProperty(note.properties, 'tier');
	return JSON.stringify([noteTypeOf(note), categoryOf(note), tier, summaryOf(note)]);
}

/** All that a table of progress shows of a note, and by what it is sorted. */
function countOf(note: Note | undefined): string | undefined {
	const progress = note && progressOfNote(note);
	if (!progress) return undefined;
	return JSON.stringify([progress, categoryOf(note), textProperty(note.properties, 'tier')]);
}
