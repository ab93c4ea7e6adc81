import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pairMarkers } from '../../../src/core/markdown/pair-markers';
import type { PairedMarkers } from '../../../src/core/markdown/pair-markers';
import { parseMarker } from '../../../src/core/markdown/region-markers';
import { hashText } from '../../../src/core/text/hash-text';
import { splitLines } from '../../../src/core/text/line';
import { propertyRuns } from '../../support/property-runs';

function pairIn(text: string): PairedMarkers {
	return pairMarkers(
		text,
		splitLines(text).flatMap(line => parseMarker(text, line) ?? []),
	);
}

/** Pairs markers written short: `+a` begins, `-a` ends the region `a`; each stands on its line, as other words do; `_` is a blank line. */
function pair(short: string): PairedMarkers {
	const lines = short
		.split(' ')
		.map(word =>
			/^[+-]/.test(word)
				? `<!-- stackbook:${word.startsWith('+') ? 'begin' : 'end'} ${word.slice(1)} -->`
				: word.replace('_', ''),
		);
	return pairIn(lines.join('\n'));
}

const summary = ({ regions, problems }: PairedMarkers): string =>
	[
		...regions.map(({ name, line }) => `${name}@${line}`),
		...problems.map(({ kind, name, line }) => `${kind} ${name}@${line}`),
	].join(', ');

describe('a region', () => {
	test('has its markers, its body, its hash and whether it is frozen', () => {
		const text = [
			'before',
			'<!-- stackbook:begin backlinks hash=0a frozen -->',
			'',
			'body',
			'',
			'<!-- stackbook:end backlinks -->',
			'after',
		].join('\r\n');
		const [region, ...others] = pairIn(text).regions;
		expect(others).toEqual([]);
		expect(region).toMatchObject({ name: 'backlinks', hash: '0a', frozen: true, line: 2 });
		expect(text.slice(region?.body.start, region?.body.end)).toBe('\r\nbody\r\n\r\n');
		expect(text.slice(region?.beginMarker.start, region?.beginMarker.end)).toMatch(/^<!-- .* -->$/);
		expect(text.slice(region?.range.start, region?.range.end)).toMatch(
			/^<!-- stackbook:begin [^]*end backlinks -->$/,
		);
	});

	test('has no hash where none is written', () => {
		const [region] = pair('+a -a').regions;
		expect(region).not.toHaveProperty('hash');
		expect(region).not.toHaveProperty('lines');
		expect(region).toMatchObject({ frozen: false, merged: false });
	});
});

describe('pairing', () => {
	test.each([
		['two regions', '+a -a +b -b', 'a@1, b@3'],
		['a begin alone', '+a', 'unclosed a@1'],
		['an end alone', '-a', 'unopened a@1'],
		['an end of another name', '+a -b', 'unclosed a@1, nested b@2'],
		['the same name twice', '+a -a +a -a', 'duplicate a@1, duplicate a@3'],
		['one inside another', '+a +b -b -a', 'unclosed a@1, nested b@2, nested b@3'],
		['one inside itself, with text between', '+a _ x +a -a -a', 'unclosed a@1, nested a@4'],
		['begun twice by a merge', '+a +a x -a', 'a@1'],
		['begun twice, with what stood above one of them', '+a x _ +a y -a', 'a@1'],
		['begun by three devices', '+a +a +a -a +b -b', 'a@1, b@5'],
		['ended twice by a merge', '+a x -a -a', 'a@1'],
		['begun and ended twice', '+a +a -a -a', 'a@1'],
		['begun twice, and once more below', '+a +a -a x +a -a', 'duplicate a@1, duplicate a@5'],
		['begun twice and never ended', '+a +a', 'unclosed a@1'],
		[
			'begun twice inside another',
			'+b +a +a -a -b',
			'unclosed b@1, nested a@2, nested a@3, nested a@4',
		],
		['ended twice, with text between', '+a -a x -a', 'unopened a@4'],
		['ended twice without a begin', '-a -a', 'unopened a@1, unopened a@2'],
		['crossed', '+a +b -a -b', 'unclosed a@1, nested b@2, unopened b@4'],
		['broken, then whole', '+a -b -a +c -c', 'c@4, unclosed a@1, nested b@2'],
		['whole, then begun again', '+a -a +a', 'unclosed a@3'],
		['ended, then whole', '-a +a -a', 'unopened a@1'],
		['none', '', ''],
	])('%s', (_, short, expected) => {
		expect(summary(pair(short))).toBe(expected);
	});

	test('makes a region only of a name whose markers stand next to each other, begins before ends, and nowhere else', () => {
		const word = fc
			.tuple(fc.constantFrom('+', '-'), fc.constantFrom('a', 'b', 'c'))
			.map(p => p.join(''));
		fc.assert(
			fc.property(fc.array(word, { maxLength: 10 }), words => {
				const { regions, problems } = pair(words.join(' '));
				for (const { name, line } of regions) {
					const own = words.filter(found => found.endsWith(name));
					expect(words.slice(line - 1, line - 1 + own.length)).toEqual(own);
					expect(own.join(' ').replace(/[abc]/g, '')).toMatch(/^\+(?: \+)* -(?: -)*$/);
				}
				const inRegions = new Set(regions.map(({ name }) => name));
				for (const found of words) {
					const name = found.slice(1);
					expect(inRegions.has(name) || problems.some(problem => problem.name === name)).toBe(true);
				}
			}),
			{ numRuns: propertyRuns(500) },
		);
	});
});

