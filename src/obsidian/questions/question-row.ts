import { attemptsNotes, categoryOf, emptyCells, lastAttempts, questionsOf } from '../../core/index';
import type {
	Attempt,
	EmptyCell,
	Note,
	NoteIndex,
	NotePath,
	Question,
	QuestionKind,
	QuestionStatus,
} from '../../core/index';

/** Status of a row; the last two are questions that have no id yet. */
export type RowStatus = QuestionStatus | 'untracked' | 'empty-cell';

/** One line of the list of questions. */
export interface QuestionRow {
	/** The same row after a change has the same key. */
	readonly key: string;
	readonly status: RowStatus;
	readonly path: NotePath;
	/** Title of the note. */
	readonly technology: string;
	readonly category: string | undefined;
	readonly kind: QuestionKind;
	readonly level: number | undefined;
	readonly stars: number;
	readonly prompt: string;
	/** Empty for a question without an id. */
	readonly id: string;
	/** Line in the note; 1 for an empty cell. */
	readonly line: number;
	readonly answered: boolean;
	/** Everything that a search looks at, folded. */
	readonly searched: string;
	readonly cell?: EmptyCell;
}

/** All rows, and the last attempt at each question by its id. */
export interface QuestionRows {
	readonly rows: readonly QuestionRow[];
	readonly last: ReadonlyMap<string, Attempt>;
	/** Categories of the rows, each once. */
	readonly categories: readonly string[];
}

/** Text as a search compares it: case and width of letters make no difference. */
export function foldText(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}

/** Reads rows from an index; a note that did not change since the last time is not looked through again. */
export function createRowSource(): (index: NoteIndex) => QuestionRows {
	const rowsByNote = new WeakMap<Note, readonly QuestionRow[]>();
	let attemptNotes: readonly Note[] = [];
	let last: ReadonlyMap<string, Attempt> = new Map();
	return index => {
		const rows = index.notes().flatMap(note => {
			const kept = rowsByNote.get(note) ?? rowsOf(note);
			rowsByNote.set(note, kept);
			return kept;
		});
		for (const cell of emptyCells(index)) rows.push(rowOfCell(index, cell));
		const notes = attemptsNotes(index);
		if (notes.length !== attemptNotes.length || notes.some((note, i) => note !== attemptNotes[i])) {
			attemptNotes = notes;
			last = lastAttempts(index);
		}
		const categories = new Set(rows.flatMap(({ category }) => (category ? [category] : [])));
		return { rows, last, categories: [...categories] };
	};
}

function rowsOf(note: Note): QuestionRow[] {
	const { tracked, untracked } = questionsOf(note);
	const keys = new Map<string, number>();
	// Two questions of one note may have the same id or prompt by mistake.
	const unique = (key: string): string => {
		const count = (keys.get(key) ?? 0) + 1;
		keys.set(key, count);
		return count === 1 ? key : `${key}\n${count}`;
	};
	const common = { path: note.path, technology: note.title, category: categoryOf(note) };
	return [
		...tracked.map(question => ({
			...common,
			...pickFrom(question),
			key: unique(`${note.path}\n^${question.id}`),
			searched: foldText([question.prompt, question.topic, question.id, note.title].join('\n')),
		})),
		...untracked.map(({ prompt, kind, line }) => ({
			...common,
			...WITHOUT_LINE,
			...{ prompt, kind, line },
			status: 'untracked' as const,
			key: unique(`${note.path}\n?${prompt}`),
			searched: foldText(`${prompt}\n${note.title}`),
		})),
	];
}

const WITHOUT_LINE = { id: '', level: undefined, stars: 0, answered: false };

function pickFrom({ id, status, kind, level, stars, prompt, line, answered }: Question) {
	return { id, status, kind, level, stars, prompt, line, answered };
}

function rowOfCell(index: NoteIndex, cell: EmptyCell): QuestionRow {
	const { path, prompt, criterion } = cell;
	const note = index.find(path);
	return {
		...WITHOUT_LINE,
		...{ path, prompt, cell, line: 1, kind: 'comparison' as const },
		technology: note?.title ?? path,
		category: note && categoryOf(note),
		status: 'empty-cell',
		key: `${path}\n|${criterion}`,
		searched: foldText(`${prompt}\n${note?.title ?? ''}`),
	};
}
