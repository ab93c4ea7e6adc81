import { changedLines, checkInVault, fixOf, keyOf } from '../../core/index';
import type { ChangedLines, Diagnostic, Note, NoteIndex, TextEdit } from '../../core/index';
import type { PluginContext } from '../plugin-context';

/**
 * Writes the repair of a finding; answers false and writes nothing if it would change other lines by now than those that
 * were shown.
 */
export function applyFix(
	{ writer }: PluginContext,
	diagnostic: Diagnostic,
	shown: ChangedLines,
): Promise<boolean> {
	return writer.change(diagnostic.path, (note, index) =>
		planShown(note, index, { diagnostic, shown }),
	);
}

interface ShownFix {
	readonly diagnostic: Diagnostic;
	readonly shown: ChangedLines;
}

function planShown(
	note: Note,
	index: NoteIndex,
	{ diagnostic, shown }: ShownFix,
): readonly TextEdit[] {
	const key = keyOf(diagnostic);
	const distance = ({ line }: Diagnostic): number => Math.abs(line - diagnostic.line);
	// Lines may have come above it; that an id stands twice shows in all notes only.
	const [current = diagnostic] = checkInVault(index, note)
		.filter(found => keyOf(found) === key)
		.sort((a, b) => distance(a) - distance(b));
	const fix = fixOf(index, current);
	const lines = fix && changedLines(note.text, fix.edits);
	return fix && lines && isSame(lines, shown) ? fix.edits : [];
}

function isSame(a: ChangedLines, b: ChangedLines): boolean {
	return JSON.stringify([a.before, a.after]) === JSON.stringify([b.before, b.after]);
}
