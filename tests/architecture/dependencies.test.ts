import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../support/room-table';

interface PackageFile {
	readonly version: string;
	readonly dependencies: Readonly<Record<string, string>>;
	readonly devDependencies: Readonly<Record<string, string>>;
}

const { dependencies, devDependencies } = JSON.parse(
	readFileSync(join(ROOT, 'package.json'), 'utf8'),
) as PackageFile;
const all = { ...dependencies, ...devDependencies };

// The linter has Obsidian's own list of 570; these are the ones a hurried hand reaches for.
const BANNED = [
	...[
		'js-yaml',
		'ora',
		'chalk',
		'fs-extra',
		'rimraf',
		'glob',
		'globby',
		'execa',
		'moment',
		'lodash',
	],
	...['npm-run-all', 'builtin-modules', 'dotenv', 'deep-equal', 'object-assign', 'mkdirp'],
	...['eslint-plugin-import', 'remark-stringify', 'remark-gfm', 'ts-jest'],
];

function readReasons(heading: string): string[] {
	const page = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
	const section = page.split(/^## /m).find(part => part.startsWith(heading)) ?? '';
	const rows = section.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm);
	return Array.from(rows, ([, name]) => name ?? '');
}

test('versions are exact', () => {
	const loose = Object.entries(all).filter(
		([, version]) => !/^(npm:\S+@)?\d+\.\d+\.\d+$/.test(version),
	);
	expect(loose).toEqual([]);
});

test('no banned package is installed', () => {
	expect(Object.keys(all).filter(name => BANNED.includes(name))).toEqual([]);
});

test('gray-matter is the fork that runs no code from notes', () => {
	expect(all['gray-matter']).toMatch(/^npm:@11ty\/gray-matter@/);
});

test('docs/dependencies.md gives one reason for each package, and for no other', () => {
	expect(readReasons('Bundled')).toEqual(Object.keys(dependencies).sort());
	expect(readReasons('Development')).toEqual(Object.keys(devDependencies).sort());
});
