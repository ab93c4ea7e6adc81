// What is installed is what was reviewed: from one place, unchanged, and without running anything.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../support/room-table';

interface LockedPackage {
	readonly resolved?: string;
	readonly integrity?: string;
	readonly license?: string;
	readonly link?: boolean;
	readonly dev?: boolean;
	readonly optional?: boolean;
	readonly hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
	readonly packages: Readonly<Record<string, LockedPackage>>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');
const pathsOf = (keep: (one: LockedPackage) => boolean): string[] =>
	locked.filter(([, one]) => keep(one)).map(([path]) => path);

test('every locked package has a strong hash', () => {
	expect(locked.length).toBeGreaterThan(100);
	expect(pathsOf(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
});

test('no package comes from anywhere but the one registry that is set, over a safe connection', () => {
	const places = locked.flatMap(([, { resolved }]) => {
		if (resolved === undefined) return [];
		const { protocol, host } = new URL(resolved);
		return [`${protocol}${host}`];
	});
	expect(new Set(places).size).toBeLessThanOrEqual(1);
	expect(places.filter(place => !place.startsWith('https:'))).toEqual([]);
	expect(pathsOf(({ link }) => link === true)).toEqual([]);
});

test('what users get has a licence that lets it be passed on with the product', () => {
	const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'];
	expect(
		pathsOf(({ dev, license = 'none' }) => dev !== true && !allowed.includes(license)),
	).toEqual([]);
});

test('no package that users get runs a script when it is installed', () => {
	expect(pathsOf(({ dev, hasInstallScript }) => dev !== true && hasInstallScript === true)).toEqual(
		[],
	);
});
