import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseSession, printSession } from '../../../src/core/interview/parse-session';
import {
	enterResult,
	nextQuestion,
	noteAsked,
	reveal,
	startSession,
	type InterviewSession,
} from '../../../src/core/interview/session';
import { statusAfter } from '../../../src/core/interview/status-rule';
import { parseAttempt, printAttempt } from '../../../src/core/reviews/attempt';
import {
	anySession,
	interviewVault,
	NOW,
	POINTS,
	questionOf,
	resultOf,
} from '../../support/an-interview';
import { propertyRuns } from '../../support/property-runs';

const TWO = ['kafka-0', 'flink-0'].map(id => questionOf(interviewVault, id));
const START = startSession(TWO, { now: NOW, seed: 7, minutes: 5 });
const RATED = enterResult(reveal(START, NOW + 9), resultOf(interviewVault, 'kafka-0'));

type Json = Record<string, unknown>;

/** What a host finds again after a restart: plain JSON. */
function kept(session: InterviewSession): Json {
	return JSON.parse(JSON.stringify(printSession(session))) as Json;
}

/** A kept session whose first result says something else. */
function withResult(changes: Json): Json {
	const [result] = kept(RATED)['results'] as Json[];
	return { ...kept(RATED), results: [{ ...result, ...changes }] };
}

function expectValid(session: InterviewSession): void {
	const { questions, position, phase, hits, results } = session;
	const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
	expect(['asking', 'revealed', 'rated', 'finished']).toContain(phase);
	expect(isCount(position) && position < questions.length).toBe(true);
	const ids = questions.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect([session.askedAt, session.revealedAt, session.followUpSteps].every(isCount)).toBe(true);
	expect(hits.every(isCount)).toBe(true);
	expect(hits).toEqual([...new Set(hits)].sort((a, b) => a - b));
	const reached = phase === 'asking' || phase === 'revealed' ? position : position + 1;
	const places = results.map(({ questionId }) => ids.slice(0, reached).indexOf(questionId));
	expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
	expect(places).not.toContain(-1);
	for (const { attempt, character, asked, questionId, before, ...result } of results) {
		expect(parseAttempt(printAttempt(attempt))).toEqual(attempt);
		expect(attempt.questionId).toBe(questionId);
		expect(result.statusKept).toBe(asked !== character || before === 'not-for-me');
		expect(result.after).toBe(
			result.statusKept
				? before
				: statusAfter(attempt.rating, attempt.pointsHit, attempt.pointsTotal),
		);
		expect([character, asked].join('')).toMatch(/^..$/u);
	}
}

describe('a session that was kept', () => {
	test('is read back as it was', () => {
		expect(parseSession(kept(RATED))).toEqual(RATED);
	});

	test('is read back wherever it stood', () => {
		fc.assert(
			fc.property(
				anySession.filter(({ questions }) => questions.length > 0),
				session => {
					expect(parseSession(kept(session))).toEqual(session);
				},
			),
			{ numRuns: propertyRuns(300) },
		);
	});

	test('still knows the points that were missed in full, and how the box stood', () => {
		const [question] = TWO;
		const session = question ? noteAsked(START, question) : START;
		expect(parseSession(kept(session))).toEqual({ ...START, asked: 'x' });
		expect(parseSession(kept(RATED))?.results[0]?.missed).toEqual(POINTS);
	});

	test('without a question is nothing to go on with', () => {
		expect(parseSession(kept(startSession([], { now: NOW })))).toBeUndefined();
	});

	test('has its attempts in the form that they have in a note', () => {
		const [result] = kept(RATED)['results'] as Json[];
		expect(result?.['attempt']).toMatch(/^- 2026-11-20T20:00:00\+08:00 · kafka-0 · good · /);
	});
});

describe('what is no session', () => {
	test.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['a text', 'asking'],
		['a list', [START]],
		['an empty record', {}],
		['one without questions', { ...kept(START), questions: [] }],
		['one with a question without id', { ...kept(START), questions: [{ path: 'a.md' }] }],
		['one with a hole', { ...kept(START), questions: new Array(2) }],
		['one that asks twice', { ...kept(START), questions: [...TWO, ...TWO] }],
		['one without phase', { ...kept(START), phase: undefined }],
		['one with a phase of its own', { ...kept(START), phase: 'constructor' }],
		['one behind its end', { ...kept(START), position: 2 }],
		['one before its beginning', { ...kept(START), position: -1 }],
		['one between two questions', { ...kept(START), position: 0.5 }],
		['one with a huge position', { ...kept(START), position: 1e300 }],
		['one with a position in words', { ...kept(START), position: '0' }],
		['one that inherits everything', Object.create(START) as unknown],
	])('is %s', (_, raw) => {
		expect(parseSession(raw)).toBeUndefined();
	});

	test('is whatever else there is, and no part of it makes an invalid session', () => {
		fc.assert(
			fc.property(
				fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true }),
				raw => {
					const session = parseSession(raw);
					if (session) expectValid(session);
				},
			),
			{ numRuns: propertyRuns(500) },
		);
	});
});

