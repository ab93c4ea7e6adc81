import { listQuestions } from '../../core/index';
import type { NoteIndex } from '../../core/index';
import type { DeviceStorage } from '../device-storage';

/** Key of a draft without the id of its question. */
export const DRAFT_PREFIX = 'stackbook-draft-';

/** When each draft was written, or its question was last in a note: the storage lists no keys. */
const DATES = 'stackbook-draft-dates';

const DAY = 86_400_000;

/** A question that was away for so long does not come back with a sync or another folder. */
const LONGEST_AWAY = 90 * DAY;

/** Remembers that there is a draft; `now` is in milliseconds since 1970. */
export function noteDraft(storage: DeviceStorage, questionId: string, now: number): void {
	const dates = datesIn(storage);
	// To the day: a key that is typed costs no writing here.
	if (now - (dates.get(questionId) ?? 0) < DAY) return;
	storage.save(DATES, Object.fromEntries(dates.set(questionId, now)));
}

/** Takes away the drafts whose questions have been in no note for 90 days. The index has to be complete. */
export function pruneDrafts(storage: DeviceStorage, index: NoteIndex, now: number): void {
	const dates = datesIn(storage);
	if (dates.size === 0) return;
	const asked = new Set(listQuestions(index).map(({ id }) => id));
	const kept = new Map<string, number>();
	for (const [id, date] of dates) {
		const key = DRAFT_PREFIX + id;
		if (storage.load(key) === null) continue;
		if (asked.has(id)) kept.set(id, now);
		else if (now - date <= LONGEST_AWAY) kept.set(id, date);
		else storage.save(key, null);
	}
	storage.save(DATES, kept.size === 0 ? null : Object.fromEntries(kept));
}

function datesIn(storage: DeviceStorage): Map<string, number> {
	const raw = storage.load(DATES);
	const entries: [string, unknown][] = typeof raw === 'object' && raw ? Object.entries(raw) : [];
	return new Map(
		entries.flatMap(([id, date]) => (typeof date === 'number' ? [[id, date] as const] : [])),
	);
}
