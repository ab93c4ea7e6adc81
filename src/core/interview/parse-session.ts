import { QUESTION_KINDS } from '../questions/question-kind';
import { parseAttempt, printAttempt } from '../reviews/attempt';
import type { InterviewResult } from './result';
import type { InterviewPhase, InterviewSession } from './session';
import { ratedBox } from './status-rule';

/** A session as JSON that `parseSession` reads; attempts are kept in the form that they have in a note. */
export function printSession(session: InterviewSession): unknown {
	return {
		...session,
		results: session.results.map(result => ({ ...result, attempt: printAttempt(result.attempt) })),
	};
}

const PHASES: readonly InterviewPhase[] = ['asking', 'revealed', 'rated', 'finished'];

/** Reads a session that was kept over a restart; undefined for anything else, whatever it is. */
export function parseSession(raw: unknown): InterviewSession | undefined {
	const record = asRecord(raw);
	const questions = asList(record['questions']).map(parseReference);
	const ids = questions.filter(isDefined).map(({ id }) => id);
	const kept = PHASES.find(known => known === record['phase']);
	const position = asCount(record['position']);
	if (!kept || position === undefined || position >= questions.length) return undefined;
	if (questions.includes(undefined) || new Set(ids).size < ids.length) return undefined;
	const reached = kept === 'asking' || kept === 'revealed' ? position : position + 1;
	const results = resultsOf(asList(record['results']), ids.slice(0, reached));
	// Without its result, a rated question could only be undone at the cost of the one before it.
	const isRated = results.at(-1)?.questionId === ids[position];
	return {
		questions: questions.filter(isDefined),
		position,
		...parseScreen(record, kept === 'rated' && !isRated ? 'revealed' : kept),
		results,
		...parseOptions(record),
	};
}

/** How the question on the screen stands; what its phase does not know is not kept. */
function parseScreen(
	record: Readonly<Record<string, unknown>>,
	phase: InterviewPhase,
): Pick<InterviewSession, 'phase' | 'askedAt' | 'revealedAt' | 'hits' | 'followUpSteps' | 'asked'> {
	const isShown = phase === 'revealed' || phase === 'rated';
	return {
		phase,
		askedAt: asCount(record['askedAt']) ?? 0,
		revealedAt: asCount(record['revealedAt']) ?? 0,
		hits: isShown ? asPositions(record['hits']) : [],
		followUpSteps: phase === 'rated' ? (asCount(record['followUpSteps']) ?? 0) : 0,
		asked: asCharacter(record['asked']),
	};
}

function parseOptions(
	record: Readonly<Record<string, unknown>>,
): Pick<InterviewSession, 'seed' | 'endsAt'> {
	const seed = asWhole(record['seed']);
	const endsAt = asCount(record['endsAt']);
	return { ...(seed === undefined ? {} : { seed }), ...(endsAt === undefined ? {} : { endsAt }) };
}

/** The results that can be read, one for each question that was reached, in their order. */
function resultsOf(raw: readonly unknown[], reached: readonly string[]): InterviewResult[] {
	const results = raw.map(parseResult).filter(isDefined);
	const byId = new Map(results.map(result => [result.questionId, result]));
	return reached.map(id => byId.get(id)).filter(isDefined);
}

function parseReference(raw: unknown): { path: string; id: string } | undefined {
	const { path, id } = asRecord(raw);
	return typeof path === 'string' && typeof id === 'string' ? { path, id } : undefined;
}

function parseResult(raw: unknown): InterviewResult | undefined {
	const record = asRecord(raw);
	const { questionId, path, prompt, technology } = record;
	const character = asCharacter(record['character']);
	const attempt = parseAttempt(typeof record['attempt'] === 'string' ? record['attempt'] : '');
	const kind = QUESTION_KINDS.find(known => known === record['kind']);
	if (!attempt || !kind || attempt.questionId !== questionId) return undefined;
	if (typeof path !== 'string') return undefined;
	if (typeof prompt !== 'string' || typeof technology !== 'string') return undefined;
	if (character === undefined) return undefined;
	const level = [1, 2, 3, 4].find(known => known === record['level']);
	return {
		questionId,
		path,
		prompt,
		technology,
		kind,
		...(level === undefined ? {} : { level }),
		...ratedBox(character, asCharacter(record['asked']), attempt),
		hits: asPositions(record['hits']),
		missed: Array.isArray(record['missed'])
			? asList(record['missed']).filter(point => typeof point === 'string')
			: attempt.missed,
		attempt,
	};
}

/** Own properties only, copied, so that no name from outside reaches a prototype. */
function asRecord(raw: unknown): Readonly<Record<string, unknown>> {
	return typeof raw === 'object' && raw !== null ? { ...raw } : {};
}

function asList(raw: unknown): readonly unknown[] {
	return Array.isArray(raw) ? raw : [];
}

function asWhole(raw: unknown): number | undefined {
	return typeof raw === 'number' && Number.isSafeInteger(raw) ? raw : undefined;
}

function asCount(raw: unknown): number | undefined {
	const whole = asWhole(raw);
	return whole !== undefined && whole >= 0 ? whole : undefined;
}

function asCharacter(raw: unknown): string | undefined {
	return typeof raw === 'string' && /^.$/u.test(raw) ? raw : undefined;
}

function asPositions(raw: unknown): number[] {
	const positions = asList(raw).map(asCount).filter(isDefined);
	return [...new Set(positions)].sort((a, b) => a - b);
}

function isDefined<T>(value: T | undefined): value is T {
	return value !== undefined;
}
