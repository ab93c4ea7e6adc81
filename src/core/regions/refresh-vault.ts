import { isTemplate } from '../schema/note-type';
import { compareText } from '../text/compare-text';
import { applyEdits } from '../text/text-edit';
import { parseNote } from '../vault/note';
import type { Note } from '../vault/note';
import { createNoteIndex } from '../vault/note-index';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import type { VaultEdit } from '../vault/vault-edit';
import { affectedNotes } from './affected-notes';
import { planNoteRefresh } from './plan-refresh';
import type { RefusalReason } from './plan-refresh';

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

/** Plans to bring every region of a vault up to date; notes without markers are in none of the lists. */
export function planVaultRefresh(index: NoteIndex): VaultRefresh {
	const plan = planNotes(index.notes(), index);
	return plan.moved.length === 0 ? plan : planNotes(index.notes(), withMovedLines(index, plan));
}

/**
 * Plans to bring the regions of some notes up to date, and those of others where lines that move out of a region begin
 * to count: the plan for the whole vault would not change more, if these are the notes that a change affects.
 */
export function planRefreshOf(index: NoteIndex, paths: Iterable<NotePath>): VaultRefresh {
	const wanted = new Set(paths);
	for (;;) {
		const before = wanted.size;
		const notes = [...wanted].sort(compareText).flatMap(path => index.find(path) ?? []);
		const plan = planNotes(notes, index);
		if (plan.moved.length === 0) return plan;
		const after = withMovedLines(index, plan);
		const changes = plan.moved.map(({ path }) => ({ path, before: index.find(path) }));
		for (const path of affectedNotes(after, changes)) wanted.add(path);
		if (wanted.size === before) return planNotes(notes, after);
	}
}

/** Lines that leave a region begin to count as input, so the bodies are made from the vault as it will be. */
function withMovedLines(index: NoteIndex, { edits, moved }: VaultRefresh): NoteIndex {
	const movedFrom = new Set(moved.map(({ path }) => path));
	const texts = new Map<NotePath, string>();
	for (const edit of edits) {
		const text = index.find(edit.path)?.text;
		if (text === undefined || edit.kind !== 'change' || !movedFrom.has(edit.path)) continue;
		texts.set(edit.path, applyEdits(text, edit.edits));
	}
	return createNoteIndex(
		index.notes().map(note => {
			const text = texts.get(note.path);
			return text === undefined ? note : parseNote(note.path, text);
		}),
	);
}

function planNotes(notes: readonly Note[], index: NoteIndex): VaultRefresh {
	const edits: VaultEdit[] = [];
	const unchanged: NotePath[] = [];
	const refused: VaultRefresh['refused'][number][] = [];
	const moved: VaultRefresh['moved'][number][] = [];
	for (const note of notes) {
		const { regions, markerProblems } = note.structure;
		if (isTemplate(note) || (regions.length === 0 && markerProblems.length === 0)) continue;
		const planned = planNoteRefresh(index, note);
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
