import { canvasInFolder } from '../maps/canvas';
import { basePaths, planBase } from '../maps/plan-base';
import { canvasCandidates, isStackCanvas, planCanvas, stackCanvasPath } from '../maps/plan-canvas';
import { planVaultInSteps } from '../regions/refresh-vault';
import { finishSteps } from '../text/steps';
import type { Steps } from '../text/steps';
import { applyEdits } from '../text/text-edit';
import { parseNote } from '../vault/note';
import type { Note } from '../vault/note';
import { createNoteIndex } from '../vault/note-index';
import type { LiveNoteIndex, NoteIndex } from '../vault/note-index';
import { isNotePath } from '../vault/note-path';
import type { NotePath } from '../vault/note-path';
import type { VaultEdit } from '../vault/vault-edit';
import type { FileChange } from './backup';
import { isTaken } from './find-shipped';
import { lookAroundInSteps } from './look-around';
import type { UpgradeRefusal } from './look-around';
import { planMigration } from './migrations';
import { hashWhole } from './part-hash';
import { planUpgradeInSteps } from './plan-upgrade';
import type { UpgradePlan, UpgradeRequest } from './plan-upgrade';
import { planUpgradeReport } from './upgrade-report';

/** What an update is planned from. */
export interface UpdateRequest extends UpgradeRequest {
	/** Text of a file that is no note; undefined if it is not there. */
	readonly textOf: (path: string) => string | undefined;
	/** Names of all files that are no notes. */
	readonly otherFiles: readonly string[];
	/** `2026-11-20`, for the name of the report. */
	readonly date: string;
}

/** All that an update writes. */
export interface UpdatePlan {
	readonly kind: 'planned';
	readonly upgrade: UpgradePlan;
	/** In the order in which they are to be written: the home note, which tells the release, is the last. */
	readonly changes: readonly FileChange[];
	/** Path of the upgrade report, if there is one. */
	readonly report: NotePath | undefined;
}

/**
 * Plans a whole update: format, shipped notes and files, the report, and then all regions, each file written once.
 */
export function planUpdate(request: UpdateRequest): UpdatePlan | UpgradeRefusal {
	return finishSteps(planUpdateInSteps(request));
}

/** The same in short steps, on the notes as they are at the first one. */
export function* planUpdateInSteps(request: UpdateRequest): Steps<UpdatePlan | UpgradeRefusal> {
	const notes = request.index.notes();
	const index = createNoteIndex(notes, request.otherFiles);
	const around = yield* lookAroundInSteps(index, request.shipped, request.releases);
	if ('kind' in around) return around;
	for (const { path, text } of planMigration(index)) index.set(parseNote(path, text));
	const upgrade = yield* planUpgradeInSteps({ ...request, index });
	if (upgrade.kind !== 'planned') return upgrade;
	const files = planFiles(request, around.vaultRelease.files, around.places.prefix);
	for (const path of files.keys()) index.addFile(path);
	yield* applyTo(index, upgrade.edits);
	const report = planUpgradeReport(index, upgrade, around.places.prefix, request.date);
	if (report) index.set(parseNote(report.path, report.text));
	const isKept = ({ path }: VaultEdit): boolean => request.choiceFor(path) === 'keep';
	const refresh = yield* planVaultInSteps(index);
	yield* applyTo(
		index,
		refresh.edits.filter(edit => !isKept(edit)),
	);
	drawMaps(index, request, files);
	const homePath = around.found.get('home')?.parts.note.path;
	const changes = [...changedFiles(files, request), ...changedNotes(notes, index)];
	const isHome = ({ path }: FileChange): boolean => path === homePath;
	return {
		kind: 'planned',
		upgrade,
		changes: [...changes.filter(change => !isHome(change)), ...changes.filter(isHome)],
		report: report?.path,
	};
}

/** Applies edits to what was read. */
function* applyTo(index: LiveNoteIndex, edits: readonly VaultEdit[]): Steps<void> {
	for (const edit of edits) {
		const text =
			edit.kind === 'create'
				? edit.text
				: applyEdits(index.find(edit.path)?.text ?? '', edit.edits);
		index.set(parseNote(edit.path, text));
		yield;
	}
}

/**
 * New texts of shipped files that are no notes: a new one where nothing stands, and one that the reader left as it was.
 * What the reader changed or deleted stays so.
 */
function planFiles(
	{ index, shipped, releases, textOf }: UpdateRequest,
	had: ReadonlyMap<string, string>,
	prefix: string,
): Map<string, string> {
	const planned = new Map<string, string>();
	for (const [path, text] of Object.entries(shipped)) {
		if (path.startsWith('.') || isNotePath(path)) continue;
		const current = textOf(prefix + path);
		if (current === undefined) {
			const folder = prefix.replace(/\/$/, '');
			const placed = path.endsWith('.canvas') ? canvasInFolder(text, folder) : text;
			if (!had.has(path) && !isTaken(index, prefix + path)) planned.set(prefix + path, placed);
			continue;
		}
		const hash = hashWhole(current);
		const isUntouched = releases.some(({ files }) => files.get(path) === hash);
		if (isUntouched && hash !== hashWhole(text)) planned.set(prefix + path, text);
	}
	return planned;
}

/** The canvas of the stack and the bases follow the notes, as a refresh would have it. */
function drawMaps(index: NoteIndex, { textOf }: UpdateRequest, files: Map<string, string>): void {
	const currentText = (path: string): string | undefined => files.get(path) ?? textOf(path);
	const canvas =
		canvasCandidates(index, '').find(path => isStackCanvas(currentText(path) ?? '')) ??
		stackCanvasPath(index, '');
	const drawing = currentText(canvas);
	const plan = drawing === undefined ? undefined : planCanvas(index, drawing);
	if (plan?.kind === 'write') files.set(canvas, plan.text);
	for (const path of basePaths(index)) {
		const base = planBase(index, currentText(path) ?? '');
		if (base.kind === 'write') files.set(path, base.text);
	}
}

function changedFiles(files: ReadonlyMap<string, string>, { textOf }: UpdateRequest): FileChange[] {
	return [...files]
		.map(([path, after]) => ({ path, before: textOf(path), after }))
		.filter(({ before, after }) => before !== after);
}

function changedNotes(before: readonly Note[], after: NoteIndex): FileChange[] {
	const texts = new Map(before.map(({ path, text }) => [path, text]));
	return after.notes().flatMap(({ path, text }) => {
		const old = texts.get(path);
		return old === text ? [] : [{ path, before: old, after: text }];
	});
}
