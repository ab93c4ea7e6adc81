import { Notice } from 'obsidian';
import { planCellQuestion, planTracking, untrackedQuestions } from '../core/index';
import type { EmptyCell, Note, NoteIndex, NotePath, UntrackedQuestion } from '../core/index';
import type { PluginContext } from './plugin-context';

/** Which of a note's untracked questions are meant. */
export type WantsQuestion = (question: UntrackedQuestion) => boolean;

/** Gives untracked questions of a note their line with an id, and says how many; in any note of the reader's. */
export async function trackQuestions(
	{ writer, translate }: PluginContext,
	path: NotePath,
	wants: WantsQuestion = () => true,
): Promise<void> {
	let count = 0;
	await writer.change(path, (note, ours) => {
		const index = withNote(ours, note);
		const lines = untrackedQuestions(index, path)
			.filter(wants)
			.map(({ line }) => line);
		const [edit] = planTracking(index, path, lines);
		const edits = edit?.kind === 'change' ? edit.edits : [];
		count = edits.length;
		return edits;
	});
	new Notice(translate(count === 0 ? 'plugin.track.none' : 'plugin.track.done', { count }));
}

/** Writes an empty cell of a comparison down as an open question of its note. */
export async function trackCell({ writer }: PluginContext, cell: EmptyCell): Promise<void> {
	await writer.change(cell.path, (_, index) => {
		const [edit] = planCellQuestion(index, cell);
		return edit?.kind === 'change' ? edit.edits : [];
	});
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
