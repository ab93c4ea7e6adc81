// The same tests with more generated cases: see tests/support/property-runs.ts.
import { runJest } from './run-jest.mjs';

process.exitCode = runJest({ STACKBOOK_DEEP: '1' });
