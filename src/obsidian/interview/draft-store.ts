import type { App } from 'obsidian';
import { DRAFT_PREFIX as PREFIX, noteDraft, storageOf } from './prune-drafts';

/** An input is on the device after this many milliseconds at the latest. */
const DELAY = 250;

/** Words for questions that have no rating yet; they outlive whatever closes the app. */
export interface DraftStore {
	read(questionId: string): string;
	/** Keeps words within a moment. */
	write(questionId: string, words: string): void;
	/** Keeps at once what waits. */
	flush(): void;
	remove(questionId: string): void;
}

/**
 * Drafts in the device's own storage.
 *
 * @param onFailure told when the storage takes no more; the words are still on the screen then
 */
export function createDraftStore(app: App, onFailure: (error: unknown) => void): DraftStore {
	const waiting = new Map<string, string>();
	const storage = storageOf(app);
	let timer: number | undefined;
	const flush = (): void => {
		window.clearTimeout(timer);
		timer = undefined;
		for (const [id, words] of waiting) {
			try {
				app.saveLocalStorage(PREFIX + id, words === '' ? null : words);
				if (words !== '') noteDraft(storage, id, Date.now());
				waiting.delete(id);
			} catch (error) {
				onFailure(error);
			}
		}
	};
	return {
		read(id) {
			const kept: unknown = waiting.get(id) ?? app.loadLocalStorage(PREFIX + id);
			return typeof kept === 'string' ? kept : '';
		},
		write(id, words) {
			waiting.set(id, words);
			timer ??= window.setTimeout(flush, DELAY);
		},
		flush,
		remove(id) {
			waiting.delete(id);
			app.saveLocalStorage(PREFIX + id, null);
		},
	};
}
