// The tests that try generated cases, with more of them: see tests/support/property-runs.ts. What tries no more than
// `npm test` does is left out.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runJest } from './run-jest.mjs';

const COUNTING = /support\/(?:property-runs|reliability|every-line|faults)'/;

const root = dirname(import.meta.dirname);
// What some of the tests tried is kept beside what the others did before; a whole run begins anew.
const isWhole = process.argv.length === 2;
if (isWhole) {
	rmSync(join(root, 'node_modules/.cache/reliability/deep'), { recursive: true, force: true });
}
process.exitCode = runJest({ STACKBOOK_DEEP: '1' }, ...(isWhole ? countingTests() : []));

function countingTests() {
	const all = readdirSync(join(root, 'tests'), { recursive: true })
		.filter(path => path.endsWith('.test.ts'))
		.map(path => join('tests', path));
	return all.filter(path => COUNTING.test(readFileSync(join(root, path), 'utf8'))).sort();
}
