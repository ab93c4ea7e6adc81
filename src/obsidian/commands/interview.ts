import { Notice } from 'obsidian';
import type { Command } from 'obsidian';
import { questionsOf, referenceAnswerOf, selectQuestions } from '../../core/index';
import type { NotePath } from '../../core/index';
import { InterviewModal } from '../interview-modal';
import type { InterviewHost } from '../interview-modal';
import type { PluginContext } from '../plugin-context';
import { recordOutcome } from '../record-outcome';
import { startWork } from '../report-failure';
import { activeNotePath } from './active-note';

/** Asks the questions of the note that is open, weak ones first. */
export function interviewCommand(context: PluginContext): Command {
	const host: InterviewHost = {
		translate: context.translate,
		drafts: new Map(),
		record: (question, attempt, ownAnswer) => recordOutcome(context, question, attempt, ownAnswer),
	};
	return {
		id: 'interview-on-note',
		name: context.translate('plugin.command.interview'),
		checkCallback: checking => {
			const path = activeNotePath(context);
			if (path === undefined) return false;
			if (!checking) startWork(context.translate, () => openInterview(context, host, path));
			return true;
		},
	};
}

async function openInterview(
	context: PluginContext,
	host: InterviewHost,
	path: NotePath,
): Promise<void> {
	const index = await context.notes.read();
	const note = index.find(path);
	const questions = note
		? selectQuestions(questionsOf(note).tracked, { order: 'weak-first', seed: 0 })
		: [];
	if (!note || questions.length === 0) {
		new Notice(context.translate('plugin.note.no-questions'));
		return;
	}
	const items = questions.map(question => ({
		question,
		answer: referenceAnswerOf(note, question),
	}));
	context.modals.show(new InterviewModal(context.app, items, host));
}
