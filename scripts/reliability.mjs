// Prints what the last deep run tried and writes it to docs/reliability.md: node scripts/reliability.mjs 2026-11-20
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The page for these records.
 *
 * @param {Record<string, string>} records subject → lines of JSON, as tests/support/reliability.ts wrote them
 * @param {{ date: string, cores: number, node: string }} run
 * @returns {string}
 */
export function printReliability(records, { date, cores, node }) {
	const subjects = Object.keys(records).sort();
	return [
		'# What was tried, and what was lost',
		'',
		'Written by `node scripts/reliability.mjs DATE` from the last `npm run test:deep`; never edited by hand.',
		'',
		`Run of ${date}, ${cores} cores, Node ${node}.`,
		'',
		'| subject | what was tried | cases | losses |',
		'| --- | --- | ---: | ---: |',
		...subjects.flatMap(subject =>
			lastOfEach(records[subject]).map(
				({ what, count, losses }) =>
					`| ${printSubject(subject)} | ${what} | ${printCount(count)} | ${printCount(losses)} |`,
			),
		),
		'',
	].join('\n');
}

/** A test that ran twice counts once. */
function lastOfEach(lines) {
	const records = lines
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line));
	return [...new Map(records.map(record => [record.what, record])).values()].sort((a, b) =>
		a.what < b.what ? -1 : 1,
	);
}

function printSubject(subject) {
	return subject.replaceAll('-', ' ');
}

function printCount(count) {
	return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

function readRecords(root) {
	const folder = join(root, 'node_modules/.cache/reliability');
	const names = existsSync(folder) ? readdirSync(folder) : [];
	return Object.fromEntries(
		names.map(name => [name.replace(/\.json$/, ''), readFileSync(join(folder, name), 'utf8')]),
	);
}

function writePage(root, date = '') {
	const records = readRecords(root);
	if (!/^\d{4}-\d\d-\d\d$/.test(date) || Object.keys(records).length === 0) {
		console.error('Run npm run test:deep first, then: node scripts/reliability.mjs YYYY-MM-DD');
		process.exitCode = 2;
		return;
	}
	const run = { date, cores: availableParallelism(), node: process.versions.node };
	const page = printReliability(records, run);
	writeFileSync(join(root, 'docs/reliability.md'), page);
	console.log(page.slice(page.indexOf('| subject')));
}

if (import.meta.filename === realpathSync(process.argv[1] ?? '.')) {
	writePage(dirname(import.meta.dirname), process.argv[2]);
}
