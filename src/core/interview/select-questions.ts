import type { Question } from '../questions/question';
import type { QuestionStatus } from '../questions/question-status';

/** In which order an interview asks. */
type InterviewOrder = 'weak-first' | 'in-order' | 'shuffled';

/** Which of the questions an interview asks. */
export interface InterviewSelection {
	readonly order: InterviewOrder;
	/** Whole number; the same seed gives the same order everywhere. Only `shuffled` uses it. */
	readonly seed: number;
	/** At most so many; all when missing. */
	readonly count?: number | undefined;
}

const WEAKNESS: Readonly<Record<QuestionStatus, number>> = {
	open: 0,
	shaky: 1,
	solid: 2,
	'not-for-me': 3,
};

/** Picks and orders questions; those that are not for the reader are never asked. */
export function selectQuestions(
	questions: readonly Question[],
	selection: InterviewSelection,
): Question[] {
	const candidates = questions.filter(({ status }) => status !== 'not-for-me');
	const ordered = arrange(candidates, selection);
	return ordered.slice(0, selection.count ?? ordered.length);
}

function arrange(questions: Question[], { order, seed }: InterviewSelection): Question[] {
	switch (order) {
		case 'in-order':
			return questions;
		case 'weak-first':
			return [...questions].sort(
				(a, b) => WEAKNESS[a.status] - WEAKNESS[b.status] || b.stars - a.stars,
			);
		case 'shuffled':
			return shuffle(questions, seed);
	}
}

/** Fisher and Yates's shuffle: every order is equally likely, as far as 32 bits of seed reach. */
function shuffle<T>(items: readonly T[], seed: number): T[] {
	const shuffled = [...items];
	const random = randomNumbers(seed);
	for (let i = shuffled.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		const [a, b] = [shuffled[i], shuffled[j]];
		if (a === undefined || b === undefined) continue;
		shuffled[i] = b;
		shuffled[j] = a;
	}
	return shuffled;
}

/** Mulberry32 (Tommy Ettinger, public domain): numbers in [0, 1) from 32 bits of state. */
function randomNumbers(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
