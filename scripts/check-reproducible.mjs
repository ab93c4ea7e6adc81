// Obsidian's review builds a release again and compares it with what was uploaded. So: build twice,
// in folders of different length, language and time zone, and compare.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const OUTPUTS = ['plugin/main.js', 'plugin/manifest.json', 'plugin/styles.css', 'stackbook.mjs'];
const PLACES = [
	{ folder: 'a', env: { TZ: 'UTC', LC_ALL: 'C' } },
	{
		folder: 'a-much-longer/name/than the other',
		env: { TZ: 'Asia/Shanghai', LC_ALL: 'tr_TR.UTF-8' },
	},
];

const root = dirname(import.meta.dirname);
const scratch = mkdtempSync(join(tmpdir(), 'stackbook-reproducible-'));
try {
	const [first, second] = buildTwice();
	const differing = OUTPUTS.filter(output => first[output] !== second[output]);
	for (const output of differing) console.error(`dist/${output} differs between two builds`);
	if (differing.length > 0) process.exitCode = 1;
	else for (const output of OUTPUTS) console.log(`${first[output]}  ${output}`);
} finally {
	rmSync(scratch, { recursive: true, force: true });
}

function buildTwice() {
	const [original, ...copies] = PLACES.map(({ folder }) => join(scratch, folder));
	copyFiles(root, original);
	// From the first copy, not from the checkout: somebody may be typing there.
	for (const copy of copies) cpSync(original, copy, { recursive: true });
	return PLACES.map(({ folder, env }) => buildIn(join(scratch, folder), env));
}

function copyFiles(from, to) {
	const listed = execFileSync(
		'git',
		['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
		{
			cwd: from,
			encoding: 'utf8',
			maxBuffer: 64 * 1024 * 1024,
		},
	);
	for (const path of listed.split('\0')) {
		if (path === '' || !existsSync(join(from, path))) continue;
		mkdirSync(dirname(join(to, path)), { recursive: true });
		cpSync(join(from, path), join(to, path));
	}
}

function buildIn(folder, env) {
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
	execFileSync(process.execPath, ['scripts/build.mjs'], {
		cwd: folder,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	const hashes = OUTPUTS.map(output => [output, hash(join(folder, 'dist', output))]);
	return Object.fromEntries(hashes);
}

function hash(file) {
	return createHash('sha256').update(readFileSync(file)).digest('hex');
}
