import { describe, expect, test } from '@jest/globals';
import { en } from '../../src/i18n/en';
import type { TextKey } from '../../src/i18n/en';
import { createTranslator } from '../../src/i18n/index';
import { zh } from '../../src/i18n/zh';

const KEYS = Object.keys(en) as TextKey[];
const names = (text: string): string[] =>
	[...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort();

describe('a counted sentence', () => {
	const english = createTranslator('en');

	test.each([
		[0, '0 questions answered.'],
		[1, '1 question answered.'],
		[2, '2 questions answered.'],
		[21, '21 questions answered.'],
	])('in English has the word for %i', (asked, sentence) => {
		expect(english('plugin.interview.done', { asked })).toBe(sentence);
	});

	test('may count two things', () => {
		const sentence = (changed: number, refused: number): string =>
			english('plugin.refresh.done', { changed, refused });
		expect(sentence(1, 2)).toBe('1 note brought up to date, 2 left as they are.');
		expect(sentence(3, 1)).toBe('3 notes brought up to date, 1 left as it is.');
	});

	test('never says “1” of several things', () => {
		for (const key of KEYS) {
			const params = Object.fromEntries(names(en[key]).map(name => [name, 1]));
			expect(english(key, params)).not.toMatch(
				/\b1 (?:open )?(?:questions|notes|files|points|links|comparisons)\b/,
			);
		}
	});

	test('in Chinese has one word', () => {
		expect(createTranslator('zh')('plugin.interview.done', { asked: 1 })).toBe('答完 1 题。');
	});
});

test('both languages name the same values, and leave no brace unfilled', () => {
	for (const key of KEYS) {
		expect([key, names(zh[key])]).toEqual([key, names(en[key])]);
		const params = Object.fromEntries(names(en[key]).map(name => [name, 2]));
		for (const language of ['en', 'zh'] as const) {
			expect(createTranslator(language)(key, params)).not.toMatch(/[{}]/);
		}
	}
});

test('a value that is missing shows its name', () => {
	expect(createTranslator('en')('plugin.interview.done')).toBe(
		'{asked} {asked:question|questions} answered.',
	);
});
