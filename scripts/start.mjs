import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { buildAndReport } from './build.mjs';

const root = dirname(import.meta.dirname);
const given = process.argv[2];
// npm runs a script in the root of the package; a folder is meant from where the person stands.
const here = process.env.INIT_CWD ?? process.cwd();
const vault = given === undefined ? join(root, 'my-vault') : resolve(here, given);

if (given?.startsWith('-')) {
	console.error('usage: npm start [-- FOLDER]');
	process.exitCode = 2;
} else if (await buildAndReport(root, false)) setUpVault();
else process.exitCode = 2;

function setUpVault() {
	for (const argv of [
		['init', vault],
		['refresh', '--vault', vault],
		['welcome', '--vault', vault],
	]) {
		const { status, stdout } = runStackbook(argv);
		// 1 means findings: a region that the reader broke is theirs to repair, and stops nothing here.
		if (status === 0 || status === 1) {
			if (argv[0] === 'init') placePlugin();
			// What a first refresh brings up to date is every note: its last line sums it up.
			console.log(argv[0] === 'refresh' ? stdout.trimEnd().split('\n').at(-1) : stdout.trimEnd());
			continue;
		}
		console.error(`${stdout}stackbook ${argv[0]} failed on ${relative(here, vault) || vault}`);
		process.exitCode = status ?? 2;
		return;
	}
}

/** Notes are never overwritten; the plugin's own files are those of this build. */
function placePlugin() {
	for (const name of readdirSync(join(root, 'dist/plugin'))) {
		const target = join(vault, '.obsidian/plugins/stackbook', name);
		copyFileSync(join(root, 'dist/plugin', name), target);
	}
}

function runStackbook(argv) {
	const command = join(root, 'dist/stackbook.mjs');
	return spawnSync(process.execPath, [command, ...argv], {
		encoding: 'utf8',
		stdio: ['inherit', 'pipe', 'inherit'],
	});
}
