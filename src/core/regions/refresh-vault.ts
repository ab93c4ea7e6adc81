import { compareText } from '../text/compare-text';
import { finishSteps } from '../text/steps';
import type { Steps } from '../text/steps';
import { applyEdits } from '../text/text-edit';
import { parseNote } from '../vault/note';
import type { Note } from '../vault/note';
import { createNoteIndex } from '../vault/note-index';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import type { VaultEdit } from '../vault/vault-edit';
import { affectedRegions, prepareRegions } from './affected-regions';
import type { RegionChoice } from './affected-regions';
import { planNoteInSteps } from './plan-refresh';
import type { RefusalReason } from './plan-refresh';
import { hasRegions } from './region-subject';

/** What a refresh of a whole vault would do. */
export interface VaultRefresh {
	readonly edits: readonly VaultEdit[];
	/** Notes whose regions are right as they are. */
	readonly unchanged: readonly NotePath[];
	readonly refused: readonly {
		readonly path: NotePath;
		readonly reason: RefusalReason;
		readonly line: number;
		/** The note that cannot be read, for an unreadable source. */
		readonly source?: string;
	}[];
	/** Lines of readers that move below an edited region. */
	readonly moved: readonly { readonly path: NotePath; readonly lines: number }[];
}

/** A line that moves may push another out of a list that is full, and that one a third: so often it is looked again. */
const MOST_ROUNDS = 10;

/** Plans to bring every region of a vault up to date; notes without markers are in none of the lists. */
export function planVaultRefresh(index: NoteIndex): VaultRefresh {
	return finishSteps(planVaultInSteps(index));
}

/** The same in short steps, on the notes as they are at the first one. */
export function* planVaultInSteps(index: NoteIndex): Steps<VaultRefresh> {
	const notes = index.notes();
	yield* prepareRegions(index);
	let plan = yield* planNotesInSteps(notes, index);
	let known: MovedNotes = new Map();
	for (let round = 1; round < MOST_ROUNDS; round++) {
		const moved = notesWithMovedLines(index, plan);
		if (hasSameLines(moved, known)) return plan;
		plan = yield* planNotesInSteps(notes, withNotes(index, moved));
		known = moved;
	}
	return plan;
}

/**
 * Plans to bring some regions up to date, and those of others where lines that move out of a region begin to count: the
 * plan for the whole vault would not change more, if these are the regions that a change affects.
 */
export function planRefreshOf(
	index: NoteIndex,
	regions: ReadonlyMap<NotePath, RegionChoice>,
): VaultRefresh {
	let wanted = regions;
	let after = index;
	let known: MovedNotes = new Map();
	for (let round = 1; ; round++) {
		const notes = [...wanted.keys()].sort(compareText).flatMap(path => index.find(path) ?? []);
		const plan = planNotes(notes, after, wanted);
		const moved = notesWithMovedLines(index, plan);
		const isSettled = hasSameLines(moved, known);
		if (isSettled && moved.size === 0) return plan;
		after = withNotes(index, moved);
		const paths = new Set([...moved.keys(), ...known.keys()]);
		const changes = [...paths].map(path => ({ path, before: index.find(path) }));
		const next = joinChoices(wanted, affectedRegions(after, changes).notes);
		if (isSameChoice(next, wanted) && (isSettled || round >= MOST_ROUNDS)) return plan;
		[wanted, known] = [next, moved];
	}
}

type Choices = ReadonlyMap<NotePath, RegionChoice>;

function joinChoices(a: Choices, b: Choices): Choices {
	const joined = new Map(a);
	for (const [path, choice] of b) {
		const known = joined.get(path);
		if (choice === 'all' || known === 'all') joined.set(path, 'all');
		else joined.set(path, new Set([...(known ?? []), ...choice]));
	}
	return joined;
}

/** True if choices that were joined to others are these others. */
function isSameChoice(joined: Choices, others: Choices): boolean {
	const sizeOf = (choice: RegionChoice = new Set()): number =>
		choice === 'all' ? Infinity : choice.size;
	return [...joined].every(([path, choice]) => sizeOf(choice) === sizeOf(others.get(path)));
}

/** Notes out of whose regions lines move, as they will be. */
type MovedNotes = ReadonlyMap<NotePath, Note>;

/** Lines that leave a region begin to count as input, so the bodies are made from the vault as it will be. */
function notesWithMovedLines(index: NoteIndex, { edits, moved }: VaultRefresh): MovedNotes {
	const movedFrom = new Set(moved.map(({ path }) => path));
	const notes = new Map<NotePath, Note>();
	for (const edit of edits) {
		const text = index.find(edit.path)?.text;
		if (text === undefined || edit.kind !== 'change' || !movedFrom.has(edit.path)) continue;
		notes.set(edit.path, parseNote(edit.path, applyEdits(text, edit.edits)));
	}
	return notes;
}

function withNotes(index: NoteIndex, changed: MovedNotes): NoteIndex {
	return createNoteIndex(index.notes().map(note => changed.get(note.path) ?? note));
}

/** True if the same notes hold the same outside of their regions, which is all that counts as input. */
function hasSameLines(a: MovedNotes, b: MovedNotes): boolean {
	const isSame = ([path, note]: [NotePath, Note]): boolean => {
		const other = b.get(path);
		return other !== undefined && outsideOf(note) === outsideOf(other);
	};
	return a.size === b.size && [...a].every(isSame);
}

function outsideOf({ text, structure }: Note): string {
	const spans = structure.regions.map(({ range }) => ({ range, newText: '' }));
	return applyEdits(text, spans);
}

function planNotes(notes: readonly Note[], index: NoteIndex, choices: Choices): VaultRefresh {
	return finishSteps(planNotesInSteps(notes, index, choices));
}

function* planNotesInSteps(
	notes: readonly Note[],
	index: NoteIndex,
	choices?: Choices,
): Steps<VaultRefresh> {
	const edits: VaultEdit[] = [];
	const unchanged: NotePath[] = [];
	const refused: VaultRefresh['refused'][number][] = [];
	const moved: VaultRefresh['moved'][number][] = [];
	for (const note of notes) {
		if (!hasRegions(note)) continue;
		const planned = yield* planNoteInSteps(index, note, choices?.get(note.path));
		if (planned.kind === 'refused') {
			const { reason, line, source } = planned;
			refused.push({ path: note.path, reason, line, ...(source === undefined ? {} : { source }) });
		} else if (planned.edits.length === 0) {
			unchanged.push(note.path);
		} else {
			edits.push({ kind: 'change', path: note.path, edits: planned.edits });
			if (planned.movedLines > 0) moved.push({ path: note.path, lines: planned.movedLines });
		}
	}
	return { edits, unchanged, refused, moved };
}
