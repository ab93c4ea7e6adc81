import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/** Runs jest with more environment, these arguments and those of this process; the answer is its status. */
export function runJest(environment, ...args) {
	const root = dirname(import.meta.dirname);
	const jest = join(root, 'node_modules/jest/bin/jest.js');
	const { status } = spawnSync(process.execPath, [jest, ...args, ...process.argv.slice(2)], {
		cwd: root,
		env: { ...process.env, ...environment },
		stdio: 'inherit',
	});
	return status ?? 2;
}
