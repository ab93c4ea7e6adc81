// The linter refuses what src/rooms.json does not allow, but it cannot see a folder that nobody
// declared, nor a table that allows a circle. These tests can.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { listFiles } from '../support/list-files';
import { ROOT, readRoomTable } from '../support/room-table';

const { rooms, packages, oneFileOnly } = readRoomTable();

function listFolders(folder: string): string[] {
	const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
	return entries.filter(entry => entry.isDirectory()).map(entry => entry.name);
}

function findCycle(room: string, path: readonly string[]): readonly string[] | undefined {
	if (path.includes(room)) return [...path, room];
	for (const next of rooms[room] ?? []) {
		const cycle = findCycle(next, [...path, room]);
		if (cycle !== undefined) return cycle;
	}
	return undefined;
}

describe('src/rooms.json', () => {
	test('names every folder of src and of the core', () => {
		const folders = [
			...listFolders('src').filter(name => name !== 'core'),
			...listFolders('src/core').map(name => `core/${name}`),
		];
		expect(folders).not.toEqual([]);
		expect(folders.filter(folder => !(folder in rooms))).toEqual([]);
	});

	test('names no room that is not there', () => {
		const missing = Object.keys(rooms).filter(
			room => statSync(join(ROOT, 'src', room), { throwIfNoEntry: false }) === undefined,
		);
		expect(missing).toEqual([]);
	});

	test('allows only rooms that it names', () => {
		const unknown = Object.values(rooms)
			.flat()
			.filter(room => !(room in rooms));
		expect(unknown).toEqual([]);
	});

	test('has no circle', () => {
		const cycles = Object.keys(rooms).map(room => findCycle(room, []));
		expect(cycles.filter(cycle => cycle !== undefined)).toEqual([]);
	});

	test('lets nobody but the hosts and the texts import the door, and no host another host', () => {
		const throughTheDoor = Object.keys(rooms).filter(room =>
			rooms[room]?.includes('core/index.ts'),
		);
		expect(throughTheDoor).toEqual(['i18n', 'obsidian', 'cli']);
		expect(Object.values(rooms).flat()).not.toContain('obsidian');
		expect(Object.values(rooms).flat()).not.toContain('cli');
	});

	test('has a row of packages for each place outside and for the core', () => {
		expect(Object.keys(packages)).toEqual(
			expect.arrayContaining(['core/**', 'i18n/**', 'obsidian/**', 'cli/**']),
		);
	});

	test.each(oneFileOnly)('%s is imported by one file at most', name => {
		const importing = listFiles('src', /\.m?ts$/).filter(path =>
			readFileSync(join(ROOT, path), 'utf8').includes(`from '${name}'`),
		);
		expect(importing.slice(1)).toEqual([]);
	});
});

describe('loose files', () => {
	test('the only module directly in src/core is the door, and there is none in src', () => {
		const files = [
			...listFiles('src', /^src\/[^/]+\.m?ts$/),
			...listFiles('src', /^src\/core\/[^/]+\.ts$/),
		];
		expect(files).toEqual(['src/core/index.ts']);
	});

	test('no file is named after nothing in particular', () => {
		const vague =
			/(^|[/-])(utils?|helpers?|common|managers?|services?|misc|types|constants)\.m?ts$/;
		expect(listFiles('src', vague)).toEqual([]);
		expect(listFiles('tests', vague)).toEqual([]);
	});
});
