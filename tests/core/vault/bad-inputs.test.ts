// What people, merges and other tools leave in notes: each case with what is read of it, never more and never less.
import { describe, expect, test } from '@jest/globals';
import { parseNote, questionsOf } from '../../../src/core/index';
import { recordReliability } from '../../support/reliability';
import table from './bad-inputs.json';

/** A text and what is read of it, as the readers below write it. */
type Case = readonly [text: string, ...expected: unknown[]];
type Reader = (text: string) => unknown[];

const readFrontMatter: Reader = yaml => {
	const { properties, problems } = parseNote('a.md', `---\n${yaml}\n---\nbody\n`);
	return [
		[...properties].map(([name, { value }]) => `${name} = ${JSON.stringify(value)}`),
		problems.map(({ kind }) => kind),
	];
};

const readLinks: Reader = text => [
	parseNote('a.md', text).links.map(
		({ embed, target, subpath, alias }) =>
			`${embed ? '!' : ''}${target}${subpath && `#${subpath}`}${alias === undefined ? '' : `|${alias}`}`,
	),
];

const readShapes: Reader = text => {
	const { structure, problems } = parseNote('a.md', text);
	return [
		[
			...structure.headings.map(({ level, text: title }) => `h${level} ${title}`),
			...structure.checkboxes.map(({ character, text: words }) => `[${character}] ${words}`),
			...structure.callouts.map(({ type }) => `! ${type}`),
			...structure.blockIds.map(({ id }) => `^${id}`),
			...problems.map(({ kind }) => `? ${kind}`),
		],
	];
};

const readQuestions: Reader = text => {
	const note = parseNote('a.md', `---\ntype: concept\nid: n\n---\n## 原理\n\n${text}\n`);
	const { tracked, untracked } = questionsOf(note);
	return [
		[
			...tracked.map(
				({ id, status, level = 0, stars, prompt }) =>
					`${id} ${status} L${level} ★${stars} ${prompt}`,
			),
			...untracked.map(({ prompt }) => `untracked ${prompt}`),
		],
	];
};

const KINDS: readonly [what: string, cases: readonly Case[], read: Reader, least: number][] = [
	['front matter', table.frontMatter as unknown as Case[], readFrontMatter, 60],
	['links', table.links as unknown as Case[], readLinks, 45],
	['Markdown', table.shapes as unknown as Case[], readShapes, 30],
	['questions', table.questions as unknown as Case[], readQuestions, 30],
];

describe.each(KINDS)('of bad %s', (what, cases, read, least) => {
	test('exactly what is there is read', () => {
		const wrong = cases.flatMap(([text, ...expected]) => {
			const found = read(text);
			return JSON.stringify(found) === JSON.stringify(expected) ? [] : [{ text, expected, found }];
		});
		recordReliability('security', {
			what: `fixed bad inputs: ${what}`,
			count: cases.length,
			losses: wrong.length,
		});
		expect(wrong).toEqual([]);
		expect(new Set(cases.map(([text]) => text)).size).toBeGreaterThanOrEqual(least);
	});
});
