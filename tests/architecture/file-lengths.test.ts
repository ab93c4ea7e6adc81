// The linter counts TypeScript files; this counts the rest too, and says which are getting long.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { listFiles } from '../support/list-files';
import { ROOT } from '../support/room-table';

function countLines(path: string): number {
	const lines = readFileSync(join(ROOT, path), 'utf8').split('\n');
	return lines.filter(line => !/^\s*($|\/\/|\/?\*)/.test(line)).length;
}

function findLonger(folder: string, name: RegExp, limit: number): string[] {
	return listFiles(folder, name)
		.map(path => ({ path, lines: countLines(path) }))
		.filter(({ lines }) => lines > limit)
		.map(({ path, lines }) => `${path}: ${lines} lines, at most ${limit}`);
}

test('no file of src is longer than 300 lines, tables of strings apart', () => {
	expect(findLonger('src', /^src\/(?!i18n\/).*\.(m?ts|css)$/, 300)).toEqual([]);
});

test('main.ts of the plugin registers and does nothing else', () => {
	expect(findLonger('src/obsidian', /^src\/obsidian\/main\.ts$/, 120)).toEqual([]);
});

test('no script is longer than 200 lines and no test than 500', () => {
	expect(findLonger('scripts', /\.mjs$/, 200)).toEqual([]);
	expect(findLonger('tests', /\.test\.ts$/, 500)).toEqual([]);
});
