import { describe, expect, test } from '@jest/globals';
import { parsePoints, parseRating } from '../../src/cli/interview-replies.mts';

describe('parseRating', () => {
	test.each([
		...(['again', 'Again', ' AGAIN ', 'a', '1', '不会', '忘了'] as const).map(
			line => [line, 'again'] as const,
		),
		...(['hard', 'h', '2', '勉强', '一般'] as const).map(line => [line, 'hard'] as const),
		...(['good', 'g', '3', '答好', '好', '很好'] as const).map(line => [line, 'good'] as const),
		...(['easy', 'e', '4', '轻松', '容易', '简单'] as const).map(line => [line, 'easy'] as const),
	])('“%s” is %s', (line, rating) => {
		expect(parseRating(line, 'hard')).toBe(rating);
	});

	test('an empty line takes what is suggested', () => {
		expect(parseRating('', 'good')).toBe('good');
		expect(parseRating(' \t', 'again')).toBe('again');
	});

	test.each(['0', '5', '1,3', 'goodd', 'go', 'all', 'constructor', '好吧'])(
		'“%s” is asked again',
		line => {
			expect(parseRating(line, 'good')).toBeUndefined();
		},
	);
});

describe('parsePoints', () => {
	test.each([
		['1', [0]],
		['1,3', [0, 2]],
		['3, 1', [2, 0]],
		['1 2 3', [0, 1, 2]],
		['1，2、3;4', [0, 1, 2, 3]],
		['2,2', [1]],
		[',1,', [0]],
		['04', [3]],
	])('“%s” names points by their numbers', (line, expected) => {
		expect(parsePoints(line, 4)).toEqual(new Set(expected));
	});

	test.each(['all', 'ALL', 'a', '*', '全部', '全', ' all '])('“%s” is every point', line => {
		expect(parsePoints(line, 3)).toEqual(new Set([0, 1, 2]));
	});

	test.each(['', '  ', '0', 'none', 'n', '-', '无', '没有'])('“%s” is none', line => {
		expect(parsePoints(line, 3)).toEqual(new Set());
	});

	test.each(['4', '1,4', '-1', '1.5', 'one', '1-3', '99999', '0,1', 'all,1', '1all'])(
		'“%s” is asked again, not half understood',
		line => {
			expect(parsePoints(line, 3)).toBeUndefined();
		},
	);
});
