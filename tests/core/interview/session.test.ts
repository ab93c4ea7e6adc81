import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	currentReference,
	enterResult,
	finish,
	lastResult,
	nextQuestion,
	noteAsked,
	resume,
	reveal,
	startSession,
	stepFollowUp,
	toggleKeyPoint,
	withoutLastResult,
	type InterviewSession,
} from '../../../src/core/interview/session';
import {
	anyStart,
	anyStep,
	interviewVault,
	NOW,
	POINTS,
	questionOf,
	resultOf,
	takeStep,
} from '../../support/an-interview';
import { propertyRuns } from '../../support/property-runs';

const THREE = ['kafka-0', 'kafka-1', 'flink-0'].map(id => questionOf(interviewVault, id));

function begin(options: { seed?: number; minutes?: number } = {}): InterviewSession {
	return startSession(THREE, { now: NOW, ...options });
}

function rate(session: InterviewSession, id: string): InterviewSession {
	return enterResult(session, resultOf(interviewVault, id, { hits: session.hits }));
}

const ASKING = begin();
const REVEALED = toggleKeyPoint(toggleKeyPoint(reveal(ASKING, NOW + 9_000), 2), 0);
const RATED = rate(REVEALED, 'kafka-0');
const SECOND = nextQuestion(RATED, NOW + 20_000);
const FINISHED = finish(SECOND);

describe('an interview', () => {
	test('begins with its first question and keeps of each only where it is', () => {
		expect(ASKING).toEqual({
			questions: THREE.map(({ path, id }) => ({ path, id })),
			position: 0,
			phase: 'asking',
			askedAt: NOW,
			revealedAt: 0,
			hits: [],
			followUpSteps: 0,
			results: [],
		});
		expect(currentReference(ASKING)).toEqual({ path: '技术/Kafka.md', id: 'kafka-0' });
	});

	test('keeps its seed and the moment at which its time is over', () => {
		expect(begin({ seed: 7, minutes: 2 })).toMatchObject({ seed: 7, endsAt: NOW + 120_000 });
		expect(begin({ minutes: 0.3333333 }).endsAt).toBe(NOW + 20_000);
	});

	test('asks a question once, however often it is listed', () => {
		const session = startSession([...THREE, ...THREE], { now: NOW });
		expect(session.questions).toEqual(ASKING.questions);
	});

	test('of nothing is finished at once, and nothing can be done in it', () => {
		const empty = startSession([], { now: NOW });
		expect([empty.phase, currentReference(empty), lastResult(empty)]).toEqual([
			'finished',
			undefined,
			undefined,
		]);
		expect(reveal(empty, NOW)).toBe(empty);
		expect(nextQuestion(empty, NOW)).toBe(empty);
		expect(rate(empty, 'kafka-0')).toBe(empty);
		expect(withoutLastResult(empty)).toBe(empty);
	});

	test('goes from asking to revealed to rated to the next question', () => {
		expect(REVEALED).toMatchObject({ phase: 'revealed', revealedAt: NOW + 9_000, hits: [0, 2] });
		expect(RATED).toMatchObject({ phase: 'rated', position: 0, hits: [0, 2] });
		expect(RATED.results.map(({ questionId }) => questionId)).toEqual(['kafka-0']);
		expect(SECOND).toMatchObject({
			phase: 'asking',
			position: 1,
			askedAt: NOW + 20_000,
			revealedAt: 0,
			hits: [],
			followUpSteps: 0,
		});
	});

	test.each([
		['asking', ASKING],
		['revealed', REVEALED],
		['rated', RATED],
	])('may leave a question that is %s', (_, session) => {
		expect(nextQuestion(session, NOW)).toMatchObject({ phase: 'asking', position: 1, hits: [] });
	});

	test('is finished after its last question', () => {
		let session = ASKING;
		for (const { id } of THREE) {
			session = nextQuestion(rate(reveal(session, NOW), id), NOW);
		}
		expect(session).toMatchObject({ phase: 'finished', position: 2 });
		expect(session.results).toHaveLength(3);
		expect(currentReference(session)).toBeUndefined();
	});

	test.each([
		['asking', ASKING],
		['revealed', REVEALED],
		['rated', RATED],
		['finished', FINISHED],
	])('may end while a question is %s, and keeps its results', (_, session) => {
		expect(finish(session)).toEqual({
			...session,
			phase: 'finished',
			hits: [],
			followUpSteps: 0,
		});
	});
});

