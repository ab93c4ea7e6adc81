import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { questionsOf } from '../../src/core/questions/question';
import { applyEdits } from '../../src/core/text/text-edit';
import { aNote } from '../support/a-note';
import { countLines } from '../support/every-line';
import { readFirstRelease, readPresent } from '../support/old-release';
import { isDeepRun } from '../support/property-runs';
import { liveThroughMonth } from '../support/reader-month';
import type { ReaderMonth } from '../support/reader-month';
import { recordReliability } from '../support/reliability';
import { copyBuiltCommand } from './support/built-command';
import { runProgram } from './support/child-program';
import { listTree, makeFolder, removeFolder, removeFolders } from './support/temporary-folder';

const READERS = isDeepRun ? 20 : 1;
const FIRST = readFirstRelease();
const PRESENT = readPresent();

let program = '';
beforeAll(() => {
	program = copyBuiltCommand();
}, 60_000);
afterAll(removeFolders);

type Files = Readonly<Record<string, string>>;

function readVault(folder: string): Files {
	const paths = listTree(folder).filter(path => !path.startsWith('.stackbook/'));
	return Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** A note as lines: without regions, which the program writes, and without marks of a file's form. */
function linesOutside(path: string, text: string): string[] {
	const { regions } = aNote(path, text).structure;
	const bare = applyEdits(
		text,
		regions.map(({ range }) => ({ range, newText: '' })),
	);
	return bare
		.replace(/^\uFEFF/, '')
		.replaceAll('\r\n', '\n')
		.split('\n');
}

/** Not compared as lines: what is blank or the program's own, and questions, whose box is the reader's alone. */
const isOurs = (line: string): boolean =>
	line.trim() === '' || /^(?:release|format): |^>$|^- \[.\] .* \^\S+$|^---$/.test(line);

function boxesOf(path: string, text: string): Map<string, string> {
	const { tracked } = questionsOf(aNote(path, text));
	return new Map(tracked.map(({ id, checkbox }) => [id, checkbox.character]));
}

const idOf = (text: string): string => /^id: (.*)$/m.exec(text)?.[1] ?? '首页';

/** What an upgrade took from the reader, or brought back against their will. */
function findLosses({ files, notes, own, deleted }: ReaderMonth, after: Files): string[] {
	const lost: string[] = [];
	for (const path of own) if (after[path] !== files[path]) lost.push(`own file ${path}`);
	const presentById = new Map(Object.values(PRESENT).map(text => [idOf(text), text]));
	for (const [path, { text, shipped }] of notes) {
		const now = after[path];
		if (now === undefined) {
			lost.push(`note ${path}`);
			continue;
		}
		const [had, has, ships, is] = [shipped, text, presentById.get(idOf(shipped)) ?? '', now].map(
			one => linesOutside(path, one),
		) as [string[], string[], string[], string[]];
		const [inShipped, inUsed, inPresent, inAfter] = [had, has, ships, is].map(lines =>
			countLines(lines.join('\n')),
		) as [typeof countOfNone, typeof countOfNone, typeof countOfNone, typeof countOfNone];
		for (const line of new Set(has))
			if (!isOurs(line) && inUsed(line) > inShipped(line) && inAfter(line) < inUsed(line))
				lost.push(`${path}: ${line}`);
		for (const line of new Set(had)) {
			const most = inUsed(line) + Math.max(0, inPresent(line) - inShipped(line));
			if (!isOurs(line) && inUsed(line) < inShipped(line) && inAfter(line) > most)
				lost.push(`back in ${path}: ${line}`);
		}
		const boxes = boxesOf(path, now);
		for (const [id, character] of boxesOf(path, text))
			if (boxes.get(id) !== character) lost.push(`box of ${id}`);
		const words = text.match(/✎\d+ [^✎]* ✎/g) ?? [];
		for (const word of words) if (!now.includes(word)) lost.push(`${path}: ${word}`);
	}
	const ids = new Set(Object.values(after).map(idOf));
	for (const id of deleted) if (ids.has(id)) lost.push(`back: ${id}`);
	return lost;
}

const countOfNone = countLines('');

test('a vault of the first release with a month of use is upgraded by the program as it ships, and not a byte of the reader is lost', async () => {
	const run = (folder: string, ...argv: string[]): ReturnType<typeof runProgram> =>
		runProgram(program, argv, { cwd: folder });
	const problems: string[] = [];
	for (let reader = 1; reader <= READERS; reader++) {
		const month = liveThroughMonth(FIRST, reader);
		const folder = makeFolder(month.files);
		const { exit, err } = await run(folder, 'update');
		const after = readVault(folder);
		const again = await run(folder, 'update', '--json');
		const found = findLosses(month, after);
		if (exit > 1) found.push(`exit ${exit}: ${err}`);
		if (!again.out.includes('"backup": null')) found.push('a second update does something');
		const undone = await run(folder, 'update', '--undo');
		const back = readVault(folder);
		for (const path of new Set([...Object.keys(back), ...Object.keys(month.files)]))
			if (back[path] !== month.files[path]) found.push(`${undone.exit} not undone: ${path}`);
		problems.push(...found.map(problem => `reader ${reader}: ${problem}`));
		removeFolder(folder);
	}
	recordReliability('upgrade', {
		what: 'readers with a month of use of the first release, upgraded and taken back by the built command',
		count: READERS,
		losses: problems.length,
	});
	expect(problems).toEqual([]);
}, 1_200_000);
