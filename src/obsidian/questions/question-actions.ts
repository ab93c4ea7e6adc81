import { Menu } from 'obsidian';
import { findQuestion, planStatusEdit, questionsOf, selectQuestions } from '../../core/index';
import type { NoteIndex, Question, QuestionStatus } from '../../core/index';
import { sentenceCase } from '../../i18n/index';
import { openInterview } from '../interview/open-interview';
import type { PluginContext } from '../plugin-context';
import { readAnyNote } from '../read-any-note';
import { showPlace } from '../show-place';
import { trackCell, trackQuestions } from '../track-questions';

import type { QuestionRow } from './question-row';
import type { RowGroup } from './row-group';
import { findQuestionOfRow, findUntracked, placesOfQuestions } from './row-place';
import type { FoundQuestion } from './row-place';

/** Goes to a question where it stands now; where that is in doubt, to where it was drawn. */
export async function goToRow(context: PluginContext, row: QuestionRow): Promise<void> {
	const found = row.id === '' ? undefined : findQuestionOfRow(await indexWith(context, row), row);
	const { path, line } = found?.question ?? (await untrackedOf(context, row)) ?? row;
	await showPlace(context.app, path, line);
}

/** All our notes, and the one of the row, which may be none of them. */
async function indexWith({ notes }: PluginContext, { path }: QuestionRow): Promise<NoteIndex> {
	await notes.readOnly([path]);
	return notes.read();
}

async function untrackedOf(context: PluginContext, row: QuestionRow) {
	const note = row.id === '' ? await readAnyNote(context, row.path) : undefined;
	return note && findUntracked(questionsOf(note).untracked, row);
}

/** Gives a question another status. */
export async function changeStatus(
	context: PluginContext,
	row: QuestionRow,
	status: QuestionStatus,
): Promise<void> {
	const index = await indexWith(context, row);
	const { path } = surely(context, row, findQuestionOfRow(index, row));
	await context.writer.change(path, (_, index) => {
		const found = findQuestionOfRow(index, { ...row, path });
		return planStatusEdit(surely(context, row, found).checkbox, status);
	});
}

/** The question that is meant and no other; a sentence for the reader if that cannot be known. */
function surely({ translate }: PluginContext, { id }: QuestionRow, found: FoundQuestion): Question {
	if (found.question) return found.question;
	const places = placesOfQuestions(found.candidates);
	throw new Error(
		places === ''
			? translate('plugin.question.gone', { id })
			: translate('plugin.question.duplicate', { id, places }),
	);
}

const STATUSES: readonly QuestionStatus[] = ['open', 'shaky', 'solid', 'not-for-me'];

/** Lets the reader choose a status below a button. */
export function chooseStatus(
	button: HTMLElement,
	{ translate }: PluginContext,
	row: QuestionRow,
	choose: (status: QuestionStatus) => void,
): void {
	const menu = new Menu();
	for (const status of STATUSES) {
		menu.addItem(item => {
			item.setTitle(sentenceCase(translate(`status.${status}`))).setChecked(status === row.status);
			item.onClick(() => choose(status));
		});
	}
	const { left, bottom } = button.getBoundingClientRect();
	menu.showAtPosition({ x: left, y: bottom }, button.ownerDocument);
}

/** Gives a row without an id its line and id. */
export async function trackRow(context: PluginContext, row: QuestionRow): Promise<void> {
	if (row.cell) return trackCell(context, row.cell);
	const line = (await untrackedOf(context, row))?.line ?? row.line;
	await trackQuestions(context, row.path, question => question.line === line);
}

/** Starts an interview on one question. */
export async function interviewOnRow(context: PluginContext, row: QuestionRow): Promise<void> {
	const index = await indexWith(context, row);
	const question = surely(context, row, findQuestionOfRow(index, row));
	const { path, id } = question;
	const asked = findQuestion(index, path, id);
	// An interview knows questions by their ids alone: it would ask, and rate, the other one.
	if (asked && asked.line !== question.line) {
		surely(context, row, { question: undefined, candidates: [asked, question] });
	}
	await openInterview(context, { kind: 'questions', references: [{ path, id }] });
}

/** Starts an interview on the questions of a group that are shown, weak ones first, as on the whole group. */
export async function interviewOnRows(context: PluginContext, group: RowGroup): Promise<void> {
	const { notes } = context;
	const rows = rowsIn(group).filter(({ id }) => id !== '');
	await notes.readOnly([...new Set(rows.map(({ path }) => path))]);
	const index = await notes.read();
	const questions = rows.flatMap(row => findQuestionOfRow(index, row).question ?? []);
	const asked = selectQuestions(questions, { order: 'weak-first', seed: 0 });
	const references = asked.map(({ path, id }) => ({ path, id }));
	await openInterview(context, { kind: 'questions', references });
}

function rowsIn({ rows, groups }: RowGroup): QuestionRow[] {
	return [...groups.flatMap(rowsIn), ...rows];
}

/** Starts an interview on a technology or a category. */
export async function interviewOnGroup(
	context: PluginContext,
	{ kind, path, category }: RowGroup,
): Promise<void> {
	if (kind === 'category' && category !== undefined) {
		return openInterview(context, {
			kind: 'scope',
			scope: { kind: 'category', category },
			start: true,
		});
	}
	if (path === undefined) return;
	await openInterview(context, {
		kind: 'scope',
		scope: { kind: 'notes', paths: [path] },
		start: true,
	});
}
