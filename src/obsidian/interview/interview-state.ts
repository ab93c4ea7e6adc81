import { excerptOf, parseSession, printSession } from '../../core/index';
import type { InterviewResult, InterviewSession, NotePath } from '../../core/index';
import { seedOf } from './interview-choices';
import type { InterviewChoices } from './interview-choices';
import { parseChoices } from './parse-choices';

/** What an undo needs beside the result: the reader's words, and whether they went into the note. */
interface LastWords {
	readonly questionId: string;
	readonly words: string;
	readonly kept: boolean;
}

/** The key points that the ticks of a question stand beside, as they were when they were last seen. */
interface TickedPoints {
	readonly questionId: string;
	readonly points: readonly string[];
}

/** All that an interview's view is; it survives a restart. */
export interface InterviewState {
	/** Milliseconds since 1970; of two states the later one holds. */
	readonly savedAt: number;
	readonly choices: InterviewChoices;
	readonly session: InterviewSession | undefined;
	/** The reader wants own answers in the notes. */
	readonly keepsAnswers: boolean;
	readonly last: LastWords | undefined;
	readonly ticked: TickedPoints | undefined;
	/** The note of what the session came to, once there is one. */
	readonly savedAs: NotePath | undefined;
}

/** True if there is a question left on the screen. */
export function isUnfinished({ session }: InterviewState): boolean {
	return session !== undefined && session.phase !== 'finished';
}

/** True if an interview came to something, and its end is in no note yet. */
export function hasUnsavedEnd({ session, savedAs }: InterviewState): boolean {
	return session?.phase === 'finished' && session.results.length > 0 && savedAs === undefined;
}

/** A note is that of its results: a state with other results has none yet. */
export function withOwnNote(before: InterviewState, next: InterviewState): InterviewState {
	const isSame = next.session?.results === before.session?.results;
	return isSame ? next : { ...next, savedAs: undefined };
}

/** A state as JSON. */
export function printState(state: InterviewState): Record<string, unknown> {
	return { ...state, session: state.session ? printSession(state.session) : null };
}

/** A long interview is on its device as a whole; every step writes the layout, which another device reads. */
const MOST_IN_LAYOUT = 100;

/** A state as JSON for the layout of the app. */
export function printForLayout(state: InterviewState): Record<string, unknown> {
	const { session } = state;
	return printState({ ...state, session: session && excerptOf(session, MOST_IN_LAYOUT) });
}

/** Reads a state, whatever it is. */
export function parseState(raw: unknown): InterviewState {
	const record: Readonly<Record<string, unknown>> =
		typeof raw === 'object' && raw !== null ? { ...raw } : {};
	const [savedAt, savedAs] = [record['savedAt'], record['savedAs']];
	return {
		savedAt: typeof savedAt === 'number' && Number.isFinite(savedAt) ? savedAt : 0,
		choices: parseChoices(record['choices'], seedOf()),
		session: parseSession(record['session']),
		keepsAnswers: record['keepsAnswers'] === true,
		last: parseLastWords(record['last']),
		ticked: parseTicked(record['ticked']),
		savedAs: typeof savedAs === 'string' ? savedAs : undefined,
	};
}

/** True if one state is the other one's interview, no less far: nothing is lost when it takes its place. */
export function goesOnFrom(later: InterviewState, earlier: InterviewState): boolean {
	if (!later.session || !earlier.session) return false;
	const [after, before] = [later.session, earlier.session];
	const idsOf = ({ questions }: InterviewSession): string => questions.map(({ id }) => id).join();
	const rated = new Set(after.results.map(keyOfResult));
	return (
		idsOf(after) === idsOf(before) &&
		after.position >= before.position &&
		before.results.every(result => rated.has(keyOfResult(result)))
	);
}

function keyOfResult({ questionId, attempt }: InterviewResult): string {
	return `${questionId} ${attempt.time}`;
}

function parseLastWords(raw: unknown): LastWords | undefined {
	if (typeof raw !== 'object' || raw === null) return undefined;
	const { questionId, words, kept }: Readonly<Record<string, unknown>> = { ...raw };
	if (typeof questionId !== 'string' || typeof words !== 'string') return undefined;
	return { questionId, words, kept: kept === true };
}

function parseTicked(raw: unknown): TickedPoints | undefined {
	if (typeof raw !== 'object' || raw === null) return undefined;
	const { questionId, points }: Readonly<Record<string, unknown>> = { ...raw };
	if (typeof questionId !== 'string' || !Array.isArray(points)) return undefined;
	// A point that cannot be read keeps its place, so that the others keep theirs.
	return { questionId, points: points.map(point => (typeof point === 'string' ? point : '')) };
}
