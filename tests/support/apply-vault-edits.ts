import { applyEdits } from '../../src/core/text/text-edit';
import type { LiveNoteIndex } from '../../src/core/vault/note-index';
import type { VaultEdit } from '../../src/core/vault/vault-edit';
import { aNote } from './a-note';

/** Writes planned edits into a vault in memory, as a host would. */
export function applyVaultEdits(index: LiveNoteIndex, edits: readonly VaultEdit[]): void {
	for (const edit of edits) {
		const note = index.find(edit.path);
		if (edit.kind === 'create') {
			if (note) throw new Error(`${edit.path} is there already`);
			index.set(aNote(edit.path, edit.text));
		} else {
			if (!note) throw new Error(`There is no ${edit.path} to be changed`);
			index.set(aNote(edit.path, applyEdits(note.text, edit.edits)));
		}
	}
}
