import { enterResult, makeResult, withoutLastResult } from '../../core/index';
import type { Rating } from '../../core/index';
import { formatLocalTime } from '../local-time';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { recordResult, takeResultBack } from './record-result';
import { findShown } from './shown-question';
import type { ShownQuestion } from './shown-question';

/** Writes a rating and goes on; when that fails, everything stays as it is and can be tried again. */
export function rateQuestion(desk: InterviewDesk, shown: ShownQuestion, rating: Rating): void {
	desk.work(async () => {
		const { session, keepsAnswers } = desk.state();
		if (session?.phase !== 'revealed') return;
		const { question } = (await findShown(desk.context, session)) ?? {};
		if (question?.id !== shown.question.id) {
			// It went away meanwhile: the screen says so, and nothing is written anywhere.
			desk.change({});
			return;
		}
		const words = desk.drafts.read(question.id);
		const kept = keepsAnswers && words.trim() !== '';
		const result = makeResult(question, shown.reference(), {
			rating,
			// The same when it is tried again, so that what was written twice counts once.
			time: formatLocalTime(new Date(session.revealedAt)),
			thinking: session.revealedAt - session.askedAt,
			hits: session.hits,
			asked: session.asked,
		});
		await recordResult(desk.context, question, result, kept ? words : undefined);
		const now = desk.state().session;
		const rated = now && enterResult(now, result);
		// Another interview was begun while this was written; the words are still a draft of that one.
		if (rated === now) return;
		const last = { questionId: question.id, words, kept };
		desk.change({ session: rated, last });
		desk.drafts.remove(question.id);
	});
}

/** True while the last rating can be taken back. */
export function canUndo({ session, last }: InterviewState): boolean {
	return last !== undefined && session?.results.at(-1)?.questionId === last.questionId;
}

/** Takes the last rating back, in the notes and on the screen; the words come back as a draft. */
export function undoLast(desk: InterviewDesk): void {
	desk.work(async () => {
		const state = desk.state();
		const { session, last } = state;
		const result = session?.results.at(-1);
		if (!session || !last || !result || !canUndo(state)) return;
		await takeResultBack(desk.context, result, last.kept ? last.words : undefined);
		if (last.words.trim() !== '' && desk.drafts.read(last.questionId) === '') {
			desk.drafts.write(last.questionId, last.words);
		}
		const now = desk.state().session;
		// Another interview was begun while this was written.
		if (now?.results.at(-1) !== result) return;
		desk.change({ session: withoutLastResult(now), last: undefined });
		desk.say(desk.context.translate('plugin.interview.undone'));
	});
}
