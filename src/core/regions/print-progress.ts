import { inertText } from '../markdown/inert-text';
import { printTable } from '../markdown/table';
import { questionsOf } from '../questions/question';
import { askingNotes, progressByCategory } from '../questions/progress-by-category';
import { questionKindName, QUESTION_KINDS } from '../questions/question-kind';
import { countProgress, progressOfNote, reportProgress, sumProgress } from '../questions/progress';
import type { Progress } from '../questions/progress';
import { categoryName, categoryOrder } from '../schema/category';
import { noteTypeOf } from '../schema/note-type';
import type { NoteLanguage } from '../schema/note-type';
import { compareText } from '../text/compare-text';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { RegionContext } from './region-context';

interface Words {
	readonly category: string;
	readonly kind: string;
	readonly note: string;
	readonly counts: readonly string[];
	readonly all: string;
	readonly none: string;
}

const WORDS: Readonly<Record<NoteLanguage, Words>> = {
	zh: {
		category: '类别',
		kind: '题型',
		note: '笔记',
		counts: ['总数', '待答', '不稳', '扎实'],
		all: '合计',
		none: '未分类',
	},
	en: {
		category: 'Category',
		kind: 'Kind',
		note: 'Note',
		counts: ['Total', 'Open', 'Shaky', 'Solid'],
		all: 'All',
		none: 'No category',
	},
};

/**
 * Open, shaky and solid of the total, and a row for all: by note for `progress:CATEGORY`, on a technology or concept its
 * own questions by kind, on any other note those of the vault by category.
 */
export function printProgress(context: RegionContext): string {
	const { index, note, language, argument } = context;
	if (argument !== '') return printByNote(context);
	const type = noteTypeOf(note);
	return type === 'technology' || type === 'concept'
		? // Lines of the reader may be about to leave a region: the index has the note as it will be.
			printByKind(index.find(note.path) ?? note, language)
		: printByCategory(index, language);
}

function printByKind(note: Note, language: NoteLanguage): string {
	const { kind, counts, all } = WORDS[language];
	const questions = questionsOf(note).tracked;
	const { byKind } = reportProgress(questions);
	const rows = QUESTION_KINDS.flatMap(known => {
		const progress = byKind[known];
		return progress ? [printRow(questionKindName(known, language), progress)] : [];
	});
	return printTable([kind, ...counts], [...rows, printRow(all, countProgress(questions))]);
}

function printByNote({ index, language, argument }: RegionContext): string {
	const words = WORDS[language];
	const asking = askingNotes(index, argument).flatMap(note => {
		const progress = progressOfNote(note);
		return progress ? [{ title: note.title, progress }] : [];
	});
	// Titles, no links: each would be one more line in the graph between notes that say nothing of each other.
	const rows = asking.map(({ title, progress }) => printRow(title, progress));
	const all = sumProgress(asking.map(({ progress }) => progress));
	return printTable([words.note, ...words.counts], [...rows, printRow(words.all, all)]);
}

function printByCategory(index: NoteIndex, language: NoteLanguage): string {
	const { category: title, counts, all, none } = WORDS[language];
	const parts = [...progressByCategory(index)].sort(
		([a], [b]) => categoryOrder(a) - categoryOrder(b) || compareText(a, b),
	);
	const rows = parts.map(([category, progress]) =>
		printRow(category === 'none' ? none : categoryName(category, language), progress),
	);
	const sum = sumProgress(parts.map(([, progress]) => progress));
	return printTable([title, ...counts], [...rows, printRow(all, sum)]);
}

function printRow(name: string, { total, open, shaky, solid }: Progress): string[] {
	return [inertText(name), ...[total, open, shaky, solid].map(String)];
}
