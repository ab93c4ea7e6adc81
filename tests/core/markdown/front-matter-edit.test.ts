import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitFrontMatter } from '../../../src/core/markdown/front-matter';
import { planPropertyEdit } from '../../../src/core/markdown/front-matter-edit';
import type { WritableValue } from '../../../src/core/markdown/front-matter-edit';
import { readProperties } from '../../../src/core/markdown/front-matter-properties';
import type { PropertyValue } from '../../../src/core/markdown/property';
import { applyEdits } from '../../../src/core/text/text-edit';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';
import { assertAndRecord } from '../../support/reliability';

/** The note after the edit, or why there is none. */
function setProperty(text: string, name: string, value: WritableValue): string {
	const edit = planPropertyEdit(text, name, value);
	return edit.kind === 'planned' ? applyEdits(text, edit.edits) : edit.reason;
}

/** The front matter after the edit, without its fences. */
function setIn(yaml: string, name: string, value: WritableValue): string {
	const edited = setProperty(`---\n${yaml}---\nbody\n`, name, value);
	if (!edited.startsWith('---\n')) return edited;
	expect(edited.endsWith('---\nbody\n')).toBe(true);
	return edited.slice('---\n'.length, -'---\nbody\n'.length);
}

function valuesOf(text: string): Map<string, PropertyValue> {
	const split = splitFrontMatter(text);
	if (split.kind !== 'found') return new Map();
	const { properties } = readProperties(text, split);
	return new Map([...properties.values()].map(property => [property.name, property.value]));
}

describe('a value that stands', () => {
	test('is replaced between its own first and last byte', () => {
		expect(setIn('a: 1\nb:   "old"   # why\nc: 3\n', 'b', 'new')).toBe(
			'a: 1\nb:   new   # why\nc: 3\n',
		);
	});

	test('gets quotes only where YAML needs them', () => {
		const set = (value: WritableValue): string => setIn('a: x\n', 'a', value);
		expect(set('流 式')).toBe('a: 流 式\n');
		expect(set('2.3')).toBe('a: "2.3"\n');
		expect(set(2.3)).toBe('a: 2.3\n');
		expect(set('true')).toBe('a: "true"\n');
		expect(set(true)).toBe('a: true\n');
		expect(set('')).toBe('a: ""\n');
		expect(set('[[Kafka]]')).toBe('a: "[[Kafka]]"\n');
		expect(set('a: b # c')).toBe('a: "a: b # c"\n');
		expect(set('https://flink.apache.org')).toBe('a: https://flink.apache.org\n');
		expect(set('2026-11-20')).toBe('a: 2026-11-20\n');
		expect(set('---')).toBe('a: "---"\n');
		expect(set('... x')).toBe('a: "... x"\n');
		expect(set('\u00A0x\u3000')).toBe('a: \u00A0x\u3000\n');
	});

	test('of several lines is written on one', () => {
		expect(setIn('a: x\n', 'a', 'one\ntwo')).toBe('a: "one\\ntwo"\n');
		const long = `${'long '.repeat(30)}\n---\n\n${'more '.repeat(30)}`;
		const edited = setProperty('---\na: x\n---\nbody\n', 'a', long);
		expect(edited.split('\n')).toHaveLength(5);
		expect(valuesOf(edited).get('a')).toBe(long);
	});

	test('becomes a list of indented items, and a list becomes a value', () => {
		expect(setIn('a: x # c\nb: 1\n', 'a', ['p', 'q: r'])).toBe('a:\n  - p\n  - "q: r" # c\nb: 1\n');
		expect(setIn('a:\n  - p\n  - q\nb: 1\n', 'a', 'x')).toBe('a: x\nb: 1\n');
		expect(setIn('a: [p, q] # c\nb: 1\n', 'a', 'x')).toBe('a: x # c\nb: 1\n');
	});

	test('of a list is replaced whole, whatever its indentation', () => {
		expect(setIn('a:\n- p\n- q\nb: 1\n', 'a', ['r'])).toBe('a:\n  - r\nb: 1\n');
		expect(setIn('a:\n    - p\nb: 1\n', 'a', [])).toBe('a: []\nb: 1\n');
		expect(setIn('b: 1\na:\n  - p\n', 'a', ['r', 's'])).toBe('b: 1\na:\n  - r\n  - s\n');
	});

	test('that is empty is filled after its colon', () => {
		expect(setIn('a:\nb: 1\n', 'a', 'x')).toBe('a: x\nb: 1\n');
		expect(setIn('a: # why\nb: 1\n', 'a', 'x')).toBe('a: x # why\nb: 1\n');
		expect(setIn('b: 1\na:\n', 'a', ['x'])).toBe('b: 1\na:\n  - x\n');
		expect(setIn('a: ""\n', 'a', 'x')).toBe('a: x\n');
	});

	test('may have a quoted or a Chinese name', () => {
		expect(setIn('"a b": 1\n执行模型: 旧\n', 'a b', 2)).toBe('"a b": 2\n执行模型: 旧\n');
		expect(setIn('"a b": 1\n执行模型: 旧\n', '执行模型', '新')).toBe('"a b": 1\n执行模型: 新\n');
	});
});

