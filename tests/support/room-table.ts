import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the project, for tests that read its files. */
export const ROOT = dirname(dirname(import.meta.dirname));

/** src/rooms.json. */
export interface RoomTable {
	/** Room → what it may import, as paths below `src`. */
	readonly rooms: Readonly<Record<string, readonly string[]>>;
	/** Files below `src` → packages they may import; the last row that fits counts. */
	readonly packages: Readonly<Record<string, readonly string[]>>;
	/** Packages that one file of `src` imports and no other. */
	readonly oneFileOnly: readonly string[];
}

export function readRoomTable(): RoomTable {
	return JSON.parse(readFileSync(join(ROOT, 'src/rooms.json'), 'utf8')) as RoomTable;
}
