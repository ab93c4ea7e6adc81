import { isNotePath } from './note-path';
import type { NotePath } from './note-path';

/** Files that are known by their name alone. */
export interface OtherFiles {
	/** Files that are no notes: pictures, canvases, bases. */
	readonly attachments: ReadonlySet<string>;
	/** Notes that nobody could read, or nobody has yet. */
	readonly unread: ReadonlySet<NotePath>;
	add(path: string): void;
	remove(path: string): void;
}

/** Sorts paths into attachments and notes. */
export function createOtherFiles(paths: Iterable<string>): OtherFiles {
	const attachments = new Set<string>();
	const unread = new Set<NotePath>();
	const add = (path: string): void => void (isNotePath(path) ? unread : attachments).add(path);
	for (const path of paths) add(path);
	return {
		attachments,
		unread,
		add,
		remove(path) {
			attachments.delete(path);
			unread.delete(path);
		},
	};
}
