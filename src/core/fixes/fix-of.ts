import { checkInVault } from '../checks/check-vault';
import type { Diagnostic, DiagnosticCode } from '../checks/diagnostic';
import { originalOf } from '../checks/conflict-copies';
import { questionsOf } from '../questions/question';
import { editBetween } from '../text/edit-between';
import { parseNote } from '../vault/note';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { VaultEdit } from '../vault/vault-edit';
import { closeFrontMatter, dropDuplicate, quoteValues, raiseFrontMatter } from './fix-front-matter';
import { leadToAlias, leadToQuestion } from './fix-links';
import {
	addMissing,
	fillPlaceholder,
	listText,
	nameAttempts,
	quoteLinks,
	renameSingular,
	writeValue,
} from './fix-properties';
import { emptyCheckbox, giveId, giveNewId } from './fix-questions';
import {
	beginRegion,
	dropAttribute,
	dropCopies,
	endRegion,
	finishMarker,
	rewriteMarkers,
} from './fix-regions';
import type { FixText } from './fix-text';

/** A repair of one finding: a change of one note. */
export type Fix = Extract<VaultEdit, { kind: 'change' }>;

const FIXES: ReadonlyMap<DiagnosticCode, FixText> = new Map<DiagnosticCode, FixText>([
	['front-matter-unclosed', closeFrontMatter],
	['front-matter-invalid', quoteValues],
	['front-matter-misplaced', raiseFrontMatter],
	['property-duplicate', dropDuplicate],
	['property-missing', addMissing],
	['property-value', writeValue],
	['property-singular', renameSingular],
	['property-not-list', listText],
	['property-link-unquoted', quoteLinks],
	['placeholder-left', fillPlaceholder],
	['question-id-missing', giveId],
	['question-id-duplicate', giveNewId],
	['question-status-unknown', emptyCheckbox],
	['attempts-type-missing', nameAttempts],
	['link-unresolved', leadToAlias],
	['link-subpath-unresolved', leadToQuestion],
	['region-misspelt', rewriteMarkers],
	['region-misplaced', rewriteMarkers],
	['region-attribute-unknown', dropAttribute],
	['region-unfinished', finishMarker],
	['region-unclosed', endRegion],
	['region-unopened', beginRegion],
	['region-duplicate', dropCopies],
]);

/** Codes of which some findings can be repaired. */
export const FIXABLE_CODES: readonly DiagnosticCode[] = [...FIXES.keys(), 'region-outdated'];

/** Faults behind which others hide: repaired, these come to light and are no work of the repair. */
const HIDING =
	/^(?:front-matter|region|property-duplicate|property-link|property-missing|placeholder|attempts-type|question-id-missing|property-singular)/;
/** Faults that no repair may bring, whatever it uncovers. */
const BREAKING =
	/^(?:note|front-matter|region-(?!outdated|unknown)|property-duplicate|question-id|attempt)/;

/**
 * The repair of a finding on the note as it stands; undefined where there is none, or where it would be a guess.
 *
 * Each is tried before it is offered: afterwards the finding is gone, nothing new is wrong, and no question is lost. A
 * region that is out of date is brought up to date by a refresh.
 */
export function fixOf(index: NoteIndex, diagnostic: Diagnostic): Fix | undefined {
	const note = index.find(diagnostic.path);
	const text = note && FIXES.get(diagnostic.code)?.({ index, note, diagnostic });
	if (!note || text === undefined || text === note.text) return undefined;
	// First its reader has to say what stays of a copy.
	if (originalOf(index, note) !== undefined) return undefined;
	if (!repairs(index, note, { text, diagnostic })) return undefined;
	return { kind: 'change', path: note.path, edits: [editBetween(note.text, text)] };
}

function repairs(
	index: NoteIndex,
	before: Note,
	{ text, diagnostic }: { readonly text: string; readonly diagnostic: Diagnostic },
): boolean {
	const after = parseNote(before.path, text);
	const seen: NoteIndex = {
		...index,
		find: path => (path === after.path ? after : index.find(path)),
	};
	const [had, has] = [countFindings(index, before), countFindings(seen, after)];
	const key = keyOf(diagnostic);
	const isGone = !had.has(key) || (has.get(key)?.count ?? 0) < (had.get(key)?.count ?? 0);
	const isHarmless = [...has].every(([one, { count, code }]) => {
		if (count <= (had.get(one)?.count ?? 0)) return true;
		return HIDING.test(diagnostic.code) && !BREAKING.test(code);
	});
	return isGone && isHarmless && keepsQuestions(before, after, diagnostic);
}

function keepsQuestions(before: Note, after: Note, { code }: Diagnostic): boolean {
	const ids = new Set(questionsOf(after).tracked.map(({ id }) => id));
	const kept = questionsOf(before).tracked;
	return code === 'question-id-duplicate'
		? ids.size > new Set(kept.map(({ id }) => id)).size
		: kept.every(({ id }) => ids.has(id));
}

interface Counted {
	readonly code: DiagnosticCode;
	readonly count: number;
}

function countFindings(index: NoteIndex, note: Note): Map<string, Counted> {
	const counts = new Map<string, Counted>();
	for (const found of checkInVault(index, note)) {
		const key = keyOf(found);
		counts.set(key, { code: found.code, count: (counts.get(key)?.count ?? 0) + 1 });
	}
	return counts;
}

/** What a finding is about, wherever it stands: lines move with every repair above them. */
export function keyOf({ code, path, params }: Diagnostic): string {
	const { other, ...about } = params;
	const isLine = other !== undefined && /^\d+$/.test(other);
	return JSON.stringify([code, path, isLine ? about : params]);
}
