import { expect, test } from '@jest/globals';
import { printReliability } from '../../scripts/reliability.mjs';

const RUN = { date: '2026-11-20', cores: 2, node: '20.19.0' };
const kills = { subject: 'command-line', what: 'kills', count: 1234567, losses: 1 };
const faults = { subject: 'command-line', what: 'faults', count: 1, losses: 0 };
const lines = { subject: 'regions', what: 'lines', count: 18000, losses: 0 };

test('the page of what was tried has a table for each subject, and a row for each thing with its two counts', () => {
	const everyday = [{ ...kills, count: 3 }];
	const page = printReliability({ deep: [lines, kills, faults], everyday }, RUN);
	expect(page).toContain('Run of 2026-11-20, 2 cores, Node 20.19.0: 1,252,568 cases, 1 losses.');
	expect(page.split('\n').filter(line => /^(?:##|\|)/.test(line))).toEqual([
		'## Command line',
		'| what was tried | each `npm test` | deep run | losses |',
		'| --- | ---: | ---: | ---: |',
		'| faults | – | 1 | 0 |',
		'| kills | 3 | 1,234,567 | 1 |',
		'## Regions',
		'| what was tried | each `npm test` | deep run | losses |',
		'| --- | ---: | ---: | ---: |',
		'| lines | – | 18,000 | 0 |',
	]);
});
