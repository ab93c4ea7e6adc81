import type { Note, NoteChange, NotePath } from '../core/index';

/** Remembers what the index held before files changed, for one who asks now and then. */
export interface ChangeJournal {
	/** To be called before the index gets to know another text. */
	note(path: NotePath, before: Note | undefined): void;
	/** Changes since the last call; undefined when they are not known, as the first time. Begins to remember. */
	take(): readonly NoteChange[] | undefined;
	/** True if a change of the file waits to be taken. */
	has(path: NotePath): boolean;
	/** Forgets what changed in a file, for one who needs not be told of it. */
	forget(path: NotePath): void;
	/** Forgets all: the next call knows nothing. */
	lose(): void;
}

/** Makes a journal that remembers nothing until somebody asks. */
export function createChangeJournal(): ChangeJournal {
	let changes: Map<NotePath, NoteChange> | undefined;
	return {
		note(path, before) {
			// Between two calls the first reading counts.
			if (changes && !changes.has(path)) changes.set(path, { path, before });
		},
		take() {
			const taken = changes && [...changes.values()];
			changes = new Map();
			return taken;
		},
		has: path => changes?.has(path) === true,
		forget(path) {
			changes?.delete(path);
		},
		lose() {
			changes = undefined;
		},
	};
}
