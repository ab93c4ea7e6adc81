import { Menu } from 'obsidian';
import { locateQuestion, planStatusEdit, findQuestion, untrackedQuestions } from '../../core/index';
import type { NoteIndex, NotePath, QuestionStatus } from '../../core/index';
import { openInterview } from '../interview/open-interview';
import type { PluginContext } from '../plugin-context';
import { showPlace } from '../show-place';
import { trackCell, trackQuestions } from '../track-questions';
import type { QuestionRow } from './question-row';
import type { RowGroup } from './row-group';

/** Goes to a question where it stands now. */
export async function goToRow({ app, notes }: PluginContext, row: QuestionRow): Promise<void> {
	const place = placeOf(await notes.read(), row);
	await showPlace(app, place.path, place.line);
}

/** A row was drawn a moment ago; since then its question may have moved. */
function placeOf(index: NoteIndex, { id, path, prompt, line }: QuestionRow): RowPlace {
	if (id !== '') return locateQuestion(index, { path, id }) ?? { path, line };
	const found = untrackedQuestions(index, path).filter(question => question.prompt === prompt);
	return found.find(question => question.line === line) ?? found[0] ?? { path, line };
}

interface RowPlace {
	readonly path: NotePath;
	readonly line: number;
}

/** Gives a question another status. */
export async function changeStatus(
	{ notes, writer, translate }: PluginContext,
	{ id, path }: QuestionRow,
	status: QuestionStatus,
): Promise<void> {
	const question = locateQuestion(await notes.read(), { path, id });
	if (!question) throw new Error(translate('plugin.question.gone', { id }));
	await writer.change(question.path, (_, index) => {
		const current = findQuestion(index, question.path, id);
		return current ? planStatusEdit(current.checkbox, status) : [];
	});
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
			item.setTitle(translate(`status.${status}`)).setChecked(status === row.status);
			item.onClick(() => choose(status));
		});
	}
	const { left, bottom } = button.getBoundingClientRect();
	menu.showAtPosition({ x: left, y: bottom }, button.ownerDocument);
}

/** Gives a row without an id its line and id. */
export async function trackRow(context: PluginContext, row: QuestionRow): Promise<void> {
	if (row.cell) return trackCell(context, row.cell);
	const { line } = placeOf(await context.notes.read(), row);
	await trackQuestions(context, row.path, question => question.line === line);
}

/** Starts an interview on one question. */
export function interviewOnRow(context: PluginContext, { path, id }: QuestionRow): Promise<void> {
	return openInterview(context, { kind: 'questions', references: [{ path, id }] });
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
