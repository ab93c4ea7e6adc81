// Records what a release ships, so that later ones can be merged into what readers made of it:
//   npm run release:record                      the notes as they lie here, under the version of package.json
//   npm run release:record -- 0.1.0 <commit>    those of an older commit
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadReleases } from './link-counts.mjs';
import { HISTORY_PATH, readReleaseHistory, readVaultTemplates } from './vault-templates.mjs';

const root = dirname(import.meta.dirname);
const [version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version, commit] =
	process.argv.slice(2);
const { makeRelease, recordRelease } = loadReleases(root);
const history = readReleaseHistory(root);
for (const [language, files] of Object.entries(
	commit ? filesOf(commit) : readVaultTemplates(root),
)) {
	const before = history[language] ?? { releases: [], lines: {} };
	history[language] = recordRelease(before, makeRelease(version, files, 'lines'));
}
writeFileSync(join(root, HISTORY_PATH), `${JSON.stringify(history, null, '\t')}\n`);

function filesOf(name) {
	const git = (...args) =>
		execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e9 });
	const listed = git('ls-tree', '-r', '-z', '--name-only', name, 'vault-template').split('\0');
	const templates = {};
	for (const file of listed.filter(path => path.split('/').length > 2)) {
		const [, language, ...path] = file.normalize('NFC').split('/');
		templates[language] ??= {};
		templates[language][path.join('/')] = git('show', `${name}:${file}`).normalize('NFC');
	}
	return templates;
}
