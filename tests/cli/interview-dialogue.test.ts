import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { runIn } from './support/cli-session';
import { copyFixture, removeFolders, takeSnapshot } from './support/temporary-folder';

afterAll(removeFolders);

test.each([
	['points', ['']],
	['a rating', ['', 'all']],
])(
	'twenty nonsense replies to the question for %s end an interview as the end of input does',
	async (_, first) => {
		const folder = copyFixture('small');
		const before = takeSnapshot(folder);
		const argv = ['interview', 'Alpha', '--json'];
		const ended = await runIn(folder, argv, { input: first });
		let reads = 0;
		const run = await runIn(folder, argv, {
			input: [...first, ...Array.from({ length: 500 }, () => 'what?')],
			beforeLine: () => void reads++,
		});
		expect({ exit: run.exit, out: run.out }).toEqual({ exit: 0, out: ended.out });
		expect(reads).toBe(first.length + 20);
		expect(takeSnapshot(folder)).toEqual(before);
	},
);

test('nineteen are forgiven', async () => {
	const folder = copyFixture('small');
	const input = ['', 'all', ...Array.from({ length: 19 }, () => 'what?'), '好'];
	const { out } = await runIn(folder, ['interview', 'Alpha', '--count', '1', '--json'], { input });
	expect(JSON.parse(out)).toMatchObject({ asked: 1, ratings: { good: 1 } });
});

test('the reference answer shows as it is written, and only its list is to be ticked', async () => {
	const folder = copyFixture('empty');
	const answer = [
		'**30 seconds**',
		'1. first stop',
		'2. then **snapshot**',
		'',
		'**Key points:** (two)',
		'- [ ] one `a`',
		'  - nested',
		'- two',
		'',
		'| x | y |',
	].map(line => `> ${line}`);
	const lines = ['## Why?', '- [ ] Why ^why', '', '> [!answer]-', ...answer, ''];
	writeFileSync(join(folder, 'Note.md'), lines.join('\n'));
	const input = ['', '2', 'hard'];
	const { out } = await runIn(folder, ['interview', '--lang', 'en'], { input });
	expect(out).toContain('\n1. first stop\n2. then snapshot\n');
	expect(out).toContain('\n  1. one `a`\n     - nested\n  2. two\n\n(two)\n\n| x | y |\n');
	expect(out).toContain('1 of 2 points');
	expect(out).toContain('\nPoints missed:\n  Why?\n    - one `a`\n      - nested\n');
});
