import { describe, expect, test } from '@jest/globals';
import { makeRelease } from '../../../src/core/upgrades/release';
import type { Release } from '../../../src/core/upgrades/release';
import {
	compactHistory,
	readHistory,
	recordRelease,
} from '../../../src/core/upgrades/release-history';
import { readFirstRelease, readPresent, readRecord, releasesUpTo } from '../../support/old-release';

const record = readRecord();
const first = makeRelease('0.1.0', readFirstRelease(), 'lines');

/** Hashes alone: of a part that is as it was, the lines are nobody's base and are not carried. */
function hashesOf({ notes, files }: Release): unknown {
	const parts = [...notes.values()].map(note => [
		note.key,
		note.path,
		Object.fromEntries([...note.parts].map(([key, { hash }]) => [key, hash])),
	]);
	return { parts: parts.sort(), files: Object.fromEntries(files) };
}

describe('the record of releases', () => {
	test('holds the releases in their order', () => {
		expect(record.releases.slice(0, 3).map(({ version }) => version)).toEqual([
			...['0.1.0', '0.1.1', '0.2.0'],
		]);
	});

	test('is made again from the texts of a release, to the same bytes', () => {
		const again = recordRelease({ ...record, releases: record.releases.slice(1) }, first);
		expect(again).toEqual(record);
	});

	test('knows the lines of every part that has more than one', () => {
		const made = recordRelease({ releases: [], lines: {} }, first);
		expect(Object.keys(made.lines).filter(hash => !(hash in record.lines))).toEqual([]);
		const wanted = new Set(
			record.releases.flatMap(({ notes }) =>
				Object.values(notes).flatMap(one => Object.values(one.parts)),
			),
		);
		expect(Object.keys(record.lines).filter(hash => !wanted.has(hash))).toEqual([]);
	});
});

describe('the history that a program carries', () => {
	const present = readPresent();

	test('gives every recorded release back', () => {
		const releases = releasesUpTo(present);
		expect(hashesOf(releases[0] ?? first)).toEqual(hashesOf(first));
		for (const [i, { version, notes }] of record.releases.entries()) {
			expect(releases[i]?.version).toBe(version);
			expect([...(releases[i]?.notes.keys() ?? [])].sort()).toEqual(Object.keys(notes).sort());
		}
	});

	test('has the lines of what is different now', () => {
		const [release] = releasesUpTo(present);
		const now = makeRelease('', present, 'parts');
		for (const [key, { parts }] of release?.notes ?? []) {
			for (const [name, { hash, lines }] of parts) {
				if (now.notes.get(key)?.parts.get(name)?.hash === hash) continue;
				expect([key, name, lines]).toEqual([
					key,
					name,
					first.notes.get(key)?.parts.get(name)?.lines,
				]);
			}
		}
	});

	test('grows with what changed, not with what there is', () => {
		const size = JSON.stringify(compactHistory(record, present)).length;
		expect(size).toBeLessThan(JSON.stringify(record).length / 20);
	});

	test('remembers notes that came, went and moved', () => {
		const [a, b] = ['---\nid: a\n---\nA\n', '---\nid: b\n---\nB\n'];
		let made = recordRelease(
			{ releases: [], lines: {} },
			makeRelease('1.0.0', { 'a.md': a }, 'lines'),
		);
		made = recordRelease(made, makeRelease('1.10.0', { 'x/a.md': a, 'b.md': b }, 'lines'));
		made = recordRelease(made, makeRelease('1.9.0', { 'a.md': a, 'b.md': b }, 'lines'));
		const releases = readHistory(compactHistory(made, { 'b.md': b }), '2.0.0', { 'b.md': b });
		const places = releases.map(({ version, notes }) => [
			version,
			...[...notes.values()].map(({ path }) => path).sort(),
		]);
		expect(places).toEqual([
			['1.0.0', 'a.md'],
			['1.9.0', 'a.md', 'b.md'],
			['1.10.0', 'b.md', 'x/a.md'],
			['2.0.0', 'b.md'],
		]);
	});
});
