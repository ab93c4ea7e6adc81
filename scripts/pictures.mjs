// Makes the pictures of docs/images anew, in the browser of the tests: see tests/e2e/pictures.test.ts.
import { runJest } from './run-jest.mjs';

process.exitCode = runJest({ STACKBOOK_PICTURES: 'write' }, 'tests/e2e/pictures');
