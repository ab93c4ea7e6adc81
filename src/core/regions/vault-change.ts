import { textProperty } from '../markdown/property';
import { plainText } from '../markdown/plain-text';
import { progressOfNote } from '../questions/progress';
import { questionsOf } from '../questions/question';
import { relationsOf } from '../relations/relation';
import { aliasesOf, categoryOf, isRecord, isTemplate, noteTypeOf } from '../schema/note-type';
import { summaryOf } from '../schema/summary';
import { nameKey } from '../vault/file-names';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { foldName } from '../vault/note-path';
import type { NotePath } from '../vault/note-path';
import { isReadable } from '../vault/readable';

/** A file that came, went or got another text; the index holds what it is now. */
export interface NoteChange {
	readonly path: NotePath;
	/** The reading before; undefined for a note that was not there, and for a file that is no note. */
	readonly before: Note | undefined;
}

/** What is another in a vault, in the terms by which regions depend on it. Names are folded as links are compared. */
export interface VaultChange {
	/** True if a home note changed what language regions are written in. */
	readonly language: boolean;
	/** Notes whose own text is another. */
	readonly texts: ReadonlySet<NotePath>;
	/** Names of notes that say something else than before. */
	readonly notes: ReadonlySet<string>;
	/** Names of files that came or went, and of notes that became readable or unreadable. */
	readonly names: ReadonlySet<string>;
	/** Names that a changed note links to or linked to. */
	readonly linked: ReadonlySet<string>;
	/** Categories of changed notes, before and after; `none` stands for no category. */
	readonly categories: ReadonlySet<string>;
	/** Categories, and `concept`, of which a member came, went or presents itself in other words. */
	readonly members: ReadonlySet<string>;
	/** True if a note states other relations, or presents itself in another way to those who draw them. */
	readonly relations: boolean;
	/** Prompts and names that came, went or changed, folded: what they name may be named otherwise now. */
	readonly asked: string;
	/** Categories whose count of questions by status is another. */
	readonly progress: ReadonlySet<string>;
}

/** Gathers what changes of files mean for regions, a step for each. Its cost is that of the changed notes. */
export function* describeChange(
	index: NoteIndex,
	changes: Iterable<NoteChange>,
): Generator<undefined, VaultChange, undefined> {
	const change = {
		language: false,
		texts: new Set<NotePath>(),
		notes: new Set<string>(),
		names: new Set<string>(),
		linked: new Set<string>(),
		categories: new Set<string>(),
		members: new Set<string>(),
		progress: new Set<string>(),
		relations: false,
		asked: '',
	};
	for (const { path, before } of changes) {
		yield;
		const after = index.find(path);
		if (before && before.text === after?.text) continue;
		change.texts.add(path);
		const sides = [before, after].filter(side => side !== undefined);
		const name = nameKey(path);
		if (sides.length < 2 || isHidden(before) !== isHidden(after)) change.names.add(name);
		if (before && after && saysTheSame(before, after)) continue;
		change.notes.add(name);
		change.language ||= languageOf(before) !== languageOf(after);
		addCategories(change, before, after);
		change.relations ||= drawingOf(before) !== drawingOf(after);
		const [askedBefore, askedAfter] = [askedIn(before), askedIn(after)];
		if (askedBefore !== askedAfter) change.asked += `${askedBefore}\n${askedAfter}\n`;
		for (const side of sides)
			for (const { target } of side.links) change.linked.add(nameKey(target));
	}
	return change;
}

/** What the change of one note means for those that list or count it. */
function addCategories(
	change: { readonly [K in 'categories' | 'members' | 'progress']: Set<string> },
	before: Note | undefined,
	after: Note | undefined,
): void {
	const isPresentedAlike = presentationOf(before) === presentationOf(after);
	const isCountedAlike = countOf(before) === countOf(after);
	for (const side of [before, after]) {
		if (!side) continue;
		const category = categoryOf(side) ?? 'none';
		change.categories.add(category);
		if (!isCountedAlike) change.progress.add(category);
		if (isPresentedAlike) continue;
		change.members.add(category);
		if (noteTypeOf(side) === 'concept') change.members.add('concept');
	}
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
	return JSON.stringify([noteTypeOf(note), categoryOf(note), tier, stated]);
}

/** Names of a note and the prompts of its questions, as a backlinks region shows them; folded. */
function askedIn(note: Note | undefined): string {
	if (!note || isTemplate(note) || isRecord(note)) return '';
	const prompts = questionsOf(note).tracked.map(({ id, prompt }) => `${id} ${plainText(prompt)}`);
	return foldName([note.title, ...aliasesOf(note), ...prompts].join('\n'));
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
