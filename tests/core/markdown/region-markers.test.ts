import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	pairMarkers,
	parseMarker,
	printBeginMarker,
} from '../../../src/core/markdown/region-markers';
import type { Marker, PairedMarkers } from '../../../src/core/markdown/region-markers';
import { splitLines } from '../../../src/core/text/line';
import { propertyRuns } from '../../support/property-runs';

function markersIn(text: string): Marker[] {
	return splitLines(text).flatMap(line => parseMarker(text, line) ?? []);
}

/** Pairs markers written short: `+a` begins, `-a` ends the region `a`; each stands on its line. */
function pair(short: string): PairedMarkers {
	const lines = short
		.split(' ')
		.map(word => `<!-- stackbook:${word.startsWith('+') ? 'begin' : 'end'} ${word.slice(1)} -->`);
	return pairMarkers(markersIn(lines.join('\n')));
}

const summary = ({ regions, problems }: PairedMarkers): string =>
	[
		...regions.map(({ name, line }) => `${name}@${line}`),
		...problems.map(({ kind, name, line }) => `${kind} ${name}@${line}`),
	].join(', ');

describe('parseMarker', () => {
	test.each([
		['<!-- stackbook:begin backlinks -->', 'begin', 'backlinks', ''],
		['<!-- stackbook:end backlinks -->  ', 'end', 'backlinks', ''],
		[
			'<!-- stackbook:begin members:table-format hash=0a -->',
			'begin',
			'members:table-format',
			' hash=0a',
		],
		['<!-- stackbook:begin members:表格式 frozen -->', 'begin', 'members:表格式', ' frozen'],
	])('reads %s', (text, side, name, attributes) => {
		expect(markersIn(text)).toMatchObject([{ side, name, attributes }]);
	});

	test.each([
		' <!-- stackbook:begin backlinks -->',
		'> <!-- stackbook:begin backlinks -->',
		'<!-- stackbook:begin backlinks --> text',
		'<!-- stackbook:begin backlinks',
		'<!-- stackbook:begin -->',
		'<!-- stackbook:begin Backlinks -->',
		'<!-- stackbook:start backlinks -->',
		'<!--stackbook:begin backlinks-->',
		'<!-- other:begin backlinks -->',
		'%% stackbook:begin backlinks %%',
	])('takes %s for no marker', text => {
		expect(markersIn(text)).toEqual([]);
	});

	test('reads what was printed', () => {
		const text = printBeginMarker('members:concept', '0123456789abcdef');
		expect(text).toBe('<!-- stackbook:begin members:concept hash=0123456789abcdef -->');
		const { regions } = pairMarkers(markersIn(`${text}\n<!-- stackbook:end members:concept -->`));
		expect(regions).toMatchObject([{ name: 'members:concept', hash: '0123456789abcdef' }]);
	});
});

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
		const [region, ...others] = pairMarkers(markersIn(text)).regions;
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
		expect(region?.frozen).toBe(false);
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
		['one inside itself', '+a +a -a -a', 'unclosed a@1, nested a@2, unopened a@4'],
		['crossed', '+a +b -a -b', 'unclosed a@1, nested b@2, unopened b@4'],
		['broken, then whole', '+a -b -a +c -c', 'c@4, unclosed a@1, nested b@2'],
		['whole, then begun again', '+a -a +a', 'unclosed a@3'],
		['whole, then ended again', '+a -a -a', 'unopened a@3'],
		['ended, then whole', '-a +a -a', 'unopened a@1'],
		['none', '', ''],
	])('%s', (_, short, expected) => {
		expect(summary(pair(short))).toBe(expected);
	});

	test('makes a region only of a name whose two markers stand next to each other and nowhere else', () => {
		const word = fc
			.tuple(fc.constantFrom('+', '-'), fc.constantFrom('a', 'b', 'c'))
			.map(p => p.join(''));
		fc.assert(
			fc.property(fc.array(word, { maxLength: 10 }), words => {
				const { regions, problems } = pair(words.join(' '));
				for (const { name, line } of regions) {
					expect(words.filter(found => found.endsWith(name))).toHaveLength(2);
					expect(words.slice(line - 1, line + 1)).toEqual([`+${name}`, `-${name}`]);
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
