import { debounce } from 'obsidian';
import type { Component } from 'obsidian';
import { isNotePath } from '../../core/index';
import type { Note, NotePath } from '../../core/index';
import { seemsToAsk, wasTracked } from '../asking-note';
import { createPause } from '../next-task';
import type { PluginContext } from '../plugin-context';
import { readAnyNote } from '../read-any-note';
import { startWork } from '../report-failure';
import { rowsElsewhere } from './question-row';
import type { QuestionRow } from './question-row';

/** How long it stays quiet in the note before it is looked through, in milliseconds. */
const QUIET = 300;

/**
 * Follows the notes outside of our folder, and tells their rows: the questions that were tracked there, and those
 * without an id in the note in front. Of many thousands of notes only these are read; the cache of the app names them.
 */
export function followNotesElsewhere(
	owner: Component,
	context: PluginContext,
	tell: (rows: readonly QuestionRow[]) => void,
): void {
	const { app, notes, translate } = context;
	let turn = 0;
	let told: readonly QuestionRow[] = [];
	const read = async (): Promise<void> => {
		const mine = ++turn;
		const front = await noteInFront(context);
		const others = (await tracked.paths()).filter(path => path !== front?.path);
		const inFront = front ? rowsElsewhere(front, true) : [];
		const rows = [...inFront, ...(await rowsOf(context, others))];
		const isSame = rows.length === told.length && rows.every((row, i) => row === told[i]);
		if (mine !== turn || isSame) return;
		told = rows;
		tell(rows);
	};
	const update = (): void => startWork(translate, read);
	const updateLater = debounce(update, QUIET, true);
	const tracked = followTracked(owner, context, updateLater);
	const noteChange = (path: string | undefined): void => {
		if (path !== undefined && path === app.workspace.getActiveFile()?.path) updateLater();
	};
	owner.registerEvent(app.workspace.on('file-open', update));
	owner.registerEvent(app.workspace.on('editor-change', (_, { file }) => noteChange(file?.path)));
	owner.registerEvent(app.vault.on('modify', ({ path }) => noteChange(path)));
	// Another folder may make the note in front one of ours.
	owner.register(notes.onChange(update));
	owner.register(() => {
		turn++;
		updateLater.cancel();
	});
	update();
}

/** The notes outside of our folder in which questions were tracked. */
interface TrackedNotes {
	readonly paths: () => Promise<readonly NotePath[]>;
}

/** All notes are asked for once, and again when there is another folder; then each that changes. */
function followTracked(
	owner: Component,
	context: PluginContext,
	onChange: () => void,
): TrackedNotes {
	const { app, notes, settings } = context;
	const found = new Set<NotePath>();
	let searched: { readonly folder: string; readonly end: Promise<void> } | undefined;
	const note = (path: NotePath): void => {
		const isTracked = isNotePath(path) && wasTracked(app, path);
		if (isTracked === found.has(path) || notes.contains(path)) return;
		if (isTracked) found.add(path);
		else found.delete(path);
		onChange();
	};
	owner.registerEvent(app.metadataCache.on('changed', ({ path }) => note(path)));
	owner.registerEvent(app.vault.on('delete', ({ path }) => note(path)));
	owner.registerEvent(
		app.vault.on('rename', ({ path }, oldPath) => {
			note(oldPath);
			note(path);
		}),
	);
	return {
		async paths() {
			const folder = settings.folder();
			if (searched?.folder !== folder) searched = { folder, end: findTracked(context, found) };
			await searched.end;
			return [...found].filter(path => !notes.contains(path));
		},
	};
}

async function noteInFront(context: PluginContext): Promise<Note | undefined> {
	const { app, notes } = context;
	const path = app.workspace.getActiveFile()?.path;
	if (path === undefined || !isNotePath(path) || notes.contains(path)) return undefined;
	// What asks something can be asked, rated and followed from now on.
	if (seemsToAsk(app, path)) return (await notes.readOnly([path])).find(path);
	return readAnyNote(context, path);
}

async function rowsOf(
	{ notes }: PluginContext,
	paths: readonly NotePath[],
): Promise<QuestionRow[]> {
	if (paths.length === 0) return [];
	const index = await notes.readOnly(paths);
	return paths.flatMap(path => {
		const note = index.find(path);
		return note ? rowsElsewhere(note, false) : [];
	});
}

async function findTracked({ app, notes }: PluginContext, found: Set<NotePath>): Promise<void> {
	const pause = createPause();
	for (const { path } of app.vault.getMarkdownFiles()) {
		if (!notes.contains(path) && wasTracked(app, path)) found.add(path);
		await pause();
	}
}
