import { expect, test } from '@jest/globals';
import createRetryCounter from '../support/count-retried.cjs';

test('tests that were tried again are named, and more than two of them fail the run', () => {
	const printed: string[] = [];
	const counter = createRetryCounter({}, { print: text => void printed.push(text) });
	const finish = (fullName: string, invocations?: number): void =>
		counter.onTestResult(
			{},
			{ testFilePath: 'a.test.ts', testResults: [{ fullName, invocations }] },
		);
	finish('steady');
	finish('steady too', 1);
	counter.onRunComplete();
	expect(printed).toEqual([]);
	finish('first', 2);
	finish('second', 2);
	expect(counter.getLastError()).toBeUndefined();
	finish('third', 2);
	counter.onRunComplete();
	expect(printed[0]).toMatch(/a\.test\.ts: first[^]*second[^]*third/);
	expect(counter.getLastError()?.message).toContain('3 tests were tried again');
});
