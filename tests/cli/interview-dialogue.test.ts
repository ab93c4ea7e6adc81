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
