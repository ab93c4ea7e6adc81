// The same tests with more generated cases: see tests/support/property-runs.ts.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runJest } from './run-jest.mjs';

// What some of the tests tried is added to what the others did before; a whole run begins anew.
if (process.argv.length === 2) {
	const root = dirname(import.meta.dirname);
	rmSync(join(root, 'node_modules/.cache/reliability'), { recursive: true, force: true });
}
process.exitCode = runJest({ STACKBOOK_DEEP: '1' });
