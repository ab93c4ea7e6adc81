import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import matter from 'gray-matter';
import { splitFrontMatter } from '../../../src/core/markdown/front-matter';
import { readProperties } from '../../../src/core/markdown/front-matter-properties';
import type { FrontMatterReading } from '../../../src/core/markdown/front-matter-properties';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

function read(text: string): FrontMatterReading {
	const split = splitFrontMatter(text);
	if (split.kind !== 'found') throw new Error(`No front matter in ${JSON.stringify(text)}`);
	return readProperties(text, split);
}

const readYaml = (yaml: string): FrontMatterReading => read(`---\n${yaml}\n---\n`);

const valuesOf = ({ properties }: FrontMatterReading): [string, unknown][] =>
	[...properties.values()].map(({ name, value }) => [name, value]);

const problemsOf = ({ problems }: FrontMatterReading): [string, number][] =>
	problems.map(({ kind, line }) => [kind, line]);

describe('values', () => {
	test('are texts, numbers, booleans, nothing and lists', () => {
		const yaml = 'a: 流\nb: 2.3\nc: true\nd:\ne: ~\nf: [1, x]\ng:\n  - p\n  - "q r"\nh: "2.3"';
		expect(valuesOf(readYaml(yaml))).toEqual([
			['a', '流'],
			['b', 2.3],
			['c', true],
			['d', null],
			['e', null],
			['f', [1, 'x']],
			['g', ['p', 'q r']],
			['h', '2.3'],
		]);
	});

	test('follow YAML 1.2: yes, dates and clock times are texts', () => {
		expect(valuesOf(readYaml('a: yes\nb: 2026-11-20\nc: 12:30\nd: 0o17'))).toEqual([
			['a', 'yes'],
			['b', '2026-11-20'],
			['c', '12:30'],
			['d', 15],
		]);
	});

	test('keep the order of the note and names like those of an object', () => {
		const yaml = '__proto__: 1\nconstructor: 2\ntoString: 3\nz: 4\na: 5';
		expect(valuesOf(readYaml(yaml)).map(([name]) => name)).toEqual(
			yaml.split('\n').map(line => line.split(':')[0]),
		);
		expect({}).not.toHaveProperty('polluted');
		expect(valuesOf(readYaml('__proto__: [polluted]'))).toEqual([['__proto__', ['polluted']]]);
	});

	test('of block scalars, quotes, tags and anchors are what they mean', () => {
		const yaml =
			"a: |\n  x\n  y\nb: >\n  x\n  y\nc: 'it''s'\nd: \"\\u6d41\"\ne: !!str 1\nf: &anchor v";
		expect(valuesOf(readYaml(yaml))).toEqual([
			['a', 'x\ny\n'],
			['b', 'x y\n'],
			['c', "it's"],
			['d', '流'],
			['e', '1'],
			['f', 'v'],
		]);
	});

	test('of a wikilink without quotes are a list of a list, as Obsidian reads it', () => {
		expect(valuesOf(readYaml('up: [[Kafka]]\ndown: "[[Flink]]"'))).toEqual([
			['up', [['Kafka']]],
			['down', '[[Flink]]'],
		]);
	});

	test('are the same with CRLF and behind a byte order mark', () => {
		expect(valuesOf(read('\uFEFF---\r\na: 1\r\nb:\r\n  - x\r\n---\r\n'))).toEqual([
			['a', 1],
			['b', ['x']],
		]);
	});

	test('are none where the block is empty or only comments', () => {
		for (const text of ['---\n---\n', '---\n# comment\n---\n', '---\n\n---\n']) {
			expect(read(text)).toEqual({ properties: new Map(), problems: [] });
		}
	});

	test('stand where their range says, on the line that their name has', () => {
		const text = '---\n# c\na: "流 式" # why\nb: [x, y]\nc:\nd: 5\n---\n';
		const { properties } = read(text);
		const places = [...properties.values()].map(({ range, line }) => [
			text.slice(range.start, range.end),
			line,
		]);
		expect(places).toEqual([
			['"流 式"', 3],
			['[x, y]', 4],
			['', 5],
			['5', 6],
		]);
	});
});

