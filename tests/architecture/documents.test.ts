import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reduceArrows, updatePage } from '../../scripts/docs.mjs';
import { propertyRuns } from '../support/property-runs';
import { ROOT, readRoomTable } from '../support/room-table';

test('docs/architecture.md shows src/rooms.json as it is', () => {
	const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
	expect(updatePage(page, readRoomTable())).toBe(page);
});

test('an arrow that follows from two others is not drawn', () => {
	const rooms = { text: [], markdown: ['text'], vault: ['text', 'markdown'] };
	expect(reduceArrows(rooms)).toEqual({ text: [], markdown: ['text'], vault: ['markdown'] });
});

/** Room → rooms, where a room only knows rooms with a smaller number, as in a table without circles. */
const tables = fc
	.integer({ min: 1, max: 8 })
	.chain(count =>
		fc
			.tuple(...Array.from({ length: count }, (_, room) => fc.subarray([...Array(room).keys()])))
			.map(rows =>
				Object.fromEntries(rows.map((row, room) => [`r${room}`, row.map(to => `r${to}`)])),
			),
	);

function listReachable(rooms: Readonly<Record<string, readonly string[]>>, from: string): string[] {
	const direct = rooms[from] ?? [];
	return [...new Set([...direct, ...direct.flatMap(room => listReachable(rooms, room))])].sort();
}

test('the drawn arrows lead wherever the table leads, once it lists what follows', () => {
	fc.assert(
		fc.property(tables, table => {
			const names = Object.keys(table);
			const closed = Object.fromEntries(names.map(room => [room, listReachable(table, room)]));
			const drawn = reduceArrows(closed);
			expect(names.map(room => listReachable(drawn, room))).toEqual(Object.values(closed));
		}),
		{ numRuns: propertyRuns(200) },
	);
});
