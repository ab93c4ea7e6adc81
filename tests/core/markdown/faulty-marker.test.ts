import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

const B = '<!-- stackbook:begin backlinks -->';
const E = '<!-- stackbook:end backlinks -->';

function problemsIn(...lines: string[]): string[] {
	return scanNote(lines.join('\n'), 0).markerProblems.map(({ kind, name, line, detail = '' }) =>
		[line, kind, name, detail].join(' ').trim(),
	);
}

describe('a comment that is meant as a marker is told as', () => {
	test.each([
		['set in', ` ${B}`, `misplaced backlinks ${B}`],
		['in a quote', `> ${B}`, `misplaced backlinks ${B}`],
		['in a callout', `> [!note] ${B}`, `misplaced backlinks ${B}`],
		['in a list', `- ${B}`, `misplaced backlinks ${B}`],
		['in a table', `| ${B} |`, `misplaced backlinks ${B}`],
		['behind text', `字 ${B}`, `misplaced backlinks ${B}`],
		['before text', `${B} 字`, `misplaced backlinks ${B}`],
		['behind a byte order mark', `\uFEFF${B}`, `misplaced backlinks ${B}`],
		['without blanks', '<!--stackbook:begin backlinks-->', `misspelt backlinks ${B}`],
		['with two blanks', '<!--  stackbook:begin  backlinks  -->', `misspelt backlinks ${B}`],
		['with tabs', '<!--\tstackbook:begin backlinks\t-->', `misspelt backlinks ${B}`],
		['with a hard blank', '<!-- stackbook:begin\u00a0backlinks -->', `misspelt backlinks ${B}`],
		['in capitals', '<!-- STACKBOOK:BEGIN BACKLINKS -->', `misspelt backlinks ${B}`],
		['with long dashes', '<!– stackbook:begin backlinks –>', `misspelt backlinks ${B}`],
		['with a colon too many', '<!-- stackbook:begin backlinks: -->', `misspelt backlinks ${B}`],
		['with a blank in its head', '<!-- stackbook: begin backlinks -->', `misspelt backlinks ${B}`],
		['in percent signs', '%% stackbook:begin backlinks %%', `misspelt backlinks ${B}`],
		['with words around it', '<!-- TODO stackbook:begin backlinks -->', `misspelt backlinks ${B}`],
		['without a name', '<!-- stackbook:begin -->', 'misspelt  <!-- stackbook:begin … -->'],
		['an end', '<!--stackbook:end backlinks-->', `misspelt backlinks ${E}`],
		[
			'frozen in capitals',
			'<!-- stackbook:begin backlinks Frozen -->',
			'misspelt backlinks <!-- stackbook:begin backlinks frozen -->',
		],
	])('%s', (_, line, expected) => {
		expect(problemsIn('前', '', line)).toContain(`3 ${expected}`);
		expect(problemsIn('前', '', line)).toHaveLength(1);
		expect(scanNote(line, 0).regions).toEqual([]);
	});
});

describe('a name that no region can have is told', () => {
	test.each([
		['comparison:stream processing'],
		['comparison:OLAP 引擎'],
		['members:a.b'],
		['map:C++'],
		['progress:x/y'],
		['comparison:a b c'],
	])('%s', name => {
		const lines = [`<!-- stackbook:begin ${name} -->`, '', `<!-- stackbook:end ${name} -->`];
		expect(problemsIn(...lines)[0]).toBe(`1 misnamed ${name}`);
	});
});

describe('an attribute of a begin marker', () => {
	const begun = (attributes: string): string => `<!-- stackbook:begin backlinks ${attributes} -->`;

	test.each(['frozen=false', 'frozen=yes', 'until=2027', 'please', 'hash'])(
		'is told if nobody knows it: %s',
		attribute => {
			expect(problemsIn(begun(`hash=0a ${attribute}`), '', E)).toEqual([
				`1 unknown-attribute backlinks ${attribute}`,
			]);
		},
	);

	test.each(['frozen', 'frozen=true', 'hash=0 frozen=true', 'frozen hash=0'])(
		'keeps the region as it is: %s',
		attributes => {
			const { regions, markerProblems } = scanNote([begun(attributes), '', E].join('\n'), 0);
			expect(markerProblems).toEqual([]);
			expect(regions).toMatchObject([{ frozen: true }]);
		},
	);
});

describe('no marker is meant', () => {
	test.each([
		['in code', '```\n<!--stackbook:begin backlinks-->\n```'],
		['in code that is set in', '字\n\n    <!--stackbook:begin backlinks-->'],
		['in code within a line', '写 `<!--stackbook:begin backlinks-->` 一行'],
		['in a formula', '$<!--stackbook:begin backlinks-->$'],
		['in text', '写 stackbook:begin backlinks 一行'],
		['behind a backslash', '\\<!-- stackbook:begin backlinks -->'],
		['behind a comment', '<!-- 注 --> stackbook:begin %%注%% stackbook:end x'],
		['by another word', '<!-- stackbook:beginning -->'],
		['in a comment of several lines', '%%\n<!--stackbook:begin backlinks-->\n%%'],
		['in a property', '---\na: <!--stackbook:begin backlinks-->\n---'],
	])('%s', (_, text) => {
		const bodyStart = text.startsWith('---') ? text.length : 0;
		expect(scanNote(text, bodyStart).markerProblems).toEqual([]);
	});
});

test('what stands between two faulty markers counts for nothing', () => {
	const text = ['[[A]]', '', ` ${B}`, '', '- [[C]]', '', ` ${E}`, '', '[[D]]'].join('\n');
	expect(scanNote(text, 0).links.map(({ target }) => target)).toEqual(['A', 'D']);
});

test('any text can be looked at', () => {
	const pieces = [
		'<!-- ',
		'<!–',
		'%%',
		'stackbook:begin',
		' stackbook:end ',
		'x',
		' -->',
		'`',
		'\n',
	];
	const marks = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map(all => all.join(''));
	fc.assert(
		fc.property(fc.oneof(anyMarkdown, marks), text => {
			for (const { line } of scanNote(text, 0).markerProblems) {
				expect(text.split(/\r\n|\n|\r/)[line - 1]).toMatch(/stackbook/i);
			}
		}),
		{ numRuns: propertyRuns(1000) },
	);
});
