// Prints what the last deep run tried and writes it to docs/reliability.md: node scripts/reliability.mjs 2026-11-20
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';

/** @typedef {{ subject: string, what: string, count: number, losses: number }} Tried */

/**
 * The page for these records.
 *
 * @param {{ deep: readonly Tried[], everyday: readonly Tried[] }} records as tests/support/reliability.ts wrote them
 * @param {{ date: string, cores: number, node: string }} run
 * @returns {string}
 */
export function printReliability({ deep, everyday }, { date, cores, node }) {
	const keyOf = ({ subject, what }) => `${subject}\0${what}`;
	const counts = new Map(everyday.map(record => [keyOf(record), record.count]));
	const sorted = [...deep].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
	const sum = name => sorted.reduce((total, record) => total + record[name], 0);
	const subjects = [...new Set(sorted.map(({ subject }) => subject))];
	const row = record => {
		const usual = counts.get(keyOf(record));
		const cells = [usual === undefined ? '–' : printCount(usual), printCount(record.count)];
		return `| ${record.what} | ${cells.join(' | ')} | ${printCount(record.losses)} |`;
	};
	return [
		'# What was tried, and what was lost',
		'',
		'Written by `node scripts/reliability.mjs DATE` from the last `npm run test:deep`; never edited by hand. A case is',
		'lost if a byte of the reader is, or if what it has to hold does not hold.',
		'',
		`Run of ${date}, ${cores} cores, Node ${node}: ${printCount(sum('count'))} cases, ${printCount(sum('losses'))} losses.`,
		...subjects.flatMap(subject => [
			'',
			`## ${printSubject(subject)}`,
			'',
			'| what was tried | each `npm test` | deep run | losses |',
			'| --- | ---: | ---: | ---: |',
			...sorted.filter(record => record.subject === subject).map(row),
		]),
		'',
	].join('\n');
}

function printSubject(subject) {
	return `${subject.charAt(0).toUpperCase()}${subject.slice(1).replaceAll('-', ' ')}`;
}

function printCount(count) {
	return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** @returns {Tried[]} */
function readRecords(folder) {
	const names = existsSync(folder) ? readdirSync(folder) : [];
	return names.map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

function writePage(root, date = '') {
	const [deep, everyday] = ['deep', 'everyday'].map(kind =>
		readRecords(join(root, 'node_modules/.cache/reliability', kind)),
	);
	if (!/^\d{4}-\d\d-\d\d$/.test(date) || deep.length === 0) {
		console.error('Run npm run test:deep first, then: node scripts/reliability.mjs YYYY-MM-DD');
		process.exitCode = 2;
		return;
	}
	const run = { date, cores: availableParallelism(), node: process.versions.node };
	const page = printReliability({ deep, everyday }, run);
	writeFileSync(join(root, 'docs/reliability.md'), page);
	console.log(page);
}

if (import.meta.filename === realpathSync(process.argv[1] ?? '.')) {
	writePage(dirname(import.meta.dirname), process.argv[2]);
}