describe('what is not allowed', () => {
	test.each([
		['to reveal what is revealed', REVEALED, (s: InterviewSession) => reveal(s, NOW + 99)],
		['to reveal what is rated', RATED, (s: InterviewSession) => reveal(s, NOW + 99)],
		['to reveal when it is over', FINISHED, (s: InterviewSession) => reveal(s, NOW + 99)],
		['to tick before the answer shows', ASKING, (s: InterviewSession) => toggleKeyPoint(s, 0)],
		['to tick after the rating', RATED, (s: InterviewSession) => toggleKeyPoint(s, 0)],
		['to tick when it is over', FINISHED, (s: InterviewSession) => toggleKeyPoint(s, 0)],
		['to rate before the answer shows', ASKING, (s: InterviewSession) => rate(s, 'kafka-0')],
		['to rate twice', RATED, (s: InterviewSession) => rate(s, 'kafka-0')],
		[
			'to rate the question before',
			reveal(SECOND, NOW),
			(s: InterviewSession) => rate(s, 'kafka-0'),
		],
		['to rate when it is over', FINISHED, (s: InterviewSession) => rate(s, 'kafka-1')],
		['to follow up while asking', ASKING, stepFollowUp],
		['to follow up before the rating', REVEALED, stepFollowUp],
		['to follow up when it is over', FINISHED, stepFollowUp],
		['to go on when it is over', FINISHED, (s: InterviewSession) => nextQuestion(s, NOW)],
		['to take back what was not rated', REVEALED, withoutLastResult],
	])('is %s: nothing changes', (_, session, act) => {
		expect(act(session)).toBe(session);
	});
});

describe('ticks', () => {
	test('are in order, and a second tap takes one back', () => {
		expect(REVEALED.hits).toEqual([0, 2]);
		expect(toggleKeyPoint(REVEALED, 0).hits).toEqual([2]);
		expect(toggleKeyPoint(REVEALED, 1).hits).toEqual([0, 1, 2]);
	});
});

describe('follow-ups', () => {
	test('come one step at a time, and begin anew with the next question', () => {
		const two = stepFollowUp(stepFollowUp(RATED));
		expect(two.followUpSteps).toBe(2);
		expect(nextQuestion(two, NOW).followUpSteps).toBe(0);
	});
});

describe('the box of the question on the screen', () => {
	const [first, second] = THREE;

	test('is remembered as it stood when the question was asked', () => {
		if (!first || !second) throw new Error('There are three questions');
		const noted = noteAsked(ASKING, first);
		expect(noted).toEqual({ ...ASKING, asked: 'x' });
		const changed = { ...first, checkbox: { ...first.checkbox, character: '-' } };
		expect(noteAsked(noted, changed)).toBe(noted);
		expect(noteAsked(reveal(noted, NOW), changed).asked).toBe('x');
		expect(noteAsked(ASKING, second)).toBe(ASKING);
		expect(noteAsked(finish(ASKING), first).asked).toBeUndefined();
	});

	test('is that of the next question afterwards, and of its own after an undo', () => {
		if (!first || !second) throw new Error('There are three questions');
		const noted = noteAsked(ASKING, first);
		const next = nextQuestion(rate(reveal(noted, NOW), 'kafka-0'), NOW);
		expect(next.asked).toBeUndefined();
		expect(withoutLastResult(noteAsked(next, second)).asked).toBe('x');
	});
});

describe('the time limit', () => {
	const limited = begin({ minutes: 1 });

	test.each([
		[59_999, 'asking', 1],
		[60_000, 'finished', 0],
		[90_000, 'finished', 0],
	])('lets a next question begin or not after %i ms', (wait, phase, position) => {
		expect(nextQuestion(limited, NOW + wait)).toMatchObject({ phase, position });
	});

	test('does not cut off the question that is on the screen', () => {
		const late = rate(reveal(limited, NOW + 90_000), 'kafka-0');
		expect(stepFollowUp(late)).toMatchObject({ phase: 'rated', followUpSteps: 1 });
	});

	test('of no minutes still asks one question', () => {
		const session = begin({ minutes: 0 });
		expect(session.phase).toBe('asking');
		expect(nextQuestion(session, NOW).phase).toBe('finished');
	});
});

