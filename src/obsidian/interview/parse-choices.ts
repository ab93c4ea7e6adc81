import { QUESTION_KINDS } from '../../core/index';
import type { QuestionStatus } from '../../core/index';
import { defaultChoices } from './interview-choices';
import type { InterviewChoices, InterviewLimit, InterviewPlace } from './interview-choices';

const PLACES: readonly InterviewPlace[] = [
	'note',
	'notes',
	'category',
	'comparison',
	'list',
	'everything',
];
const ORDERS: readonly InterviewChoices['order'][] = ['weak-first', 'in-order', 'shuffled'];
const LIMITS: readonly InterviewLimit[] = ['all', 'count', 'minutes'];
const STATUSES: readonly QuestionStatus[] = ['open', 'shaky', 'solid'];

/** Levels that a question may have. */
const LEVELS: readonly number[] = [1, 2, 3, 4];

/** Reads choices that were kept over a restart; what cannot be read is as it is at first. */
export function parseChoices(raw: unknown, seed: number): InterviewChoices {
	const first = defaultChoices(seed);
	const record: Readonly<Record<string, unknown>> =
		typeof raw === 'object' && raw !== null ? { ...raw } : {};
	const list = (key: string): readonly unknown[] => {
		const value = record[key];
		return Array.isArray(value) ? value : [];
	};
	return {
		place: PLACES.find(known => known === record['place']) ?? first.place,
		note: asText(record['note']),
		notes: list('notes').flatMap(value => asText(value) ?? []),
		category: asText(record['category']) ?? first.category,
		comparison: asText(record['comparison']),
		list: asText(record['list']),
		kinds: QUESTION_KINDS.filter(kind => list('kinds').includes(kind)),
		levels: LEVELS.filter(level => list('levels').includes(level)),
		statuses: STATUSES.filter(status => list('statuses').includes(status)),
		leastStars: asNumber(record['leastStars'], [0, 3]) ?? first.leastStars,
		order: ORDERS.find(known => known === record['order']) ?? first.order,
		seed: asNumber(record['seed'], [0, MOST_SEED]) ?? first.seed,
		limit: LIMITS.find(known => known === record['limit']) ?? first.limit,
		count: asNumber(record['count'], [1, MOST_QUESTIONS]) ?? first.count,
		minutes: asNumber(record['minutes'], [1, MOST_MINUTES]) ?? first.minutes,
	};
}

/** Seeds are 32 bits. */
export const MOST_SEED = 0xffffffff;
export const MOST_QUESTIONS = 999;
export const MOST_MINUTES = 600;

function asText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number within bounds, both included. */
function asNumber(value: unknown, [least, most]: readonly [number, number]): number | undefined {
	return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
		? value
		: undefined;
}