describe('a damaged session', () => {
	const other = resultOf(interviewVault, 'flink-0');

	test.each<[string, Json, Partial<InterviewSession>]>([
		['times that are none', { askedAt: -1, revealedAt: '5' }, { askedAt: 0, revealedAt: 0 }],
		['ticks twice and in disorder', { hits: [2, 0, 2, -1, 1e99, 'x'] }, { hits: [0, 2] }],
		['ticks that are no list', { hits: { 0: 1 } }, { hits: [] }],
		['steps that are none', { followUpSteps: -3 }, { followUpSteps: 0 }],
		['a seed that is none', { seed: 'x', endsAt: null }, {}],
		['a result of no question of it', { phase: 'revealed', results: [other] }, { results: [] }],
		['a rated question without its result', { results: [] }, { phase: 'revealed', results: [] }],
		['ticks of a question that is not revealed', { phase: 'asking', hits: [1] }, { hits: [] }],
		['a result of the question that is asked', { phase: 'asking' }, { results: [] }],
	])('with %s is repaired', (_, changes, expected) => {
		const session = parseSession({ ...kept(RATED), ...changes });
		expect(session).toMatchObject(expected);
		if (session) expectValid(session);
	});

	test('keeps no seed and no end that are none', () => {
		const session = parseSession({ ...kept(RATED), seed: 0.5, endsAt: -1 });
		expect(session && ('seed' in session || 'endsAt' in session)).toBe(false);
	});

	test.each<[string, Json]>([
		['no attempt', { attempt: undefined }],
		['an attempt at another question', { attempt: printAttempt(other.attempt) }],
		['half an attempt', { attempt: '- 2026-11-20T20:00:00+08:00 · kafka-0' }],
		['a day that is none', { attempt: '- 2026-99-20T20:00:00Z · kafka-0 · good · 1s · 0/0' }],
		['an unknown kind', { kind: '__proto__' }],
		['a line break for a character', { character: '\n' }],
		['two characters', { character: 'xx' }],
		['no character', { character: '' }],
		['no path', { path: 1 }],
		['no prompt', { prompt: null }],
		['no technology', { technology: [] }],
	])('drops a result with %s', (_, changes) => {
		expect(parseSession(withResult(changes))).toMatchObject({ phase: 'revealed', results: [] });
	});

	test('works status and level out anew', () => {
		const raw = withResult({ after: 'solid', before: 'x', level: 9e9, character: '?', asked: '?' });
		const [result] = parseSession(raw)?.results ?? [];
		expect(result).toMatchObject({ after: 'shaky', before: 'open', character: '?' });
		expect(result?.level).toBeUndefined();
	});

	test.each([
		[{ missed: ['甲', 7, null] }, { missed: ['甲'] }],
		[{ missed: undefined }, { missed: ['甲点', '乙 / 点', '丙点'] }],
		[{ asked: 'xx' }, { asked: 'x', statusKept: false }],
		[{ asked: undefined }, { asked: 'x', statusKept: false }],
		[{ asked: ' ' }, { asked: ' ', statusKept: true, after: 'solid' }],
	])('with a result of %j is repaired', (changes, expected) => {
		expect(parseSession(withResult(changes))?.results).toMatchObject([expected]);
	});

	test.each(['xx', '', 7, '\n'])('keeps no box %j that none is', asked => {
		expect(parseSession({ ...kept(START), asked })).toEqual(START);
	});

	test('is valid or none, wherever it is damaged or cut off', () => {
		const value = fc.oneof(
			fc.anything(),
			fc.constantFrom<unknown>(Number.MAX_VALUE, 2 ** 53, -0, '__proto__', 'rated', [0, 0], [{}]),
			fc.nat(3),
		);
		const damage = fc.tuple(
			fc.constantFrom(
				...['questions', 'position', 'phase', 'askedAt', 'revealedAt', 'hits', 'followUpSteps'],
				...['results', 'seed', 'endsAt', '__proto__', 'constructor', 'toString'],
			),
			value,
		);
		fc.assert(
			fc.property(anySession, fc.array(damage, { minLength: 1, maxLength: 3 }), (session, all) => {
				const raw = Object.fromEntries([...Object.entries(kept(session)), ...all]);
				const parsed = parseSession(raw);
				if (parsed) expectValid(parsed);
			}),
			{ numRuns: propertyRuns(500) },
		);
	});

	test('is valid or none with any part of a result damaged', () => {
		const name = fc.constantFrom(
			...['questionId', 'path', 'prompt', 'kind', 'level', 'character', 'hits', 'attempt'],
		);
		const value = fc.oneof(fc.anything(), fc.constantFrom('kafka-1', ']', '\u2028', '- x'));
		fc.assert(
			fc.property(anySession, name, value, (session, key, damaged) => {
				const results = (kept(session)['results'] as Json[]).flatMap(result => [
					{ ...result, [key]: damaged },
					result,
				]);
				const parsed = parseSession({ ...kept(session), results });
				if (parsed) expectValid(parsed);
			}),
			{ numRuns: propertyRuns(300) },
		);
	});

	test('takes no name from outside for a prototype', () => {
		const raw = JSON.parse(
			`{"__proto__": {"phase": "asking"}, ${JSON.stringify(kept(START)).slice(1)}`,
		) as unknown;
		expect(parseSession(raw)).toEqual(START);
		expect(({} as Json)['phase']).toBeUndefined();
	});
});

test('a session that goes on after a restart goes on as if there had been none', () => {
	const restarted = parseSession(kept(RATED)) ?? START;
	expect(nextQuestion(restarted, NOW + 50)).toEqual(nextQuestion(RATED, NOW + 50));
});
