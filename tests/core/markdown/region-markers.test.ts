import { describe, expect, test } from '@jest/globals';
import {
	parseMarker,
	printBeginMarker,
	printEndMarker,
} from '../../../src/core/markdown/region-markers';
import type { Marker } from '../../../src/core/markdown/region-markers';
import { splitLines } from '../../../src/core/text/line';

function markersIn(text: string): Marker[] {
	return splitLines(text).flatMap(line => parseMarker(text, line) ?? []);
}

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

	test('reads what was printed, and nothing else was printed', () => {
		const text = printBeginMarker('members:concept', { hash: '0123456789abcdef', lines: 'aZ09x' });
		expect(text).toBe('<!-- stackbook:begin members:concept hash=0123456789abcdef lines=aZ09x -->');
		expect(markersIn(text)).toMatchObject([
			{ side: 'begin', name: 'members:concept', attributes: ' hash=0123456789abcdef lines=aZ09x' },
		]);
		expect(printBeginMarker('map', { hash: '0a', lines: '' })).toBe(
			'<!-- stackbook:begin map hash=0a -->',
		);
		expect(printBeginMarker('map')).toBe('<!-- stackbook:begin map -->');
		expect(printEndMarker('map')).toBe('<!-- stackbook:end map -->');
	});
});
