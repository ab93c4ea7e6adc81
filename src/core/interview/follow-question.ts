import type { QuestionReference } from '../questions/question';
import { currentReference } from './session';
import type { InterviewSession } from './session';

/** Remembers the note in which the question on the screen was found: its old name says nothing to somebody who renamed it. */
export function followQuestion(
	session: InterviewSession,
	{ path, id }: QuestionReference,
): InterviewSession {
	const reference = currentReference(session);
	if (reference?.id !== id || reference.path === path) return session;
	const questions = session.questions.map(one => (one === reference ? { path, id } : one));
	return { ...session, questions };
}
