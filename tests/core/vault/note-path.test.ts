import { describe, expect, test } from '@jest/globals';
import {
	fileNameOf,
	foldName,
	folderOf,
	isNotePath,
	joinPath,
	titleOf,
} from '../../../src/core/vault/note-path';

test('a path has a title, a file name and a folder', () => {
	expect(['技术/流计算/Flink.md', 'Flink.MD', 'a.b.md', 'img/a.png'].map(titleOf)).toEqual([
		'Flink',
		'Flink',
		'a.b',
		'a.png',
	]);
	expect(['a/b/c.md', 'c.md', ''].map(fileNameOf)).toEqual(['c.md', 'c.md', '']);
	expect(['a/b/c.md', 'c.md', ''].map(folderOf)).toEqual(['a/b', '', '']);
});

test('only files that end in .md, in any case, are notes', () => {
	expect(['a.md', 'a.MD', 'a.mdx', 'a.png', 'md', 'a.md/b'].map(isNotePath)).toEqual([
		true,
		true,
		false,
		false,
		false,
		false,
	]);
});

describe('joinPath', () => {
	test.each([
		['a/b', './c', 'a/b/c'],
		['a/b', '../c', 'a/c'],
		['a/b', '../../c', 'c'],
		['a/b', '../../../c', undefined],
		['', './c', 'c'],
		['', '../c', undefined],
		['a', './x/../y//z/.', 'a/y/z'],
	])('from %j to %j is %j', (folder, relative, expected) => {
		expect(joinPath(folder, relative)).toBe(expected);
	});
});

test('names are the same whatever their case and Unicode form', () => {
	expect(foldName('Re\u0301sume\u0301.md')).toBe(foldName('RÉSUMÉ.md'));
	expect(foldName('水位线')).toBe('水位线');
	expect(foldName('a')).not.toBe(foldName('á'));
});
