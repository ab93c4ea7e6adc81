import { createEmptyCard, fsrs, Rating as Grade } from 'ts-fsrs';
import type { Card } from 'ts-fsrs';
import { sortAttempts } from './attempt';
import type { Attempt, Rating } from './attempt';

/** When a question comes back, derived from its attempts alone. */
export interface ReviewState {
	/** Day on which it is due, `2026-11-24`, in UTC. */
	readonly due: string;
	/** Days after which it is remembered with a chance of 90 %. */
	readonly stability: number;
	readonly lapses: number;
	readonly lastRating: Rating;
}

const GRADES = {
	again: Grade.Again,
	hard: Grade.Hard,
	good: Grade.Good,
	easy: Grade.Easy,
} as const;

/** Replays attempts by time, in whatever order they come, through FSRS without fuzz: every device computes the same. */
export function reviewStates(attempts: readonly Attempt[]): ReadonlyMap<string, ReviewState> {
	const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });
	const cards = new Map<string, { card: Card; lastRating: Rating }>();
	for (const { questionId, rating, time } of sortAttempts(attempts)) {
		const now = new Date(time);
		const card: Card = cards.get(questionId)?.card ?? createEmptyCard(now);
		cards.set(questionId, {
			card: scheduler.next(card, now, GRADES[rating]).card,
			lastRating: rating,
		});
	}
	const states = new Map<string, ReviewState>();
	for (const [id, { card, lastRating }] of cards) {
		const due = card.due.toISOString().slice(0, 10);
		states.set(id, { due, stability: card.stability, lapses: card.lapses, lastRating });
	}
	return states;
}