describe('two begin markers one below the other', () => {
	const begin = (attributes: string): string => `<!-- stackbook:begin a${attributes} -->`;
	const end = '<!-- stackbook:end a -->';
	const twoOf = (first: string, second: string): PairedMarkers =>
		pairIn(`${begin(first)}\n \n\n${begin(second)}\n\nbody\n\n${end}\n\n${end}\nafter`);

	test('make one region that has the lines of both and no hash', () => {
		const { regions, problems } = twoOf(' hash=1 lines=aaaaa', ' hash=2 lines=bbbbbccccc frozen');
		expect(problems).toEqual([]);
		expect(regions).toMatchObject([{ lines: 'aaaaabbbbbccccc', merged: true, frozen: true }]);
		expect(regions[0]).not.toHaveProperty('hash');
	});

	test('end where the last marker ends, and what is between the inner ones is the body', () => {
		const text = `${begin('')}\n${begin('')}\nbody\n${end}\n\n${end}\nafter`;
		const [region] = pairIn(text).regions;
		expect(text.slice(region?.body.start, region?.body.end)).toBe('body\n');
		expect(text.slice(region?.range.end)).toBe('\nafter');
	});

	test('may be of a body that was empty, or never written', () => {
		expect(twoOf(` hash=${hashText('')}`, ' hash=2 lines=bbbbb').problems).toEqual([]);
		expect(twoOf('', ' hash=2 lines=bbbbb').problems).toEqual([]);
	});

	test('are in doubt where one tells a hash and no lines, as earlier versions wrote it', () => {
		expect(summary(twoOf(' hash=1', ' hash=2 lines=bbbbb'))).toBe('unclosed a@1, nested a@4');
	});
});

describe('the marks of a merge that nobody has decided', () => {
	test.each(['<<<<<<< HEAD', '<<<<<<<', '=======', '>>>>>>> 乙', '||||||| 0a'])(
		'keep %j from being written over',
		mark => {
			const text = `x\n<!-- stackbook:begin a -->\r\n\r\nb\r\n${mark}\r\nc\n<!-- stackbook:end a -->`;
			expect(summary(pairIn(text))).toBe('conflict a@5');
		},
	);

	test.each(['<<<<<< x', ' =======', '========', 'a =======', '=======x', '<<<<<<<<'])(
		'are none of %j',
		line => {
			expect(summary(pairIn(`<!-- stackbook:begin a -->\n${line}\n<!-- stackbook:end a -->`))).toBe(
				'a@1',
			);
		},
	);

	test('are of no matter in a frozen region', () => {
		const text = '<!-- stackbook:begin a frozen -->\n=======\n<!-- stackbook:end a -->';
		expect(summary(pairIn(text))).toBe('a@1');
	});
});
