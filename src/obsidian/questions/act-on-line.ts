import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { trackQuestions } from '../track-questions';
import {
	changeStatus,
	chooseStatus,
	goToRow,
	interviewOnGroup,
	interviewOnRow,
	interviewOnRows,
	trackRow,
} from './question-actions';
import type { QuestionRow } from './question-row';
import type { RowGroup } from './row-group';

/** A button of the list that was pressed. */
export interface PressedButton {
	readonly button: HTMLElement;
	/** Its `data-action`. */
	readonly action: string;
	/** Key of the row or group in which it stands. */
	readonly key: string;
}

/** The button in which an event happened, if it is one that does something. */
export function pressedButton({ target }: Event): PressedButton | undefined {
	// Not by `instanceof`: a view in a window of its own has other classes.
	if (target === null || !('closest' in target)) return undefined;
	const button = (target as Element).closest<HTMLElement>('[data-action]');
	const key = button?.closest<HTMLElement>('[data-key]')?.dataset['key'];
	const action = button?.dataset['action'];
	return button && key !== undefined && action !== undefined ? { button, action, key } : undefined;
}

/** Does what a button of a row stands for. */
export function actOnRow(
	context: PluginContext,
	row: QuestionRow,
	{ action, button }: PressedButton,
): void {
	const { translate } = context;
	if (action === 'go') startWork(translate, () => goToRow(context, row));
	else if (action === 'interview') startWork(translate, () => interviewOnRow(context, row));
	else if (action === 'track') startWork(translate, () => trackRow(context, row));
	else if (action === 'status') {
		chooseStatus(button, context, row, status => {
			startWork(translate, () => changeStatus(context, row, status));
		});
	}
}

/** A button of a heading, and whether something is looked for, so that its group is shown in part. */
interface GroupAction {
	readonly action: string;
	readonly isPart: boolean;
}

/** Does what a button of a heading stands for, folding apart. */
export function actOnGroup(
	context: PluginContext,
	group: RowGroup,
	{ action, isPart }: GroupAction,
): void {
	const { translate } = context;
	const { path } = group;
	if (action === 'interview') {
		const start = isPart ? interviewOnRows : interviewOnGroup;
		startWork(translate, () => start(context, group));
	} else if (action === 'track' && path !== undefined) {
		startWork(translate, () => trackQuestions(context, path));
	}
}
