import {
	attemptsNotes,
	categoryOf,
	emptyCells,
	lastAttempts,
	plainText,
	questionsOf,
} from '../../core/index';
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
	/** As the heading has it. */
	readonly prompt: string;
	/** The prompt as a person reads it, without the marks of Markdown. */
	readonly words: string;
	/** Empty for a question without an id. */
	readonly id: string;
	/** Line in the note; 1 for an empty cell. */
	readonly line: number;
	readonly answered: boolean;
	/** Everything that a search looks at, folded. */
	readonly searched: string;
	readonly cell?: EmptyCell;
	/** True in a note that is none of ours. */
	readonly isElsewhere?: boolean;
}

/** All rows, and the last attempt at each question by its id. */
export interface QuestionRows {
	readonly rows: readonly QuestionRow[];
	readonly last: ReadonlyMap<string, Attempt>;
	/** Categories of the rows, each once; an empty one stands for none. */
	readonly categories: readonly string[];
}

/** Reads rows from an index. */
export interface RowSource {
	/** All rows; a note that did not change since the last time is not looked through again. */
	read(index: NoteIndex): QuestionRows;
	/** Looks through notes that are new, with a pause after each. */
	prepare(index: NoteIndex, pause: () => Promise<void>): Promise<void>;
}

/** Text as a search compares it: case and width of letters make no difference. */
export function foldText(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}

/** Makes a source that has looked through no note yet. */
export function createRowSource(): RowSource {
	const rowsByNote = new WeakMap<Note, readonly QuestionRow[]>();
	let attemptNotes: readonly Note[] = [];
	let last: ReadonlyMap<string, Attempt> = new Map();
	const rowsIn = (note: Note): readonly QuestionRow[] => {
		const kept = rowsByNote.get(note) ?? rowsOf(note);
		rowsByNote.set(note, kept);
		return kept;
	};
	return {
		read(index) {
			const rows = index.notes().flatMap(rowsIn);
			for (const cell of emptyCells(index)) rows.push(rowOfCell(index, cell));
			const notes = attemptsNotes(index);
			const isSame = notes.every((note, i) => note === attemptNotes[i]);
			if (!isSame || notes.length !== attemptNotes.length) {
				attemptNotes = notes;
				last = lastAttempts(index);
			}
			return { rows, last, categories: [...new Set(rows.map(({ category = '' }) => category))] };
		},
		async prepare(index, pause) {
			for (const note of index.notes()) {
				rowsIn(note);
				await pause();
			}
		},
	};
}

const elsewhereByNote = new WeakMap<Note, readonly QuestionRow[]>();

/** The questions of a note that is none of ours; those without an id only of the one in front. */
export function rowsElsewhere(note: Note, isInFront: boolean): QuestionRow[] {
	const rows =
		elsewhereByNote.get(note) ??
		rowsOf(note).map(row => ({ ...row, key: `elsewhere\n${row.key}`, isElsewhere: true }));
	elsewhereByNote.set(note, rows);
	return rows.filter(({ status }) => isInFront || status !== 'untracked');
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
			searched: searchedOf(question.prompt, note.title, `${question.topic}\n${question.id}`),
		})),
		...untracked.map(({ prompt, kind, line }) => ({
			...common,
			...WITHOUT_LINE,
			...{ prompt, words: wordsOf(prompt), kind, line },
			status: 'untracked' as const,
			key: unique(`${note.path}\n?${prompt}`),
			searched: searchedOf(prompt, note.title),
		})),
	];
}

const WITHOUT_LINE = { id: '', level: undefined, stars: 0, answered: false };

function pickFrom({ id, status, kind, level, stars, prompt, line, answered }: Question) {
	return { id, status, kind, level, stars, prompt, words: wordsOf(prompt), line, answered };
}

/** A heading without its marks, those of code too: in a list nothing is rendered. */
function wordsOf(prompt: string): string {
	return (
		plainText(prompt)
			.replace(/(?=(`+))\1(?:(.*?[^`])\1(?!`))?/g, (run, _, code?: string) => code ?? run)
			.trim() || prompt
	);
}

/** Found is what a person reads and what stands in the note. */
function searchedOf(prompt: string, title: string, more = ''): string {
	return foldText([wordsOf(prompt), prompt, title, more].join('\n'));
}

function rowOfCell(index: NoteIndex, cell: EmptyCell): QuestionRow {
	const { path, prompt, criterion } = cell;
	const note = index.find(path);
	return {
		...WITHOUT_LINE,
		...{ path, prompt, words: prompt, cell, line: 1, kind: 'comparison' as const },
		technology: note?.title ?? path,
		category: note && categoryOf(note),
		status: 'empty-cell',
		key: `${path}\n|${criterion}`,
		searched: searchedOf(prompt, note?.title ?? ''),
	};
}