describe('an undo', () => {
	const again = { phase: 'revealed', position: 0, hits: [0, 2], followUpSteps: 0, results: [] };

	test.each([
		['right after the rating', RATED],
		['during the follow-ups', stepFollowUp(RATED)],
		['when the next question is on the screen', SECOND],
		['when the next answer is revealed', toggleKeyPoint(reveal(SECOND, NOW), 1)],
		['two questions later, when one was skipped', nextQuestion(SECOND, NOW)],
		['when the interview is finished', FINISHED],
	])('%s shows the question again with its ticks', (_, session) => {
		expect(withoutLastResult(session)).toMatchObject(again);
	});

	test('keeps the time that was thought, and the question can be rated anew', () => {
		const undone = withoutLastResult(SECOND);
		expect(undone.revealedAt - undone.askedAt).toBe(30_000);
		expect(rate(undone, 'kafka-0').results).toHaveLength(1);
	});

	test('can be had again and again, back to the first rating', () => {
		const both = rate(reveal(SECOND, NOW), 'kafka-1');
		const one = withoutLastResult(both);
		expect(one).toMatchObject({ position: 1, phase: 'revealed' });
		expect(one.results).toHaveLength(1);
		expect(withoutLastResult(one)).toMatchObject(again);
	});
});

describe('an interview that nobody saw for a while', () => {
	test('goes on thinking where it stopped', () => {
		expect(resume(ASKING, NOW + 4_000, NOW + 64_000)).toEqual({ ...ASKING, askedAt: NOW + 60_000 });
	});

	test.each([
		['asking', ASKING],
		['revealed', REVEALED],
		['rated', RATED],
	])('has all of its minutes left when it is %s', (_, session) => {
		const timed = { ...session, endsAt: NOW + 120_000 };
		expect(resume(timed, NOW + 30_000, NOW + 930_000).endsAt).toBe(NOW + 1_020_000);
	});

	test('has no time to give back that came before its question, or that a clock set back made up', () => {
		expect(resume(ASKING, 0, NOW + 5)).toEqual({ ...ASKING, askedAt: NOW + 5 });
		expect(resume(ASKING, NOW + 9, NOW + 5)).toEqual(ASKING);
		expect(resume(ASKING, 0, NOW - 5)).toEqual({ ...ASKING, askedAt: NOW - 5 });
	});

	test.each([
		['revealed', REVEALED],
		['rated', RATED],
		['finished', FINISHED],
	])('changes nothing else when it is %s', (_, session) => {
		expect(resume(session, NOW, NOW + 5)).toEqual(session);
	});
});

test('whatever is done in whatever order, an interview stays in order', () => {
	fc.assert(
		fc.property(anyStart, fc.array(anyStep, { maxLength: 60 }), (start, steps) => {
			let now = NOW;
			let session = start;
			for (const step of steps) {
				now += step.wait;
				const before = session;
				session = takeStep(before, step, now);
				expectInOrder(session);
				expect(session.questions).toBe(start.questions);
				if (before.phase === 'finished' && step.action !== 'undo') expect(session).toEqual(before);
				if (step.action === 'undo') {
					expect(session.results).toEqual(before.results.slice(0, -1));
				} else {
					expect(session.results.slice(0, before.results.length)).toEqual(before.results);
				}
				if (step.action === 'next' && before.endsAt !== undefined && now >= before.endsAt) {
					expect(session.phase).toBe('finished');
				}
			}
		}),
		{ numRuns: propertyRuns(150, 3000) },
	);
});

function expectInOrder(session: InterviewSession): void {
	const { questions, position, phase, hits, results, followUpSteps } = session;
	expect(position).toBeGreaterThanOrEqual(0);
	expect(position).toBeLessThan(Math.max(1, questions.length));
	expect(currentReference(session) === undefined).toBe(phase === 'finished');
	expect(hits).toEqual([...new Set(hits)].sort((a, b) => a - b));
	expect(hits.every(hit => hit >= 0 && hit < POINTS.length)).toBe(true);
	if (phase === 'asking' || phase === 'finished') expect(hits).toEqual([]);
	if (phase !== 'rated') expect(followUpSteps).toBe(0);
	const places = results.map(({ questionId }) =>
		questions.findIndex(({ id }) => id === questionId),
	);
	// One result for each question at most, in the order in which they were asked, none of one to come.
	expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
	const isRated = phase === 'rated' || phase === 'finished';
	for (const place of places) expect(place).toBeLessThan(isRated ? position + 1 : position);
	if (phase === 'rated') expect(places.at(-1)).toBe(position);
}
