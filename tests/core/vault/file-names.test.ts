import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createFileNames } from '../../../src/core/vault/file-names';
import type { FileNames } from '../../../src/core/vault/file-names';
import { propertyRuns } from '../../support/property-runs';

function namesOf(paths: readonly string[]): FileNames {
	const names = createFileNames();
	for (const path of paths) names.add(path);
	return names;
}

/** Where a target leads, written short: the path, with `?` where others would do, or nothing. */
function resolve(paths: readonly string[], target: string, from = 'from.md'): string | undefined {
	const resolution = namesOf(paths).resolve(target, from);
	if (resolution.kind === 'missing') return undefined;
	return resolution.kind === 'ambiguous' ? `${resolution.path}?` : resolution.path;
}

describe('a target', () => {
	test('is a file name, with or without .md, wherever the file stands', () => {
		const paths = ['技术/Kafka.md', 'b.md'];
		expect(resolve(paths, 'Kafka')).toBe('技术/Kafka.md');
		expect(resolve(paths, 'Kafka.md')).toBe('技术/Kafka.md');
		expect(resolve(paths, 'Kafk')).toBeUndefined();
	});

	test('is the end of a path, in whole folders', () => {
		const paths = ['a/b/Kafka.md', 'x/ab/Kafka.md'];
		expect(resolve(paths, 'b/Kafka')).toBe('a/b/Kafka.md');
		expect(resolve(paths, 'a/b/Kafka.md')).toBe('a/b/Kafka.md');
		expect(resolve(paths, 'c/Kafka')).toBeUndefined();
	});

	test('ignores case and Unicode form', () => {
		expect(resolve(['Tech/KAFKA.md'], 'tech/kafka')).toBe('Tech/KAFKA.md');
		expect(resolve(['Re\u0301sume\u0301.md'], 'résumé')).toBe('Re\u0301sume\u0301.md');
		expect(resolve(['a.MD'], 'a')).toBe('a.MD');
	});

	test('may hold dots', () => {
		const paths = ['Flink 2.3.md', 'a.png.md', 'a.png'];
		expect(resolve(paths, 'Flink 2.3')).toBe('Flink 2.3.md');
		expect(resolve(paths, 'a.png')).toBe('a.png.md');
		expect(resolve(['a.png'], 'a.png')).toBe('a.png');
		expect(resolve(['a.md.md', 'a.md'], 'a')).toBe('a.md');
		expect(resolve(['a.md.md'], 'a')).toBeUndefined();
		expect(resolve(['a.md.md', 'a.md'], 'a.md')).toBe('a.md.md');
	});

	test('of an attachment needs its ending', () => {
		expect(resolve(['img/图.png'], '图.png')).toBe('img/图.png');
		expect(resolve(['img/图.png'], '图')).toBeUndefined();
		expect(resolve(['a.canvas', 'a.md'], 'a.canvas')).toBe('a.canvas');
	});

	test('that is empty is the note itself', () => {
		expect(resolve([], '', 'x/y.md')).toBe('x/y.md');
	});

	test('may begin at the root or at the folder of the note', () => {
		const paths = ['Kafka.md', 'a/Kafka.md', 'a/b/Kafka.md'];
		expect(resolve(paths, '/Kafka', 'a/x.md')).toBe('Kafka.md');
		expect(resolve(paths, '/a/Kafka', 'x.md')).toBe('a/Kafka.md');
		expect(resolve(paths, '/b/Kafka', 'x.md')).toBeUndefined();
		expect(resolve(paths, './Kafka', 'a/x.md')).toBe('a/Kafka.md');
		expect(resolve(paths, './b/Kafka.md', 'a/x.md')).toBe('a/b/Kafka.md');
		expect(resolve(paths, '../Kafka', 'a/x.md')).toBe('Kafka.md');
		expect(resolve(paths, '../Kafka', 'a/b/x.md')).toBe('a/Kafka.md');
		expect(resolve(paths, '../../../Kafka', 'a/b/x.md')).toBeUndefined();
		expect(resolve(paths, './Flink', 'a/x.md')).toBeUndefined();
	});

	test.each(['.', '..', '/', '//', './', '../', 'a/', '.md', 'constructor', '__proto__', 'a\0b'])(
		'may be as odd as %j',
		target => {
			expect(resolve(['a/b.md', 'b.md'], target)).toBeUndefined();
		},
	);
});

describe('among several files of one name', () => {
	test('an exact path is the one', () => {
		expect(resolve(['a/Kafka.md', 'Kafka.md'], 'Kafka', 'a/x.md')).toBe('Kafka.md');
		expect(resolve(['a/b/Kafka.md', 'b/Kafka.md'], 'b/Kafka', 'a/b/x.md')).toBe('b/Kafka.md');
	});

	test('one below the folder of the note comes first', () => {
		const paths = ['a/Kafka.md', 'long/folder/Kafka.md'];
		expect(resolve(paths, 'Kafka', 'long/folder/x.md')).toBe('long/folder/Kafka.md?');
		expect(resolve(paths, 'Kafka', 'long/x.md')).toBe('long/folder/Kafka.md?');
		expect(resolve(paths, 'Kafka', 'lo/x.md')).toBe('a/Kafka.md?');
	});

	test('the shortest path comes next, then the order of the code units', () => {
		expect(resolve(['cc/K.md', 'b/K.md', 'a/K.md'], 'K')).toBe('a/K.md?');
		expect(namesOf(['cc/K.md', 'b/K.md', 'a/K.md']).resolve('K', 'x.md')).toEqual({
			kind: 'ambiguous',
			path: 'a/K.md',
			candidates: ['a/K.md', 'b/K.md', 'cc/K.md'],
		});
	});

	test('two that differ by case only are both meant', () => {
		expect(resolve(['a.md', 'A.md'], 'a')).toBe('A.md?');
	});

	test('one that was taken away is no more meant', () => {
		const names = namesOf(['a/K.md', 'b/K.md']);
		names.remove('a/K.md');
		names.remove('never/K.md');
		expect(names.resolve('K', 'x.md')).toEqual({ kind: 'found', path: 'b/K.md' });
		names.remove('b/K.md');
		expect(names.resolve('K', 'x.md')).toEqual({ kind: 'missing' });
	});
});

test('where a target leads does not depend on the order in which files came', () => {
	const name = fc.constantFrom('a', 'A', 'b', 'a.md', '水位线', 'e\u0301', '\u00E9', 'x.png');
	const folder = fc.constantFrom('', 'a/', 'A/', 'a/b/', 'long/');
	const path = fc.tuple(folder, name, fc.constantFrom('.md', '.MD', '')).map(p => p.join(''));
	const target = fc.oneof(
		path,
		fc.tuple(fc.constantFrom('', '/', './', '../'), path).map(p => p.join('')),
	);
	fc.assert(
		fc.property(fc.uniqueArray(path, { maxLength: 12 }), target, path, (paths, wanted, from) => {
			const expected = namesOf([...paths].sort()).resolve(wanted, from);
			expect(namesOf(paths).resolve(wanted, from)).toEqual(expected);
			expect(namesOf([...paths].reverse()).resolve(wanted, from)).toEqual(expected);
			if (expected.kind !== 'missing') expect(paths).toContain(expected.path);
		}),
		{ numRuns: propertyRuns(500) },
	);
});
