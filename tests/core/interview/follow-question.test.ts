import { expect, test } from '@jest/globals';
import { followQuestion } from '../../../src/core/interview/follow-question';
import { finish, nextQuestion, startSession } from '../../../src/core/interview/session';
import { interviewVault, NOW, questionOf } from '../../support/an-interview';

const [first, second] = ['kafka-0', 'kafka-1'].map(id => questionOf(interviewVault, id));
if (!first || !second) throw new Error('There are no questions');
const session = startSession([first, second], { now: NOW });

test('the question on the screen is known by the note that it stands in now', () => {
	const moved = followQuestion(session, { ...first, path: 'Kafka 4.md' });
	expect(moved).toEqual({
		...session,
		questions: [{ path: 'Kafka 4.md', id: 'kafka-0' }, session.questions[1]],
	});
});

test('a question that stands where it stood, or is not on the screen, changes nothing', () => {
	expect(followQuestion(session, first)).toBe(session);
	expect(followQuestion(session, { ...second, path: 'x.md' })).toBe(session);
	const last = nextQuestion(session, NOW);
	expect(followQuestion(last, { ...first, path: 'x.md' })).toBe(last);
	const over = finish(session);
	expect(followQuestion(over, { ...first, path: 'x.md' })).toBe(over);
});
