import { untrackedQuestions } from '../../src/core/tracking/untracked-question';
// The standard that every shipped question is held to.
import { describe, expect, test } from '@jest/globals';
import { listQuestions, type Question } from '../../src/core/questions/question';
import { referenceAnswerOf, type ReferenceAnswer } from '../../src/core/questions/reference-answer';
import { readShippedVault } from '../support/shipped-vault';

const index = readShippedVault();
const questions = listQuestions(index).map(question => {
	const note = index.find(question.path);
	return { question, answer: note && referenceAnswerOf(note, question) };
});

/** The questions that are not so, as `path:line id`. */
function except(isSo: (question: Question, answer: ReferenceAnswer) => boolean): string[] {
	return questions
		.filter(({ question, answer }) => !answer || !isSo(question, answer))
		.map(({ question }) => `${question.path}:${question.line} ${question.id}`);
}

describe('every question', () => {
	test('has a level, stars and a topic of two to ten characters', () => {
		expect(
			except(({ level, stars, topic }) => {
				const { length } = [...topic];
				return level !== undefined && stars > 0 && length >= 2 && length <= 10;
			}),
		).toEqual([]);
	});

	test('has an id of Latin letters, digits and hyphens that begins with a word', () => {
		expect(except(({ id }) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id))).toEqual([]);
	});

	test('is open, and nobody has answered it yet', () => {
		expect(except(({ status, answered }) => status === 'open' && !answered)).toEqual([]);
	});

	test('stands in a section that gives it a kind', () => {
		expect(except(({ kind }) => kind !== 'other')).toEqual([]);
	});

	test('has an answer that can be said in 30 seconds', () => {
		expect(except((_, { summary }) => summary.length >= 30 && summary.length <= 260)).toEqual([]);
	});

	test('has four to seven key points', () => {
		expect(except((_, { keyPoints }) => keyPoints.length >= 4 && keyPoints.length <= 7)).toEqual(
			[],
		);
	});

	test('has two to four follow-ups, each with an answer', () => {
		expect(
			except(
				(_, { followUps }) =>
					followUps.length >= 2 &&
					followUps.length <= 4 &&
					followUps.every(({ prompt, answer }) => prompt !== '' && (answer ?? '') !== ''),
			),
		).toEqual([]);
	});

	test('names a common mistake', () => {
		expect(except((_, { mistakes }) => mistakes.length > 0)).toEqual([]);
	});

	test('names a source on the web, the version it applies to and the day it was checked', () => {
		expect(
			except(
				(_, { sources }) =>
					/\]\(https:\/\//.test(sources) &&
					!/\]\(http:\/\//.test(sources) &&
					/适用 \S/.test(sources) &&
					/核对 2026-\d\d-\d\d$/.test(sources),
			),
		).toEqual([]);
	});
});

test('no shipped heading is an untracked question', () => {
	expect(
		untrackedQuestions(index).map(({ path, line, prompt }) => `${path}:${line} ${prompt}`),
	).toEqual([]);
});

describe('prompts', () => {
	/** Pairs of neighbouring letters, without punctuation and spaces. */
	function bigramsOf(prompt: string): Set<string> {
		const letters = [...prompt.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')];
		return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`));
	}

	function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
		let shared = 0;
		for (const bigram of a) if (b.has(bigram)) shared++;
		return shared / Math.max(1, a.size + b.size - shared);
	}

	test('are compared by their bigrams', () => {
		const close = ['Kafka 怎样保证不丢消息？', 'Kafka 怎么保证不丢消息？'].map(bigramsOf);
		const [a = new Set(), b = new Set()] = close;
		expect(similarity(a, b)).toBeGreaterThan(0.6);
		expect(similarity(a, bigramsOf('Pulsar 的存算分离有什么代价？'))).toBeLessThan(0.2);
	});

	test('do not ask the same thing twice', () => {
		const prompts = questions.map(({ question }) => ({
			text: `${question.path} ${question.prompt}`,
			bigrams: bigramsOf(question.prompt),
		}));
		const pairs = prompts.flatMap((a, at) =>
			prompts
				.slice(at + 1)
				.filter(b => similarity(a.bigrams, b.bigrams) >= 0.6)
				.map(b => `${a.text} = ${b.text}`),
		);
		expect(pairs).toEqual([]);
	});
});