describe('a property that is not there', () => {
	test('comes last, in the line breaks of the note', () => {
		expect(setIn('a: 1\n# end\n', 'b', 'x')).toBe('a: 1\n# end\nb: x\n');
		expect(setProperty('---\r\na: 1\r\n---\r\nbody\r\n', 'b', ['x', 'y'])).toBe(
			'---\r\na: 1\r\nb:\r\n  - x\r\n  - y\r\n---\r\nbody\r\n',
		);
		expect(setIn('', 'b', 1)).toBe('b: 1\n');
	});

	test('comes with front matter of its own where there is none', () => {
		expect(setProperty('body\n', 'a', 1)).toBe('---\na: 1\n---\nbody\n');
		expect(setProperty('body\r\n', 'a', 1)).toBe('---\r\na: 1\r\n---\r\nbody\r\n');
		expect(setProperty('', 'a', [])).toBe('---\na: []\n---\n');
		expect(setProperty('\uFEFFbody', 'a', 1)).toBe('\uFEFF---\na: 1\n---\nbody');
	});

	test('may be called like a method of objects', () => {
		expect(setIn('a: 1\n', '__proto__', 'x')).toBe('a: 1\n__proto__: x\n');
		expect(setIn('a: 1\n', 'constructor', 'x')).toBe('a: 1\nconstructor: x\n');
	});

	test('leaves nested maps and what follows a block scalar alone', () => {
		expect(setIn('a:\n  b: 1\nc: |\n  text\n', 'd', 2)).toBe('a:\n  b: 1\nc: |\n  text\nd: 2\n');
	});
});

describe('nothing is written', () => {
	test.each([
		['the front matter is not closed', '---\na: 1\n'],
		['the YAML is broken', '---\na: [1\n---\n'],
		['a name stands twice', '---\na: 1\na: 2\n---\n'],
		['the YAML is a list', '---\n- a\n---\n'],
		['the block is too large', `---\na: ${'x'.repeat(70_000)}\n---\n`],
	])('where %s', (_, text) => {
		expect(setProperty(text, 'a', 'x')).toBe('invalid-front-matter');
	});

	test.each([
		['a nested map', 'a:\n  b: 1\n'],
		['a block scalar', 'a: |\n  text\n'],
		['an anchor, which another value may use', 'a: &x 1\nb: *x\n'],
		['an alias', 'b: &x 1\na: *x\n'],
		['a tag', 'a: !!str 1\n'],
		['a list with a comment in it', 'a:\n  - p # why\n  - q\n'],
		['a map in braces', '{ a: 1 }\n'],
	])('over %s', (_, yaml) => {
		expect(setIn(yaml, 'a', 'x')).toBe('complex-value');
	});

	test('beside a root that is indented, where a new line would not fit', () => {
		expect(setIn('  a: 1\n', 'b', 'x')).toBe('complex-value');
	});
});

const name = fc.oneof(
	fc.constantFrom(
		'a',
		'b',
		'执行模型',
		'__proto__',
		'a b',
		'null',
		'1',
		'true',
		'k: v',
		'#',
		'- x',
	),
	fc.string({ maxLength: 6 }),
);
const text = fc.oneof(
	fc.string({ maxLength: 20 }),
	fc.string({ unit: 'grapheme', maxLength: 60 }),
	fc
		.array(fc.constantFrom('---', '\n', '\r\n', '# ', ': ', 'word ', '"', "'", '\\', '- ', '\t'), {
			maxLength: 40,
		})
		.map(pieces => pieces.join('')),
);
const value: fc.Arbitrary<WritableValue> = fc.oneof(
	text,
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
	fc.array(text, { maxLength: 4 }),
);

