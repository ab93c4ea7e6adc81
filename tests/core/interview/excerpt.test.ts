import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { excerptOf, wholeOf } from '../../../src/core/interview/excerpt';
import { parseSession, printSession } from '../../../src/core/interview/parse-session';
import { currentReference, startSession } from '../../../src/core/interview/session';
import type { InterviewSession } from '../../../src/core/interview/session';
import { anySession, interviewVault, NOW, resultOf } from '../../support/an-interview';
import { propertyRuns } from '../../support/property-runs';

function longSession(changes: Partial<InterviewSession>): InterviewSession {
	const questions = Array.from({ length: 1000 }, (_, i) => ({ path: 'a.md', id: `q-${i}` }));
	return { ...startSession(questions, { now: NOW, seed: 7 }), ...changes };
}

const idsOf = ({ questions }: InterviewSession): string[] => questions.map(({ id }) => id);

describe('an excerpt of an interview', () => {
	test.each([
		[0, 'q-0', 'q-99', 0],
		[40, 'q-0', 'q-99', 40],
		[300, 'q-250', 'q-349', 50],
		[999, 'q-900', 'q-999', 99],
	])('at question %s goes from %s to %s', (position, first, last, place) => {
		const excerpt = excerptOf(longSession({ position }), 100);
		expect(idsOf(excerpt)).toHaveLength(100);
		expect([idsOf(excerpt)[0], idsOf(excerpt)[99]]).toEqual([first, last]);
		expect(excerpt).toMatchObject({ position: place, seed: 7, askedAt: NOW });
		expect(currentReference(excerpt)?.id).toBe(`q-${position}`);
	});

	test('has the results of its questions and no others', () => {
		const results = ['kafka-0', 'kafka-1', 'kafka-2'].map(id => resultOf(interviewVault, id));
		const questions = results.map(({ path, questionId }) => ({ path, id: questionId }));
		const session = { ...startSession(questions, { now: NOW }), position: 2, results };
		expect(excerptOf(session, 2).results).toEqual(results.slice(1));
	});

	test('is the interview itself where that is no longer', () => {
		const session = longSession({ position: 3 });
		expect(excerptOf(session, 1000)).toBe(session);
	});

	test('goes on in the whole of it', () => {
		const session = longSession({ position: 300 });
		const excerpt = excerptOf(session, 100);
		const further = { ...excerpt, position: 52, phase: 'revealed', hits: [1] } as const;
		expect(wholeOf(session, further)).toEqual({
			...session,
			...{ position: 302, phase: 'revealed', hits: [1] },
		});
		expect(wholeOf(session, startSession([{ path: 'a.md', id: 'x' }], { now: NOW }))).toBe(
			undefined,
		);
		expect(wholeOf(excerpt, session)).toBe(undefined);
		expect(wholeOf(session, startSession([], { now: NOW }))).toBe(undefined);
	});

	test('brings everything back, wherever it was cut', () => {
		fc.assert(
			fc.property(anySession, fc.integer({ min: 1, max: 7 }), (session, most) => {
				const whole = wholeOf(session, excerptOf(session, most));
				expect(whole).toEqual(session.questions.length === 0 ? undefined : session);
			}),
			{ numRuns: propertyRuns(300) },
		);
	});

	test('shows the same question in the same phase wherever it is read', () => {
		fc.assert(
			fc.property(anySession, fc.integer({ min: 1, max: 7 }), (session, most) => {
				const excerpt = excerptOf(session, most);
				expect(excerpt.questions.length).toBeLessThanOrEqual(most);
				expect(currentReference(excerpt)).toEqual(currentReference(session));
				const read = parseSession(JSON.parse(JSON.stringify(printSession(excerpt))));
				if (session.questions.length > 0) expect(read?.phase).toBe(session.phase);
			}),
			{ numRuns: propertyRuns(300) },
		);
	});
});
