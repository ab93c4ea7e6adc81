import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aNote } from '../../support/a-note';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

const problemsOf = (text: string): [string, number][] =>
	aNote('a.md', text).problems.map(({ kind, line }) => [kind, line]);

describe('parseNote', () => {
	test('reads title, properties, structure and the links of both', () => {
		const text = '---\ntype: technology\nup: "[[Kafka]]"\n---\n# A\n[[Flink]]\n';
		const note = aNote('技术/Flink CDC.md', text);
		expect(note).toMatchObject({ title: 'Flink CDC', text, bodyStart: 41, problems: [] });
		expect([...note.properties.keys()]).toEqual(['type', 'up']);
		expect(note.structure.headings).toHaveLength(1);
		expect(note.links.map(({ target, property }) => [target, property])).toEqual([
			['Kafka', 'up'],
			['Flink', undefined],
		]);
	});

	test('keeps no links of regions', () => {
		const region =
			'<!-- stackbook:begin backlinks -->\n\n[[a]]\n\n<!-- stackbook:end backlinks -->\n';
		expect(aNote('a.md', region).links).toEqual([]);
	});

	test.each([
		[
			'front matter that nobody closed',
			'---\ntype: technology\n\ntext',
			[['unclosed-front-matter', 1]],
		],
		[
			'the same behind a byte order mark',
			'\uFEFF---\r\n执行模型: x\r\n',
			[['unclosed-front-matter', 1]],
		],
		['a rule at the top, which is none', '---\ntext: no', [['unclosed-front-matter', 1]]],
		['a rule and a sentence', '---\nA sentence, and then: more', []],
		['a rule alone', '---\n\ntext', []],
		['broken YAML', '---\na: [\n---\n# A', [['invalid-yaml', 3]]],
		['a property twice', '---\na: 1\na: 2\n---\n', [['duplicate-property', 3]]],
		['NUL, as in a picture', '# A\n\0', [['binary', 1]]],
		['more than 32 million characters', 'x\n'.repeat(16_000_001), [['too-large', 1]]],
		['an empty note', '', []],
	])('names the problem of %s', (_, text, expected) => {
		expect(problemsOf(text)).toEqual(expected);
	});

	test('reads the body of a note whose YAML is broken, and nothing of what is no text', () => {
		expect(aNote('a.md', '---\na: [\n---\n# A').structure.headings).toHaveLength(1);
		expect(aNote('a.md', '# A\0\n[[b]]')).toMatchObject({ links: [], structure: { headings: [] } });
	});

	test('reads around a line of ten million characters, and a note of four million', () => {
		const { headings, skippedLines } = aNote(
			'a.md',
			`# A\n${'x'.repeat(10_000_000)}\n# B`,
		).structure;
		expect(headings.map(({ text }) => text)).toEqual(['A', 'B']);
		expect(skippedLines).toEqual([2]);
		const text = '一句话，[[Kafka]] 与 `code`，#tag。\n\n'.repeat(130_000);
		expect(aNote('a.md', text).links).toHaveLength(130_000);
	});

	test('never throws and never changes the text', () => {
		fc.assert(
			fc.property(anyMarkdown, text => {
				const note = aNote('a.md', text);
				expect(note.text).toBe(text);
				const lineCount = text.split(/\r\n|\n|\r/).length;
				for (const { line } of [...note.problems, ...note.links]) {
					expect(line).toBeGreaterThan(0);
					expect(line).toBeLessThanOrEqual(lineCount);
				}
			}),
			{ numRuns: propertyRuns(500) },
		);
	});
});
