import { isTemplate } from '../schema/note-type';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import type { VaultEdit } from '../vault/vault-edit';
import { planNoteRefresh } from './plan-refresh';
import type { RefusalReason } from './plan-refresh';

/** What a refresh of a whole vault would do. */
export interface VaultRefresh {
	readonly edits: readonly VaultEdit[];
	/** Notes whose regions are right as they are. */
	readonly unchanged: readonly NotePath[];
	readonly refused: readonly { readonly path: NotePath; readonly reason: RefusalReason; readonly line: number }[];
	/** Lines of readers that move below an edited region. */
	readonly moved: readonly { readonly path: NotePath; readonly lines: number }[];
}

/** Plans to bring every region of a vault up to date; notes without markers are in none of the lists. */
export function planVaultRefresh(index: NoteIndex): VaultRefresh {
	const edits: VaultEdit[] = [];
	const unchanged: NotePath[] = [];
	const refused: VaultRefresh['refused'][number][] = [];
	const moved: VaultRefresh['moved'][number][] = [];
	for (const note of index.notes()) {
		const { regions, markerProblems } = note.structure;
		if (isTemplate(note) || (regions.length === 0 && markerProblems.length === 0)) continue;
		const planned = planNoteRefresh(index, note);
		if (planned.kind === 'refused') {
			refused.push({ path: note.path, reason: planned.reason, line: planned.line });
		} else if (planned.edits.length === 0) {
			unchanged.push(note.path);
		} else {
			edits.push({ kind: 'change', path: note.path, edits: planned.edits });
			if (planned.movedLines > 0) moved.push({ path: note.path, lines: planned.movedLines });
		}
	}
	return { edits, unchanged, refused, moved };
}
