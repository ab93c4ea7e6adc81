import type { DeviceStorage } from '../device-storage';
import { DRAFT_PREFIX as PREFIX, noteDraft } from './prune-drafts';

/** An input is on the device after this many milliseconds at the latest. */
const DELAY = 250;

/** Words for questions that have no rating yet; they outlive whatever closes the app. */
export interface DraftStore {
	read(questionId: string): string;
	/** Keeps words within a moment; every field that shows them shall show the new ones. */
	write(questionId: string, words: string): void;
	/** Keeps at once what waits. */
	flush(): void;
	remove(questionId: string): void;
	/** Tells of words that were written; the answer ends it. */
	listen(listener: (questionId: string, words: string) => void): () => void;
}

/** Drafts in the device's own storage. */
export function createDraftStore(device: DeviceStorage): DraftStore {
	const waiting = new Map<string, string>();
	const listeners = new Set<(questionId: string, words: string) => void>();
	let timer: number | undefined;
	const flush = (): void => {
		window.clearTimeout(timer);
		timer = undefined;
		for (const [id, words] of waiting) {
			device.save(PREFIX + id, words === '' ? null : words);
			if (words !== '') noteDraft(device, id, Date.now());
		}
		waiting.clear();
	};
	return {
		read(id) {
			const kept: unknown = waiting.get(id) ?? device.load(PREFIX + id);
			return typeof kept === 'string' ? kept : '';
		},
		write(id, words) {
			waiting.set(id, words);
			timer ??= window.setTimeout(flush, DELAY);
			for (const listener of [...listeners]) listener(id, words);
		},
		flush,
		remove(id) {
			waiting.delete(id);
			device.save(PREFIX + id, null);
		},
		listen(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
}
