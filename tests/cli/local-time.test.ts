import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localTime } from '../../src/cli/local-time.mts';
import { bundleProgram, runProgram } from './support/child-program';
import { makeFolder, removeFolders } from './support/temporary-folder';

const WINTER = '2026-01-15T23:04:05.999Z';
const SUMMER = '2026-07-15T23:04:05.000Z';

describe('localTime', () => {
	let program = '';

	// A process cannot change its zone reliably, so each zone has a process of its own.
	beforeAll(async () => {
		const source = `
			import { localTime } from './src/cli/local-time.mts';
			for (const time of process.argv.slice(2)) console.log(localTime(new Date(time)));`;
		program = await bundleProgram(makeFolder(), source);
	});
	afterAll(removeFolders);

	test.each([
		['UTC', '2026-01-15T23:04:05+00:00', '2026-07-15T23:04:05+00:00'],
		['Asia/Shanghai', '2026-01-16T07:04:05+08:00', '2026-07-16T07:04:05+08:00'],
		['America/New_York', '2026-01-15T18:04:05-05:00', '2026-07-15T19:04:05-04:00'],
		['America/St_Johns', '2026-01-15T19:34:05-03:30', '2026-07-15T20:34:05-02:30'],
		['Asia/Kathmandu', '2026-01-16T04:49:05+05:45', '2026-07-16T04:49:05+05:45'],
		['Pacific/Kiritimati', '2026-01-16T13:04:05+14:00', '2026-07-16T13:04:05+14:00'],
		['Pacific/Marquesas', '2026-01-15T13:34:05-09:30', '2026-07-15T13:34:05-09:30'],
	])('in %s it gives the time on the wall with its offset', async (zone, ...expected) => {
		const { out } = await runProgram(program, [WINTER, SUMMER], { env: { TZ: zone } });
		const times = out.trim().split('\n');
		expect(times).toEqual(expected);
		const instants = times.map(time => Math.floor(Date.parse(time) / 1000));
		expect(instants).toEqual([WINTER, SUMMER].map(time => Math.floor(Date.parse(time) / 1000)));
	});

	test('the same hour before and after the clock is set back differs by its offset', async () => {
		const times = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'];
		const { out } = await runProgram(program, times, { env: { TZ: 'Europe/Berlin' } });
		expect(out).toBe('2026-10-25T02:30:00+02:00\n2026-10-25T02:30:00+01:00\n');
	});

	test('months and hours have two digits, and no fraction is left', () => {
		expect(localTime(new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678)))).toBe(
			'2026-01-02T03:04:05+00:00',
		);
	});
});
