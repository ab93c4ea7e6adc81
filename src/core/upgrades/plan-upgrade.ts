import { finishSteps } from '../text/steps';
import type { Steps } from '../text/steps';
import { applyEdits } from '../text/text-edit';
import type { TextEdit } from '../text/text-edit';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import type { VaultEdit } from '../vault/vault-edit';
import { originIn } from './evidence';
import type { FoundNote } from './evidence';
import { isTaken } from './find-shipped';
import { harmOf } from './harm';
import { lookAroundInSteps } from './look-around';
import type { Surroundings, UpgradeRefusal } from './look-around';
import { mergeNote, mergeQuestions } from './merge-note';
import type { NoteMerge, UpgradeConflict } from './merge-note';
import type { MergeChoice } from './merge-part';
import { setProperty } from './merge-properties';
import type { NoteParts } from './note-parts';
import type { Release } from './release';

/** What becomes of one note: see `MergeChoice`; `keep` leaves it as it is. */
export type UpgradeChoice = MergeChoice | 'keep';

/** What an upgrade is planned from. */
export interface UpgradeRequest {
	readonly index: NoteIndex;
	/** Path → text of what this program ships. */
	readonly shipped: Readonly<Record<string, string>>;
	/** Oldest first; the last one is what this program ships. */
	readonly releases: readonly Release[];
	readonly choiceFor: (path: NotePath) => UpgradeChoice;
}

/** Why something new is not written. */
export type SkipReason = 'unreadable' | 'broken-region' | 'unsafe' | 'path-taken';

/** What an upgrade would do; nothing is written yet. */
export interface UpgradePlan {
	readonly kind: 'planned';
	/** The release that the vault has, by its home note or by its texts. */
	readonly from: string;
	readonly to: string;
	/** Changes and new notes; at last the home note, which tells the release. */
	readonly edits: readonly VaultEdit[];
	/** Notes that change. */
	readonly merged: readonly NotePath[];
	/** Notes for which there is something new and that stay as they are, by choice. */
	readonly kept: readonly NotePath[];
	readonly created: readonly NotePath[];
	/** Shipped paths of notes that the reader deleted; they stay deleted. */
	readonly deleted: readonly NotePath[];
	readonly skipped: readonly { readonly path: NotePath; readonly reason: SkipReason }[];
	readonly conflicts: readonly UpgradeConflict[];
	/** What is shipped no more and stays with the reader: a section by its title, a note by an empty one. */
	readonly dropped: readonly { readonly path: NotePath; readonly title: string }[];
}

/** Plans to bring the shipped notes of a vault to the release of this program. */
export function planUpgrade(request: UpgradeRequest): UpgradePlan | UpgradeRefusal {
	return finishSteps(planUpgradeInSteps(request));
}

/** The same in short steps, one for each note. */
export function* planUpgradeInSteps(request: UpgradeRequest): Steps<UpgradePlan | UpgradeRefusal> {
	const { index, shipped: files, releases } = request;
	const around = yield* lookAroundInSteps(index, files, releases);
	if ('kind' in around) return around;
	const draft = createDraft();
	for (const [key, shipped] of around.shipped) {
		planNote(around, request, draft, { key, shipped });
		yield;
	}
	const written = yield* settle(around, request, draft);
	return {
		kind: 'planned',
		from: around.vaultRelease.version,
		to: around.present.version,
		...written,
		deleted: draft.deleted,
		dropped: listDropped(around),
	};
}

/** What is gathered note by note. */
interface Draft {
	readonly merges: (NoteMerge & { readonly path: NotePath })[];
	readonly creations: { readonly path: NotePath; readonly text: string }[];
	readonly deleted: NotePath[];
	readonly skipped: { readonly path: NotePath; readonly reason: SkipReason }[];
}

function createDraft(): Draft {
	return { merges: [], creations: [], deleted: [], skipped: [] };
}

function planNote(
	around: Surroundings,
	{ choiceFor }: UpgradeRequest,
	draft: Draft,
	{ key, shipped }: { readonly key: string; readonly shipped: NoteParts },
): void {
	const { releases, places, vaultRelease, found, whereIs } = around;
	const path = places.prefix + shipped.note.path;
	const standing = found.get(key);
	if (!standing) {
		const hidden = places.find(key, shipped.note.path);
		if (hidden) draft.skipped.push({ path: hidden.path, reason: 'unreadable' });
		else if (vaultRelease.notes.has(key)) {
			draft.deleted.push(path);
			const originOf = originIn(releases, vaultRelease, key);
			const merged = mergeQuestions({ shipped, originOf, choice: 'merge' }, whereIs);
			draft.merges.push({ path, ...asNoteMerge(merged) });
		} else createNote(around, draft, path, shipped);
		return;
	}
	const { note } = standing.parts;
	if (note.structure.markerProblems.length > 0) {
		draft.skipped.push({ path: note.path, reason: 'broken-region' });
		return;
	}
	const own = new Set(standing.parts.sections.map(({ question }) => question?.id));
	const choice = choiceFor(note.path);
	const merge = mergeNote({
		reader: standing.parts,
		shipped,
		originOf: originIn(releases, around.releaseOf(standing), key),
		choice: choice === 'take' ? 'take' : 'merge',
		whereIs: id => (own.has(id) ? standing.parts : whereIs(id)),
	});
	draft.merges.push({ path: note.path, ...merge });
}

