import { expect, test } from '@jest/globals';
import { readChoices } from '../../../src/core/answers/parse-choices';

const STATUSES = ['open', 'shaky', 'solid', 'L1'] as const;

function read(text: string | undefined): unknown {
	return readChoices({ name: '--status', text }, STATUSES);
}

test('an option that was not given chooses nothing', () => {
	expect(read(undefined)).toEqual({ kind: 'chosen', items: undefined });
});

test.each([
	['open', ['open']],
	['open,solid', ['open', 'solid']],
	[' OPEN , Solid ', ['open', 'solid']],
	['l1', ['L1']],
	['open,open', ['open', 'open']],
])('“%s” is read whatever its case and spaces', (text, items) => {
	expect(read(text)).toEqual({ kind: 'chosen', items });
});

test.each([
	['done', 'done'],
	['open,done', 'done'],
	['', ''],
	['open,', ''],
	['open solid', 'open solid'],
	['constructor', 'constructor'],
])('“%s” is refused; the refusal names the item and what is allowed', (text, value) => {
	expect(read(text)).toMatchObject({
		kind: 'refused',
		key: 'cli.error.invalid-value',
		params: { value, option: '--status', allowed: 'open, shaky, solid, L1' },
	});
});

test('what was perhaps meant is named', () => {
	expect(read('sollid')).toMatchObject({ suggestions: ['solid'] });
});
