import { spawnSync } from 'node:child_process';
import { dirname, join, relative, resolve } from 'node:path';
import { buildAndReport } from './build.mjs';

const root = dirname(import.meta.dirname);
const given = process.argv[2];
// npm runs a script in the root of the package; a folder is meant from where the person stands.
const here = process.env.INIT_CWD ?? process.cwd();
const vault = given === undefined ? join(root, 'my-vault') : resolve(here, given);

if (await buildAndReport(root, false)) setUpVault();
else process.exitCode = 2;

function setUpVault() {
	for (const argv of [
		['init', vault],
		['refresh', '--vault', vault],
		['welcome', '--vault', vault],
	]) {
		const status = runStackbook(argv);
		// 1 means findings: a region that the reader broke is theirs to repair, and stops nothing here.
		if (status <= 1) continue;
		console.error(`stackbook ${argv[0]} failed on ${relative(here, vault) || vault}`);
		process.exitCode = status;
		return;
	}
}

function runStackbook(argv) {
	const command = join(root, 'dist/stackbook.mjs');
	return spawnSync(process.execPath, [command, ...argv], { stdio: 'inherit' }).status ?? 2;
}
