import {
	currentReference,
	findQuestion,
	locateQuestion,
	referenceAnswerOf,
} from '../../core/index';
import type { InterviewSession, Note, Question, ReferenceAnswer } from '../../core/index';
import type { PluginContext } from '../plugin-context';

/** The question that is on the screen, as its note stands now. */
export interface ShownQuestion {
	readonly question: Question;
	/** The callout as it is written; what is shown of it is out of date when this changes. */
	readonly answerText: string;
	/** Parsed when it is first wanted: a question alone shall not wait for it. */
	readonly reference: () => ReferenceAnswer | undefined;
}

/**
 * Finds the question of a session wherever it is now; undefined if it is gone.
 *
 * Its own note is read first and the others only if it is not there any more. An answer that was parsed for `previous`
 * is not parsed again.
 */
export async function findShown(
	context: PluginContext,
	session: InterviewSession,
	previous?: ShownQuestion,
): Promise<ShownQuestion | undefined> {
	const reference = currentReference(session);
	if (!reference) return undefined;
	const { path, id } = reference;
	const near = await context.notes.readOnly([path]);
	const question =
		findQuestion(near, path, id) ?? locateQuestion(await context.notes.read(), reference);
	const note = question && near.find(question.path);
	return note && question ? showQuestion(note, question, previous) : undefined;
}

function showQuestion(note: Note, question: Question, previous?: ShownQuestion): ShownQuestion {
	const { answer } = question;
	const answerText = answer ? note.text.slice(answer.range.start, answer.range.end) : '';
	if (previous?.answerText === answerText) {
		return { question, answerText, reference: previous.reference };
	}
	let reference: ReferenceAnswer | undefined;
	return {
		question,
		answerText,
		reference: () => (reference ??= referenceAnswerOf(note, question)),
	};
}
