import { plainText } from '../markdown/plain-text';
import { questionsOf } from '../questions/question';
import { aliasesOf, isRecord, isTemplate } from '../schema/note-type';
import { finishSteps } from '../text/steps';
import type { Steps } from '../text/steps';
import type { Aggregate } from '../vault/aggregate';
import { createNamesInText, foldCalled, isLongEnough } from '../vault/names-in-text';
import type { NamesInText } from '../vault/names-in-text';
import type { Note } from '../vault/note';
import { foldName } from '../vault/note-path';
import type { NotePath } from '../vault/note-path';

/** A question of another note that asks about this one. */
export interface NamingQuestion {
	readonly path: NotePath;
	/** Title of the note that asks. */
	readonly title: string;
	readonly id: string;
	/** In plain text. */
	readonly prompt: string;
	readonly line: number;
}

/** Which notes the questions of a vault name in their prompts. */
export interface PromptNames {
	/** Questions of other notes that name a note, in no order. */
	naming(path: NotePath): Iterable<NamingQuestion>;
	/** Notes whose names stand anywhere in a text, also as a part of longer words. */
	namesIn(text: string): ReadonlySet<NotePath>;
	/**
	 * Reads the prompts that changed, and those that hold a name which came or went. A name that came is looked for in
	 * the prompts of all notes, which is why this can be done in steps; without it the next question does it.
	 */
	settle(): Steps<void>;
}

interface AskingNote {
	readonly questions: readonly NamingQuestion[];
	/** All prompts, folded as names are. */
	readonly folded: string;
	/** Notes that the prompts name, as they were last read. */
	named: readonly NotePath[];
}

/** To look for more names than these one by one costs more than to read the prompts anew. */
const MOST_SEARCHED = 20;

interface PromptTable {
	readonly names: NamesInText;
	readonly asking: Map<NotePath, AskingNote>;
	/** Named note → asking note → its questions. */
	readonly byNamed: Map<NotePath, Map<NotePath, readonly NamingQuestion[]>>;
	/** Asking notes whose prompts are to be read. */
	readonly unread: Set<NotePath>;
	/** Names that came, to be looked for. */
	readonly arrived: Set<string>;
	/** How many names ever came. */
	arrivals: number;
}

/** The aggregate of prompts and of the names in them. A change costs its own prompts and those that name its note. */
export function promptNames(): Aggregate<PromptNames> {
	const table: PromptTable = {
		names: createNamesInText(),
		asking: new Map(),
		byNamed: new Map(),
		unread: new Set(),
		arrived: new Set(),
		arrivals: 0,
	};
	return {
		value: {
			naming(path) {
				finishSteps(settle(table));
				return [...(table.byNamed.get(path)?.values() ?? [])].flat();
			},
			namesIn: text => table.names.findAnywhere(text),
			settle: () => settle(table),
		},
		replace(before, after) {
			replaceNames(table, before, after);
			replacePrompts(table, (before ?? after)?.path ?? '', after ? promptsOf(after) : []);
		},
	};
}

function replaceNames(table: PromptTable, before: Note | undefined, after: Note | undefined): void {
	const [old, now] = [namesOf(before), namesOf(after)];
	const came = [...now].filter(name => !old.has(name));
	if (came.length === 0 && old.size === now.size) return;
	const path = (before ?? after)?.path ?? '';
	// What named it may name a note of a shorter name instead.
	for (const asker of table.byNamed.get(path)?.keys() ?? []) table.unread.add(asker);
	table.names.remove(path, old);
	table.names.add(path, now);
	for (const name of came) table.arrived.add(name);
	table.arrivals += came.length;
}

function replacePrompts(
	table: PromptTable,
	path: NotePath,
	questions: readonly NamingQuestion[],
): void {
	forgetNamed(table, path);
	if (questions.length === 0) {
		table.asking.delete(path);
		table.unread.delete(path);
		return;
	}
	const folded = foldName(questions.map(({ prompt }) => prompt).join('\n'));
	table.asking.set(path, { questions, folded, named: [] });
	table.unread.add(path);
}

function forgetNamed({ asking, byNamed }: PromptTable, path: NotePath): void {
	const note = asking.get(path);
	if (!note) return;
	for (const named of note.named) {
		const askers = byNamed.get(named);
		askers?.delete(path);
		if (askers?.size === 0) byNamed.delete(named);
	}
	note.named = [];
}

function* settle(table: PromptTable): Steps<void> {
	while (table.arrived.size > 0) yield* searchArrived(table);
	for (const path of table.unread) {
		readPrompts(table, path);
		yield;
	}
}

function* searchArrived(table: PromptTable): Steps<void> {
	const { arrived, arrivals, asking, unread } = table;
	const wanted = [...arrived];
	for (const [path, { folded }] of asking) {
		if (unread.has(path)) continue;
		const isHit = wanted.length > MOST_SEARCHED || wanted.some(name => folded.includes(name));
		if (isHit) unread.add(path);
		yield;
	}
	// For what came meanwhile, all are looked through again.
	if (arrivals === table.arrivals) arrived.clear();
}

function readPrompts(table: PromptTable, path: NotePath): void {
	table.unread.delete(path);
	forgetNamed(table, path);
	const note = table.asking.get(path);
	if (!note) return;
	const found = new Map<NotePath, NamingQuestion[]>();
	for (const question of note.questions) {
		for (const named of table.names.find(question.prompt)) {
			if (named !== path) found.set(named, [...(found.get(named) ?? []), question]);
		}
	}
	note.named = [...found.keys()];
	for (const [named, questions] of found) {
		const askers = table.byNamed.get(named);
		if (askers) askers.set(path, questions);
		else table.byNamed.set(named, new Map([[path, questions]]));
	}
}

/** The questions of a note as others show them; none of a record. */
export function promptsOf(note: Note): NamingQuestion[] {
	if (isTemplate(note) || isRecord(note)) return [];
	const { path, title } = note;
	return questionsOf(note).tracked.map(({ id, line, prompt }) => {
		return { path, title, id, prompt: plainText(prompt), line };
	});
}

/** The names by which a question may call a note, folded. */
function namesOf(note: Note | undefined): ReadonlySet<string> {
	if (!note || isTemplate(note) || isRecord(note)) return new Set();
	return new Set([note.title, ...aliasesOf(note)].filter(isLongEnough).map(foldCalled));
}
