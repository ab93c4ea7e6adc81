import { Platform } from 'obsidian';
import type { App } from 'obsidian';
import { nextTask } from '../next-task';
import { QuestionsView } from './questions-view';
import { QUESTIONS_VIEW } from './questions-view-type';

/** Shows the list of questions: where it is open already, else in a side pane, on a phone in a tab. */
export async function openQuestions({ workspace }: App): Promise<void> {
	const open = workspace.getLeavesOfType(QUESTIONS_VIEW)[0];
	const side = Platform.isPhone ? null : workspace.getRightLeaf(false);
	const leaf = open ?? side ?? workspace.getLeaf('tab');
	if (!open) await leaf.setViewState({ type: QUESTIONS_VIEW, active: true });
	await leaf.loadIfDeferred();
	await workspace.revealLeaf(leaf);
	workspace.setActiveLeaf(leaf, { focus: true });
	// Where a finger taps, a keyboard would come up over the list.
	if (Platform.isMobile || !(leaf.view instanceof QuestionsView)) return;
	// A pane that just came is laid out when the focus moves.
	await nextTask();
	leaf.view.focusSearch();
}
