import { checkInVault, checkVault } from '../checks/check-vault';
import type { Diagnostic, DiagnosticCode } from '../checks/diagnostic';
import { planVaultRefresh } from '../regions/refresh-vault';
import { changedLines } from '../text/changed-lines';
import type { ChangedLines } from '../text/changed-lines';
import { editBetween } from '../text/edit-between';
import { applyEdits } from '../text/text-edit';
import { parseNote } from '../vault/note';
import { createNoteIndex } from '../vault/note-index';
import type { LiveNoteIndex, NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import type { VaultEdit } from '../vault/vault-edit';
import { fixOf, FIXABLE_CODES } from './fix-of';

/** A finding that is repaired, and the lines that this changes. */
export interface Repair {
	readonly diagnostic: Diagnostic;
	readonly lines: ChangedLines;
}

/** What repairing a vault would do. */
export interface VaultRepair {
	readonly repairs: readonly Repair[];
	/** One change for each note. */
	readonly edits: readonly VaultEdit[];
	/** Findings that are left when it is done. */
	readonly left: readonly Diagnostic[];
}

/** A note that can be read again may make repairs of others possible, and so on. */
const MOST_ROUNDS = 5;

/** In one round: each costs reading the note anew. Those of a note that never end wait for the next run. */
const MOST_REPAIRS = 50;
const MOST_TRIED = 500;

/**
 * Plans all repairs of the findings with these codes, each on top of the ones before, until there is none left; regions
 * are brought up to date last, if their code is among them.
 */
export function planRepairs(
	index: NoteIndex,
	codes: readonly DiagnosticCode[] = FIXABLE_CODES,
): VaultRepair {
	const work = createNoteIndex(index.notes(), [...index.attachments(), ...index.unreadPaths()]);
	const repairs: Repair[] = [];
	for (let round = 1; ; round++) {
		const left = checkVault(work);
		const done = round > MOST_ROUNDS ? [] : repairAll(work, left, codes);
		if (done.length === 0) return { repairs, edits: editsBetween(index, work), left };
		repairs.push(...done);
	}
}

function repairAll(
	work: LiveNoteIndex,
	found: readonly Diagnostic[],
	codes: readonly DiagnosticCode[],
): Repair[] {
	const wanted = found.filter(({ code }) => codes.includes(code));
	const byPath = new Map<NotePath, Diagnostic[]>();
	for (const one of wanted) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
	const repairs = [...byPath].flatMap(([path, listed]) =>
		repairNote(work, path, { listed, codes }).sort((a, b) => a.lines.line - b.lines.line),
	);
	// Regions are made from what is repaired first.
	const isOutdated = wanted.some(({ code }) => code === 'region-outdated');
	return repairs.length === 0 && isOutdated ? refresh(work) : repairs;
}

interface ToRepair {
	readonly listed: readonly Diagnostic[];
	readonly codes: readonly DiagnosticCode[];
}

/** From the last line up, so that the places of what comes next stay right. */
function repairNote(work: LiveNoteIndex, path: NotePath, { listed, codes }: ToRepair): Repair[] {
	const repairs: Repair[] = [];
	// Ids that stand twice show only in all notes.
	const shared = listed.filter(({ code }) => code === 'question-id-duplicate');
	const note = work.find(path);
	const local = note ? checkInVault(work, note).filter(({ code }) => codes.includes(code)) : [];
	let tried = 0;
	for (const diagnostic of [...local, ...shared].sort((a, b) => b.line - a.line)) {
		if (repairs.length >= MOST_REPAIRS || ++tried > MOST_TRIED) break;
		const current = work.find(path);
		const fix = current && fixOf(work, diagnostic);
		if (!fix) continue;
		repairs.push({ diagnostic, lines: changedLines(current.text, fix.edits) });
		work.set(parseNote(path, applyEdits(current.text, fix.edits)));
	}
	return repairs;
}

function refresh(work: LiveNoteIndex): Repair[] {
	return planVaultRefresh(work).edits.flatMap(edit => {
		const note = work.find(edit.path);
		if (!note || edit.kind !== 'change') return [];
		const lines = changedLines(note.text, edit.edits);
		work.set(parseNote(edit.path, applyEdits(note.text, edit.edits)));
		const diagnostic: Diagnostic = {
			...{ code: 'region-outdated', severity: 'info', path: edit.path },
			...{ line: lines.line, params: {} },
		};
		return [{ diagnostic, lines }];
	});
}

function editsBetween(before: NoteIndex, after: NoteIndex): VaultEdit[] {
	return after.notes().flatMap(({ path, text }): VaultEdit[] => {
		const old = before.find(path)?.text;
		if (old === undefined || old === text) return [];
		return [{ kind: 'change', path, edits: [editBetween(old, text)] }];
	});
}
