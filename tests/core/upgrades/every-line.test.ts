import { describe, expect, test } from '@jest/globals';
import { planUpgrade } from '../../../src/core/upgrades/plan-upgrade';
import type { Release } from '../../../src/core/upgrades/release';
import { applyEdits } from '../../../src/core/text/text-edit';
import { createNoteIndex } from '../../../src/core/vault/note-index';
import { aNote } from '../../support/a-note';
import { makeNextFiles, releasesUpToNext } from '../../support/next-release';
import { readFirstRelease, readPresent, releasesUpTo } from '../../support/old-release';

const HOME = '首页.md';
const MARK = '✎ 读者自己的一行';

/** So many lines of a note are changed at once, far from each other. */
const AT_ONCE = 24;

/** Everyday one batch of lines in so many; in deep runs every line of every note. */
const STEP = process.env.STACKBOOK_DEEP === '1' ? 1 : 31;

type Files = Readonly<Record<string, string>>;

interface Upgrade {
	readonly from: Files;
	readonly to: Files;
	readonly releases: readonly Release[];
}

/** Lines of one note that a reader changes. */
interface Batch {
	readonly path: string;
	readonly lines: readonly string[];
	/** Positions in `lines`. */
	readonly at: ReadonlySet<number>;
}

function batchesOf(files: Files): Batch[] {
	return Object.entries(files)
		.filter(([path]) => path.endsWith('.md'))
		.flatMap(([path, text]) => {
			const lines = text.split('\n');
			const count = Math.ceil(lines.length / AT_ONCE);
			return Array.from({ length: count }, (_, i) => {
				const all = Array.from(lines.keys()).filter(line => line % count === i);
				// The release is the program's own line.
				const at = new Set(all.filter(line => !/^(?:release|format):/.test(lines[line] ?? '')));
				return { path, lines, at };
			});
		})
		.filter((_, i) => i % STEP === 0);
}

function createUpgrade({ from, to, releases }: Upgrade): (path: string, text: string) => string {
	const home = aNote(HOME, from[HOME] ?? '');
	return (path, text) => {
		const index = createNoteIndex([home, aNote(path, text)]);
		const plan = planUpgrade({ index, shipped: to, releases, choiceFor: () => 'merge' });
		if (plan.kind !== 'planned') return text;
		for (const edit of plan.edits) {
			if (edit.kind === 'change' && edit.path === path) return applyEdits(text, edit.edits);
		}
		return text;
	};
}

function occurrences(text: string, line: string): number {
	return text.split('\n').filter(other => other === line).length;
}

function holdForEveryLine(upgrade: Upgrade): void {
	const run = createUpgrade(upgrade);
	const batches = batchesOf(upgrade.from);

	test('lines that the reader inserted are there once', () => {
		const lost: string[] = [];
		for (const { path, lines, at } of batches) {
			const changed = lines.flatMap((line, i) => (at.has(i) ? [`${MARK} ${i}`, line] : [line]));
			const after = run(path, changed.join('\n'));
			for (const i of at)
				if (occurrences(after, `${MARK} ${i}`) !== 1) lost.push(`${path}:${i + 1}`);
		}
		expect(lost).toEqual([]);
	});

	test('lines that the reader edited are as they left them', () => {
		const lost: string[] = [];
		for (const { path, lines, at } of batches) {
			const changed = lines.map((line, i) => (at.has(i) ? `${line} ${MARK} ${i}` : line));
			const after = run(path, changed.join('\n'));
			for (const i of at)
				if (occurrences(after, changed[i] ?? '') !== 1) lost.push(`${path}:${i + 1}`);
		}
		expect(lost).toEqual([]);
	});

	test('lines that the reader deleted stay deleted', () => {
		const back: string[] = [];
		for (const { path, lines, at } of batches) {
			const changed = lines.filter((_, i) => !at.has(i)).join('\n');
			const after = run(path, changed);
			for (const i of at) {
				const line = lines[i] ?? '';
				if (line.trim() === '' || line === '>') continue;
				const ofOurs =
					occurrences(upgrade.to[path] ?? '', line) - occurrences(lines.join('\n'), line);
				const most = occurrences(changed, line) + Math.max(0, ofOurs);
				if (occurrences(after, line) > most) back.push(`${path}:${i + 1}`);
			}
		}
		expect(back).toEqual([]);
	});
}

describe('from the first version to this one', () => {
	const present = readPresent();
	holdForEveryLine({ from: readFirstRelease(), to: present, releases: releasesUpTo(present) });
});

describe('from this version to one that has another text in every part', () => {
	const present = readPresent();
	const next = makeNextFiles(present);
	const version = /^release: (.*)$/m.exec(present[HOME] ?? '')?.[1] ?? '';
	holdForEveryLine({ from: present, to: next, releases: releasesUpToNext(present, version, next) });
});
