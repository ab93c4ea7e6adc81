import type { Question, QuestionReference } from '../questions/question';
import type { InterviewResult } from './result';

/**
 * Where one question of an interview stands.
 *
 * asking → revealed → rated, then the next question asks; after the last one the interview is finished.
 */
export type InterviewPhase = 'asking' | 'revealed' | 'rated' | 'finished';

/** An interview as a value: a host shows it, keeps it over a restart, and replaces it by the next one. */
export interface InterviewSession {
	readonly questions: readonly QuestionReference[];
	readonly position: number;
	readonly phase: InterviewPhase;
	/** Milliseconds since 1970 at which the question came on the screen. */
	readonly askedAt: number;
	/** When the answer was revealed; 0 before. */
	readonly revealedAt: number;
	/** Positions of the key points that were ticked, in order. */
	readonly hits: readonly number[];
	/** How many follow-ups are on the screen; their short answers show one step later. */
	readonly followUpSteps: number;
	/** What stood in the question's checkbox when it was asked; undefined until a host noted it. */
	readonly asked?: string | undefined;
	readonly results: readonly InterviewResult[];
	/** Seed of the shuffle, shown so that an interview can be had again; undefined when nothing was shuffled. */
	readonly seed?: number | undefined;
	/** No new question after this moment. */
	readonly endsAt?: number | undefined;
}

/** How an interview begins. */
export interface SessionStart {
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly seed?: number | undefined;
	readonly minutes?: number | undefined;
}

/** Begins an interview that asks each question once; without a question it is finished at once. */
export function startSession(
	questions: readonly QuestionReference[],
	{ now, seed, minutes }: SessionStart,
): InterviewSession {
	return {
		questions: [...new Map(questions.map(({ path, id }) => [id, { path, id }])).values()],
		position: 0,
		phase: questions.length === 0 ? 'finished' : 'asking',
		...freshQuestion(now),
		results: [],
		...(seed === undefined ? {} : { seed }),
		...(minutes === undefined ? {} : { endsAt: Math.round(now + minutes * 60_000) }),
	};
}

/** The question that is on the screen; undefined when the interview is finished. */
export function currentReference(session: InterviewSession): QuestionReference | undefined {
	return session.phase === 'finished' ? undefined : session.questions[session.position];
}

/** Notes the checkbox of the question on the screen, once: what is set by hand from then on stays as it is. */
export function noteAsked(session: InterviewSession, question: Question): InterviewSession {
	const isCurrent = currentReference(session)?.id === question.id;
	if (!isCurrent || session.asked !== undefined || session.phase === 'rated') return session;
	return { ...session, asked: question.checkbox.character };
}

/** Reveals the reference answer. */
export function reveal(session: InterviewSession, now: number): InterviewSession {
	if (session.phase !== 'asking') return session;
	return { ...session, phase: 'revealed', revealedAt: now };
}

/** Ticks a key point, or takes the tick back. */
export function toggleKeyPoint(session: InterviewSession, position: number): InterviewSession {
	if (session.phase !== 'revealed') return session;
	const hits = session.hits.includes(position)
		? session.hits.filter(hit => hit !== position)
		: [...session.hits, position].sort((a, b) => a - b);
	return { ...session, hits };
}

/** Enters the result of the question on the screen; a second tap, or one that comes late, changes nothing. */
export function enterResult(session: InterviewSession, result: InterviewResult): InterviewSession {
	const isCurrent = currentReference(session)?.id === result.questionId;
	if (session.phase !== 'revealed' || !isCurrent) return session;
	return { ...session, phase: 'rated', results: [...session.results, result], followUpSteps: 0 };
}

/** The result that an undo takes back: the last one, while its question is still on the screen or the one before. */
export function lastResult(session: InterviewSession): InterviewResult | undefined {
	return session.results.at(-1);
}

/** Takes the last rating back and shows its question again, revealed, with its ticks. */
export function withoutLastResult(session: InterviewSession): InterviewSession {
	const result = lastResult(session);
	if (!result) return session;
	const position = session.questions.findIndex(({ id }) => id === result.questionId);
	return {
		...session,
		position: position === -1 ? session.position : position,
		phase: 'revealed',
		hits: result.hits,
		askedAt: Date.parse(result.attempt.time) - result.attempt.seconds * 1000,
		revealedAt: Date.parse(result.attempt.time),
		followUpSteps: 0,
		asked: result.asked,
		results: session.results.slice(0, -1),
	};
}

/** One step further in the follow-ups: the next one, or the short answer of the one that shows. */
export function stepFollowUp(session: InterviewSession): InterviewSession {
	if (session.phase !== 'rated') return session;
	return { ...session, followUpSteps: session.followUpSteps + 1 };
}

/** Goes to the next question, rated or skipped; finishes after the last one or when the time is over. */
export function nextQuestion(session: InterviewSession, now: number): InterviewSession {
	if (session.phase === 'finished') return session;
	const position = session.position + 1;
	const isOver =
		position >= session.questions.length || (session.endsAt !== undefined && now >= session.endsAt);
	if (isOver) return finish(session);
	return { ...session, position, phase: 'asking', ...freshQuestion(now) };
}

/** Ends the interview where it stands. */
export function finish(session: InterviewSession): InterviewSession {
	return { ...session, phase: 'finished', hits: [], followUpSteps: 0 };
}

/** Goes on after nobody saw it from `leftAt` to `now`: that time is no thinking and none of its minutes. */
export function resume(session: InterviewSession, leftAt: number, now: number): InterviewSession {
	if (session.phase === 'finished') return session;
	const { phase, askedAt, endsAt } = session;
	const away = Math.max(0, now - Math.max(leftAt, askedAt));
	return {
		...session,
		...(phase === 'asking' ? { askedAt: Math.min(now, askedAt + away) } : {}),
		...(endsAt === undefined ? {} : { endsAt: endsAt + away }),
	};
}

function freshQuestion(
	now: number,
): Pick<InterviewSession, 'askedAt' | 'revealedAt' | 'hits' | 'followUpSteps' | 'asked'> {
	return { askedAt: now, revealedAt: 0, hits: [], followUpSteps: 0, asked: undefined };
}
