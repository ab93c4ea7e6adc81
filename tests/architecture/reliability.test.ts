import { expect, test } from '@jest/globals';
import { printReliability } from '../../scripts/reliability.mjs';

const RUN = { date: '2026-11-20', cores: 2, node: '20.19.0' };

test('the page of what was tried has a row for each thing, with the later figures of two', () => {
	const page = printReliability(
		{
			notes: '{"what":"lines","count":18000,"losses":0}\n',
			'command-line':
				'{"what":"kills","count":9,"losses":1}\n{"what":"faults","count":1,"losses":0}\n{"what":"kills","count":1234567,"losses":0}\n',
		},
		RUN,
	);
	expect(page).toContain('Run of 2026-11-20, 2 cores, Node 20.19.0.');
	expect(
		page
			.split('\n')
			.filter(line => line.startsWith('|'))
			.slice(2),
	).toEqual([
		'| command line | faults | 1 | 0 |',
		'| command line | kills | 1,234,567 | 0 |',
		'| notes | lines | 18,000 | 0 |',
	]);
});