/** Front matter as people have it: comments, quotes, lists of both kinds, odd spaces. */
const ordinaryNote = fc
	.record({
		entries: fc.uniqueArray(
			fc.tuple(
				fc.constantFrom('a', 'b', '执行模型', '"a b"', "'null'", '__proto__', 'tags'),
				fc.constantFrom(
					...['', ' ', ' x', '  "q: #" ', " 'it''s'", ' 5', ' [p, "q"]', ' []', ' [ p,\n  q ]'],
					...['\n  - p\n  - q', '\n- p', '\n  - p # c\n', ' # c', ' x # c', ' |\n  l1\n  l2'],
					...['\n  n: 1', ' &x y', ' {}', '\n\n  - p\n\n  - q\n', ' x\n  y', ' "x\n  y"'],
				),
				fc.constantFrom('', '', '# comment\n', '\n', '  # indented\n'),
			),
			{ selector: ([key]) => key, maxLength: 6 },
		),
		body: fc.constantFrom('', 'body', '\n---\nbody\n', '# a: 1\n'),
		mark: fc.constantFrom('', '\uFEFF'),
		eol: fc.constantFrom('\n', '\r\n'),
	})
	.map(({ entries, body, mark, eol }) => {
		const yaml = entries.map(([key, written, after]) => `${key}:${written}\n${after}`).join('');
		return mark + `---\n${yaml}---\n${body}`.replaceAll('\n', eol);
	});

/** Comment marks outside of the property in question may not vanish, wherever they stand. */
const commentsOf = (source: string): string[] => source.match(/# (?:c|comment|indented)\b/g) ?? [];

describe('on any note', () => {
	test('one property gets its value and every other byte and property stays, or it is refused', () => {
		assertAndRecord(
			'security',
			'properties set in any note, every other byte kept',
			fc.property(fc.oneof(ordinaryNote, anyMarkdown), name, value, (note, key, wanted) => {
				const edit = planPropertyEdit(note, key, wanted);
				if (edit.kind === 'refused') return;
				expect(edit.edits).toHaveLength(1);
				const edited = applyEdits(note, edit.edits);
				const [before, after] = [valuesOf(note), valuesOf(edited)];
				expect(after.get(key)).toEqual(wanted);
				before.delete(key);
				after.delete(key);
				expect([...after]).toEqual([...before]);
				const [splitBefore, splitAfter] = [splitFrontMatter(note), splitFrontMatter(edited)];
				const start = splitBefore.kind === 'found' ? splitBefore.block.end : undefined;
				expect(splitAfter.kind === 'found' && edited.slice(splitAfter.block.end)).toBe(
					note.slice(start ?? (note.startsWith('\uFEFF') ? 1 : 0)),
				);
				const [{ range } = { range: { start: 0, end: 0 } }] = edit.edits;
				expect(commentsOf(note.slice(range.start, range.end))).toEqual([]);
			}),
			propertyRuns(600, 20_000),
		);
	}, 600_000);

	test('ordinary values of ordinary notes are not refused', () => {
		const simple = fc.constantFrom('', ' x', ' "q"', ' 5', ' [p, q]', '\n  - p\n  - q', ' x # c');
		fc.assert(
			fc.property(simple, simple, value, (a, b, wanted) => {
				const note = `---\na:${a}\nb:${b}\n---\nbody`;
				for (const key of ['a', 'b', 'c']) {
					expect(planPropertyEdit(note, key, wanted).kind).toBe('planned');
				}
			}),
			{ numRuns: propertyRuns(100) },
		);
	});

	test('setting the value that was just set changes nothing more', () => {
		fc.assert(
			fc.property(ordinaryNote, value, (note, wanted) => {
				const edit = planPropertyEdit(note, 'a', wanted);
				if (edit.kind === 'refused') return;
				const edited = applyEdits(note, edit.edits);
				expect([edited, 'complex-value']).toContain(setProperty(edited, 'a', wanted));
			}),
			{ numRuns: propertyRuns(100) },
		);
	});
});
