import fc from 'fast-check';
import type { InterviewResult, Performance } from '../../src/core/interview/result';
import { makeResult } from '../../src/core/interview/result';
import {
	currentReference,
	enterResult,
	finish,
	nextQuestion,
	resume,
	reveal,
	startSession,
	stepFollowUp,
	toggleKeyPoint,
	withoutLastResult,
} from '../../src/core/interview/session';
import type { InterviewSession } from '../../src/core/interview/session';
import type { Question } from '../../src/core/questions/question';
import { listQuestions } from '../../src/core/questions/question';
import { referenceAnswerOf } from '../../src/core/questions/reference-answer';
import { RATINGS } from '../../src/core/reviews/attempt';
import type { NoteIndex } from '../../src/core/vault/note-index';
import { aVault } from './a-note';

/** Key points of every question of `interviewVault`. */
export const POINTS = ['甲点', '乙 | 点', '**丙**点'];

/** A vault that asks six questions in two notes, each with three key points. */
export const interviewVault = aVault({
	'技术/Kafka.md': noteOf('kafka', ['原理', '优化', '问题'], ['x', ' ', '/']),
	'技术/Flink.md': noteOf('flink', ['原理', '对比', '其他'], ['?', 'X', ' ']),
});

/** Eight in the evening in Shanghai, in milliseconds since 1970. */
export const NOW = Date.parse('2026-11-20T20:00:00+08:00');

function noteOf(stem: string, sections: readonly string[], characters: readonly string[]): string {
	const questions = sections.map((section, i) =>
		[
			`## ${section}`,
			`### ${stem} ${i}？`,
			`- [${characters[i] ?? ' '}] 题 ${i} · L${i + 1} ★ ^${stem}-${i}`,
			'',
			'> [!answer]- 参考答案',
			'> **要点**',
			...POINTS.map(point => `> - ${point}`),
			'',
		].join('\n'),
	);
	return ['---', 'type: technology', 'category: x', '---', ...questions].join('\n');
}

/** Local time of a device in Shanghai. */
export function timeAt(now: number): string {
	return new Date(now + 8 * 3_600_000).toISOString().replace(/\..*/, '+08:00');
}

/** The question with an id. */
export function questionOf(index: NoteIndex, id: string): Question {
	const question = listQuestions(index).find(found => found.id === id);
	if (!question) throw new Error(`There is no question ${id}`);
	return question;
}

/** What comes of a question of a vault. */
export function resultOf(
	index: NoteIndex,
	id: string,
	performance: Partial<Performance> = {},
): InterviewResult {
	const question = questionOf(index, id);
	const note = index.find(question.path);
	const reference = note && referenceAnswerOf(note, question);
	return makeResult(question, reference, {
		rating: 'good',
		time: timeAt(NOW),
		thinking: 30_000,
		hits: [],
		...performance,
	});
}

/** Something that a person or a host does in an interview. */
export interface Step {
	readonly action: 'reveal' | 'tick' | 'rate' | 'next' | 'undo' | 'follow-up' | 'finish' | 'resume';
	/** Which key point, which rating. */
	readonly choice: number;
	/** Milliseconds since the step before. */
	readonly wait: number;
}

/** Any step; those that lead on come more often. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
	action: fc.constantFrom<Step['action'][]>(
		...(['reveal', 'reveal', 'reveal', 'tick', 'tick', 'rate', 'rate', 'rate'] as const),
		...(['next', 'next', 'next', 'undo', 'follow-up', 'finish', 'resume'] as const),
	),
	choice: fc.nat(3),
	wait: fc.nat(600_000),
});

/** Does a step at a moment. */
export function takeStep(session: InterviewSession, step: Step, now: number): InterviewSession {
	switch (step.action) {
		case 'reveal':
			return reveal(session, now);
		case 'tick':
			return toggleKeyPoint(session, step.choice % POINTS.length);
		case 'rate': {
			// A screen that lags rates the question that it still shows.
			const { id } = currentReference(session) ?? session.questions[0] ?? { id: 'kafka-0' };
			const rating = RATINGS[step.choice] ?? 'good';
			const { hits } = session;
			return enterResult(
				session,
				resultOf(interviewVault, id, { rating, hits, time: timeAt(now) }),
			);
		}
		case 'next':
			return nextQuestion(session, now);
		case 'undo':
			return withoutLastResult(session);
		case 'follow-up':
			return stepFollowUp(session);
		case 'finish':
			return finish(session);
		case 'resume':
			return resume(session, now - step.wait, now);
	}
}

/** How an interview of `interviewVault` may begin. */
export const anyStart: fc.Arbitrary<InterviewSession> = fc
	.record({
		questions: fc.shuffledSubarray(listQuestions(interviewVault)),
		seed: fc.option(fc.integer(), { nil: undefined }),
		minutes: fc.option(fc.double({ min: 0, max: 60, noNaN: true }), { nil: undefined }),
	})
	.map(({ questions, ...options }) => startSession(questions, { now: NOW, ...options }));

/** An interview wherever steps may lead. */
export const anySession: fc.Arbitrary<InterviewSession> = fc
	.tuple(anyStart, fc.array(anyStep, { maxLength: 40 }))
	.map(([start, steps]) => {
		let now = NOW;
		return steps.reduce((session, step) => takeStep(session, step, (now += step.wait)), start);
	});
