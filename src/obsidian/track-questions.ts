import { MarkdownView, Notice } from 'obsidian';
import type { App } from 'obsidian';
import {
	isNotePath,
	parseNote,
	planCellQuestion,
	planTracking,
	untrackedQuestions,
} from '../core/index';
import type { EmptyCell, Note, NoteIndex, NotePath, UntrackedQuestion } from '../core/index';
import { isEditing } from './open-editor';
import type { PluginContext } from './plugin-context';

/** Which of a note's untracked questions are meant. */
export type WantsQuestion = (question: UntrackedQuestion) => boolean;

/** Gives untracked questions of a note their line with an id, and says how many; in any note of the reader's. */
export async function trackQuestions(
	context: PluginContext,
	path: NotePath,
	wants: WantsQuestion = () => true,
): Promise<void> {
	let count = 0;
	let left = 0;
	// Whoever shows questions hears of what is written into it, wherever it stands.
	await context.notes.readOnly([path]);
	await context.writer.change(path, (note, ours) => {
		const index = withNote(ours, note);
		const lines = untrackedQuestions(index, path)
			.filter(wants)
			.map(({ line }) => line);
		const [edit] = planTracking(index, path, lines, idsElsewhere(context, path));
		const edits = edit?.kind === 'change' ? edit.edits : [];
		count = edits.length;
		left = lines.length - count;
		return edits;
	});
	new Notice(tellTracked(context, path, { count, left }));
}

/** Writes an empty cell of a comparison down as an open question of its note; says why if it cannot. */
export async function trackCell(context: PluginContext, cell: EmptyCell): Promise<void> {
	const { writer, translate } = context;
	const { path, prompt } = cell;
	let isThere = false;
	const isWritten = await writer.change(path, (note, index) => {
		isThere = note.structure.headings.some(({ text }) => text === prompt);
		const [edit] = planCellQuestion(index, cell, idsElsewhere(context, path));
		return edit?.kind === 'change' ? edit.edits : [];
	});
	if (isWritten) return;
	new Notice(translate(isThere ? 'plugin.track.none' : 'plugin.track.no-place', { path }));
}

function tellTracked(
	{ notes, settings, translate }: PluginContext,
	path: NotePath,
	{ count, left }: { readonly count: number; readonly left: number },
): string {
	if (count + left === 0) return translate('plugin.track.none');
	const folder = settings.folder();
	const told = [
		...(count > 0 ? [translate('plugin.track.done', { count })] : []),
		...(left > 0 ? [translate('plugin.track.left', { count: left })] : []),
		...(count > 0 && !notes.contains(path)
			? [translate('plugin.track.outside', { path, folder })]
			: []),
	];
	return told.join('\n');
}

/** Our notes with one more, which may lie outside of our folder: an id must be unique among all of them. */
function withNote(index: NoteIndex, note: Note): NoteIndex {
	const others = index.notes().filter(({ path }) => path !== note.path);
	return {
		...index,
		notes: () => [...others, note],
		find: path => (path === note.path ? note : index.find(path)),
	};
}

/** Block ids in notes outside of our folder, as Obsidian knows them and as their editors show them. */
function idsElsewhere({ app, notes }: PluginContext, path: NotePath): string[] {
	const isElsewhere = (other: string): boolean => other !== path && !notes.contains(other);
	const known = app.vault
		.getMarkdownFiles()
		.filter(file => isElsewhere(file.path))
		.flatMap(file => Object.keys(app.metadataCache.getFileCache(file)?.blocks ?? {}));
	return [...known, ...idsInEditors(app, isElsewhere)];
}

/** What was tracked a moment ago is in no file yet. */
function idsInEditors(app: App, isElsewhere: (path: string) => boolean): string[] {
	return app.workspace.getLeavesOfType('markdown').flatMap(({ view }) => {
		if (!(view instanceof MarkdownView) || !view.file || !isNotePath(view.file.path)) return [];
		const { path } = view.file;
		if (!isElsewhere(path)) return [];
		const text = isEditing(view) ? view.editor.getValue() : view.getViewData();
		return parseNote(path, text).structure.blockIds.map(({ id }) => id);
	});
}
