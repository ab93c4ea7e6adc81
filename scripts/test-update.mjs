// Records expected outputs. A run that recorded something fails: somebody must read the diff.
import { runJest } from './run-jest.mjs';

process.exitCode = runJest({ UPDATE_EXPECTED: '1' });