describe('problems', () => {
	test.each([
		['a bracket that nobody closed', 'a: 1\nb: [x', 'invalid-yaml'],
		['a tab for indentation', 'a:\n\t- x', 'invalid-yaml'],
		['a colon in a value', 'a: b: c', 'invalid-yaml'],
		['conflict markers', '<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x', 'invalid-yaml'],
		['a list', '- a\n- b', 'not-a-map'],
		['a text', 'only words', 'not-a-map'],
		['thousands of brackets', `a: ${'['.repeat(5000)}`, 'too-large'],
		['thousands of indented lists', `a:\n  ${'- '.repeat(5000)}x`, 'invalid-yaml'],
		['more than 64 KB', `a: ${'x'.repeat(70_000)}`, 'too-large'],
	])('%s makes one, and no properties', (_, yaml, kind) => {
		const reading = readYaml(yaml);
		expect(problemsOf(reading).map(([found]) => found)).toEqual([kind]);
		expect(reading.properties.size).toBe(0);
	});

	test('name the line of the note', () => {
		expect(problemsOf(readYaml('a: 1\nb: 2\na: 3'))).toEqual([['duplicate-property', 4]]);
		expect(problemsOf(readYaml('a: 1\nb:\n  c: 2'))).toEqual([['nested-property', 3]]);
		expect(problemsOf(readYaml('a: 1\nb: "x'))[0]?.[1]).toBeGreaterThanOrEqual(3);
		expect(problemsOf(readYaml('a: 1\nb: c: d'))).toEqual([['invalid-yaml', 3]]);
	});

	test('of a duplicate keep the first value', () => {
		expect(valuesOf(readYaml('a: 1\na: 2\nb: 3'))).toEqual([
			['a', 1],
			['b', 3],
		]);
	});

	test('of a nested map and of an alias leave the other properties', () => {
		const reading = readYaml('a: &x 1\nb: *x\nc: { d: 1 }\ne: 5\n<<: *x');
		expect(valuesOf(reading)).toEqual([
			['a', 1],
			['e', 5],
		]);
		expect(problemsOf(reading)).toEqual([
			['nested-property', 3],
			['nested-property', 4],
			['nested-property', 6],
		]);
	});

	test('of an alias bomb cost no time', () => {
		const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}]`);
		expect(valuesOf(readYaml(['l0: &l0 x', ...levels].join('\n')))[0]).toEqual(['l0', 'x']);
	});

	test('of thousands of keys cost no time', () => {
		const yaml = Array.from({ length: 4000 }, (_, i) => `k${i}: ${i}`).join('\n');
		expect(readYaml(yaml).properties.size).toBe(4000);
	});
});

test('a key without a colon has its empty value inside the front matter', () => {
	const text = '---\n? k\r---\n';
	const split = splitFrontMatter(text);
	if (split.kind !== 'found') throw new Error('no front matter');
	const { end } = split.content;
	const ranges = Array.from(readProperties(text, split).properties.values(), ({ range }) => range);
	expect(ranges).toEqual([{ start: end, end }]);
});

test('reading never throws, and every range and line lies in the front matter', () => {
	fc.assert(
		fc.property(anyMarkdown, text => {
			const split = splitFrontMatter(text);
			if (split.kind !== 'found') return;
			const { properties, problems } = readProperties(text, split);
			const lineCount = text.slice(0, split.block.end).split(/\r\n|\n|\r/).length;
			for (const { range, line } of properties.values()) {
				expect(range.start).toBeGreaterThanOrEqual(split.content.start);
				expect(range.end).toBeGreaterThanOrEqual(range.start);
				expect(range.end).toBeLessThanOrEqual(split.content.end);
				expect(line).toBeGreaterThan(1);
				expect(line).toBeLessThanOrEqual(lineCount);
			}
			for (const { line } of problems) expect(line).toBeLessThanOrEqual(lineCount);
		}),
		{ numRuns: propertyRuns(500) },
	);
});

describe('gray-matter, another reader of the same notes,', () => {
	const word = fc.string({
		unit: fc.constantFrom('a', 'Z', '流', '式', '-', '_', '7', 'é', '.', '/', '·'),
		minLength: 1,
		maxLength: 8,
	});
	// What both versions of YAML read alike: quoted texts, plain words, small numbers, lists.
	const scalar = fc.oneof(
		fc.string({ maxLength: 12 }).map(text => JSON.stringify(text)),
		word.map(text => `x${text}`),
		fc.integer({ min: -1000, max: 1000 }).map(String),
		fc.constantFrom('true', 'false', 'null', "'it''s'", '""', '"[[Kafka|K]]"', '3.25'),
	);
	const value = fc.oneof(
		scalar.map(text => ` ${text}`),
		scalar.map(text => ` ${text} # comment`),
		fc.array(scalar, { maxLength: 4 }).map(items => ` [${items.join(', ')}]`),
		fc
			.array(scalar, { minLength: 1, maxLength: 4 })
			.map(items => items.map(item => `\n  - ${item}`).join('')),
		fc.constant(''),
	);
	const note = fc.record({
		entries: fc.uniqueArray(
			fc.tuple(
				word.map(name => `k${name}`),
				value,
			),
			{
				selector: ([name]) => name,
				maxLength: 8,
			},
		),
		body: fc.array(word, { maxLength: 5 }).map(words => words.join('\n')),
		eol: fc.constantFrom('\n', '\r\n'),
	});

	test('finds the same data and the same body', () => {
		fc.assert(
			fc.property(note, ({ entries, body, eol }) => {
				const yaml = entries.map(([name, text]) => `${name}:${text}\n`).join('');
				const text = `---\n${yaml}---\n${body}`.replaceAll('\n', eol);
				const split = splitFrontMatter(text);
				const theirs = matter(text, {});
				const ours = valuesOf(read(text));
				expect(Object.fromEntries(ours)).toEqual(theirs.data);
				expect(split.kind === 'found' && text.slice(split.block.end)).toBe(theirs.content);
			}),
			{ numRuns: propertyRuns(300) },
		);
	});
});
