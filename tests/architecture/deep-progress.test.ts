import { expect, test } from '@jest/globals';
import createProgressTeller from '../support/tell-progress.cjs';

test('a deep run tells after each file how far it is, and at its end how long it took', () => {
	const lines: string[] = [];
	let time = 0;
	const teller = createProgressTeller(undefined, {
		print: text => lines.push(text),
		now: () => time,
	});
	teller.onRunStart({ numTotalTestSuites: 2 });
	for (const [name, runtime] of [
		['core/a.test.ts', 61_000],
		['cli/b.test.ts', 5000],
	] as const) {
		time += runtime;
		teller.onTestResult(undefined, { testFilePath: `/x/tests/${name}`, perfStats: { runtime } });
	}
	teller.onRunComplete();
	expect(lines).toEqual([
		'1 of 2 after 1 min 01 s: core/a.test.ts, 1 min 01 s',
		'2 of 2 after 1 min 06 s: cli/b.test.ts, 0 min 05 s',
		'2 files in 1 min 06 s',
	]);
});