function asNoteMerge({ edits, conflicts }: ReturnType<typeof mergeQuestions>): NoteMerge {
	const byPath = new Map<NotePath, TextEdit[]>();
	for (const [{ note }, more] of edits) {
		byPath.set(note.path, [...(byPath.get(note.path) ?? []), ...more]);
	}
	return { edits: byPath, conflicts, added: 0 };
}

/** A new note arrives without questions that stand in the vault already. */
function createNote(
	{ index, whereIs }: Surroundings,
	draft: Draft,
	path: NotePath,
	{ note, sections }: NoteParts,
): void {
	if (isTaken(index, path)) {
		draft.skipped.push({ path, reason: 'path-taken' });
		return;
	}
	const known = sections.filter(({ question }) => question && whereIs(question.id));
	const cuts = known.map(({ range }) => ({ range, newText: '' }));
	draft.creations.push({ path, text: applyEdits(note.text, cuts) });
}

type Written = Pick<UpgradePlan, 'edits' | 'merged' | 'kept' | 'created' | 'skipped' | 'conflicts'>;

/** Puts together what concerns one note, and leaves out what is not to be written. */
function* settle(around: Surroundings, request: UpgradeRequest, draft: Draft): Steps<Written> {
	const skipped = [...draft.skipped];
	const { byPath, conflicts, kept } = withoutKept(draft, request);
	const home = around.found.get('home');
	const homePath = home?.parts.note.path;
	const merged: NotePath[] = [];
	const changes: VaultEdit[] = [];
	for (const [path, edits] of byPath) {
		const note = around.index.find(path);
		if (!note) continue;
		yield;
		const added = draft.merges.find(merge => merge.path === path)?.added ?? 0;
		if (harmOf(note, applyEdits(note.text, edits), added)) {
			skipped.push({ path, reason: 'unsafe' });
			continue;
		}
		merged.push(path);
		if (path !== homePath) changes.push({ kind: 'change', path, edits });
	}
	if (home && homePath !== undefined && request.choiceFor(homePath) !== 'keep') {
		const edits = merged.includes(homePath) ? (byPath.get(homePath) ?? []) : [];
		changes.push(...tellRelease(home, edits, around.present));
	}
	const created = draft.creations.map(({ path }) => path);
	const creates = draft.creations.map((creation): VaultEdit => ({ kind: 'create', ...creation }));
	return { edits: [...creates, ...changes], merged, kept, created, skipped, conflicts };
}

interface Chosen {
	readonly byPath: ReadonlyMap<NotePath, readonly TextEdit[]>;
	readonly conflicts: readonly UpgradeConflict[];
	readonly kept: readonly NotePath[];
}

/** Edits by note, without notes that are kept as they are. */
function withoutKept({ merges }: Draft, { choiceFor }: UpgradeRequest): Chosen {
	const byPath = new Map<NotePath, TextEdit[]>();
	const conflicts: UpgradeConflict[] = [];
	const kept = new Set<NotePath>();
	for (const merge of merges) {
		for (const [path, edits] of merge.edits) {
			if (choiceFor(path) === 'keep') kept.add(path);
			else byPath.set(path, [...(byPath.get(path) ?? []), ...edits]);
		}
		for (const conflict of merge.conflicts) {
			if (choiceFor(conflict.path) === 'keep') kept.add(conflict.path);
			else conflicts.push(conflict);
		}
	}
	return { byPath, conflicts, kept: [...kept] };
}

/** The home note names the release, and is written when all others are: a run that was cut off is not done. */
function tellRelease(
	home: FoundNote,
	edits: readonly TextEdit[],
	{ version }: Release,
): VaultEdit[] {
	const { path, text, bodyStart, structure } = home.parts.note;
	if (structure.markerProblems.length > 0) return [];
	const isHead = ({ range }: TextEdit): boolean => range.start === 0 && range.end === bodyStart;
	const head = edits.find(isHead)?.newText ?? text.slice(0, bodyStart);
	const told = setProperty(head, 'release', version) ?? head;
	const others = edits.filter(edit => !isHead(edit));
	const first = { range: { start: 0, end: bodyStart }, newText: told };
	const all = told === text.slice(0, bodyStart) ? others : [first, ...others];
	return all.length > 0 ? [{ kind: 'change', path, edits: all }] : [];
}

function listDropped(around: Surroundings): UpgradePlan['dropped'] {
	const dropped: { path: NotePath; title: string }[] = [];
	const questions = new Set(
		[...around.shipped.values()].flatMap(({ parts }) => [...parts.keys()].filter(isQuestion)),
	);
	for (const standing of around.found.values()) {
		const { key, parts } = standing;
		const { path } = parts.note;
		const shipped = around.shipped.get(key);
		if (!shipped) {
			dropped.push({ path, title: '' });
			continue;
		}
		const originOf = originIn(around.releases, around.releaseOf(standing), key);
		for (const section of parts.sections) {
			const isShipped = shipped.parts.has(section.key) || questions.has(section.key);
			if (!isShipped && originOf(section.key).base) dropped.push({ path, title: section.title });
		}
	}
	return dropped;
}

function isQuestion(key: string): boolean {
	return key.startsWith('question:');
}
