// Every question of the documents that the vault grew from has an answer in it. The documents are not
// here: a reference names a document and a line (`000:19`), and `asks` says in English what stands there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { listQuestions } from '../../src/core/questions/question';
import { listFiles } from '../support/list-files';
import { ROOT } from '../support/room-table';
import { readShippedVault } from '../support/shipped-vault';

interface SourceQuestion {
	readonly source: string;
	readonly asks: string;
	/** Ids of questions, or `note#heading`. */
	readonly answeredBy: readonly string[];
}

function readJson(path: string): unknown {
	return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

const index = readShippedVault();
const ids = new Set(listQuestions(index).map(({ id }) => id));
const files = listFiles('tests/vault-template/source-questions', /\.json$/);
const asked = files.flatMap(file =>
	(readJson(file) as SourceQuestion[]).map(question => ({
		file: file.replace(/.*\//, ''),
		...question,
	})),
);
const references = readJson('tests/vault-template/source-references.json') as {
	source: string;
	technology: string;
}[];

function isAnswer(answer: string): boolean {
	const hash = answer.indexOf('#');
	if (hash === -1) return ids.has(answer);
	const resolution = index.resolve(answer.slice(0, hash), '');
	const note = resolution.kind === 'found' ? index.find(resolution.path) : undefined;
	const heading = answer.slice(hash + 1);
	return note?.structure.headings.some(({ text }) => text === heading) ?? false;
}

test('an answer is a question or a heading that is there', () => {
	expect(isAnswer([...ids][0] ?? '')).toBe(true);
	expect(isAnswer('no-such-question')).toBe(false);
	expect(isAnswer('Flink#原理')).toBe(true);
	expect(isAnswer('Flink#没有这一节')).toBe(false);
	expect(isAnswer('没有这篇#原理')).toBe(false);
});

test('every question of the sources is answered', () => {
	const open = asked.flatMap(({ file, source, answeredBy }) =>
		answeredBy.length === 0
			? [`${file} ${source}: nothing`]
			: answeredBy
					.filter(answer => !isAnswer(answer))
					.map(answer => `${file} ${source}: ${answer}`),
	);
	expect(open).toEqual([]);
});

test('every reference to the sources is covered', () => {
	const covered = new Set(asked.map(({ source }) => source));
	const left = references.filter(({ source }) => !covered.has(source));
	expect(left.map(({ source, technology }) => `${source} ${technology}`)).toEqual([]);
});

test('sources are named by document and line, and told in English words', () => {
	expect(references).toHaveLength(158);
	const odd = asked.filter(
		({ source, asks }) => !/^00[0-4]:\d+$/.test(source) || !/^[\x20-\x7e]+$/.test(asks),
	);
	expect(odd).toEqual([]);
	expect(references.filter(({ source }) => !/^00[0-4]:\d+$/.test(source))).toEqual([]);
});
