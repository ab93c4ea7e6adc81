import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leftAt, reopen } from '../../../src/core/interview/reopen';
import { finish, nextQuestion, startSession } from '../../../src/core/interview/session';
import {
	anyStart,
	anyStep,
	interviewVault,
	NOW,
	questionOf,
	takeStep,
} from '../../support/an-interview';
import { propertyRuns } from '../../support/property-runs';

const TWO = ['kafka-0', 'kafka-1'].map(id => questionOf(interviewVault, id));
const SECOND = nextQuestion(startSession(TWO, { now: NOW }), NOW + 1);

test('goes on with the question before which the interview was finished', () => {
	const over = finish(SECOND);
	expect(leftAt(over)).toBe(2);
	expect(reopen(over, NOW + 9)).toEqual({ ...SECOND, askedAt: NOW + 9 });
});

test('leaves an interview that still runs, and one without questions, as it is', () => {
	expect(leftAt(SECOND)).toBeUndefined();
	expect(reopen(SECOND, NOW + 9)).toBe(SECOND);
	const empty = startSession([], { now: NOW });
	expect(reopen(empty, NOW + 9)).toBe(empty);
});

test('never asks a question again that has a rating', () => {
	fc.assert(
		fc.property(anyStart, fc.array(anyStep), (start, steps) => {
			const session = steps.reduce((now, step) => takeStep(now, step, NOW), start);
			const again = reopen(finish(session), NOW);
			expect(again.results).toEqual(session.results);
			const asked = again.phase === 'asking' ? again.questions[again.position]?.id : undefined;
			expect(again.results.map(({ questionId }) => questionId)).not.toContain(asked ?? 'nothing');
		}),
		{ numRuns: propertyRuns(300) },
	);
});
