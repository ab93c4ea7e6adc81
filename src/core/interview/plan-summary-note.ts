import { noteLanguageOf, notesOfType } from '../schema/note-type';
import type { NoteIndex } from '../vault/note-index';
import { folderOf } from '../vault/note-path';
import type { VaultEdit } from '../vault/vault-edit';
import { printSummary } from './print-summary';
import type { InterviewSummary } from './summary';

const FOLDERS = { zh: '面试记录', en: 'Interviews' } as const;
const NAMES = { zh: '面试', en: 'Interview' } as const;

/** What the name of an interview's note is made of. */
export interface SummaryName {
	/** Local time with its zone, `2026-11-20T21:04:05+08:00`. */
	readonly time: string;
	/** 1 for the first note of a minute; a host counts up while a file of the name stands. */
	readonly number: number;
}

/** Plans the note of an interview, beside the folder of the attempts: `面试记录/面试 2026-11-20 2104.md`. */
export function planSummaryNote(
	index: NoteIndex,
	summary: InterviewSummary,
	{ time, number }: SummaryName,
): VaultEdit & { readonly kind: 'create' } {
	const language = noteLanguageOf(index);
	const home = notesOfType(index, 'home')[0];
	const root = home ? folderOf(home.path) : '';
	const day = time.slice(0, 10);
	const minute = time.slice(11, 16).replace(':', '');
	const name = [NAMES[language], day, minute, ...(number > 1 ? [`(${number})`] : [])].join(' ');
	const path = [...(root === '' ? [] : [root]), FOLDERS[language], `${name}.md`].join('/');
	const seed = summary.seed === undefined ? [] : [`seed: ${summary.seed}`];
	const head = ['---', 'type: interview', `date: ${day}`, ...seed, '---', ''];
	return { kind: 'create', path, text: [...head, printSummary(index, summary, path)].join('\n') };
}
