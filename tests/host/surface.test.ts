// What the host has of the module `obsidian`, compared with the types that the app publishes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { packageFolder } from './driver/package-folder';

function namesIn(file: string, pattern: RegExp): Set<string> {
	return new Set(Array.from(readFileSync(file, 'utf8').matchAll(pattern), ([, name = '']) => name));
}

const published = namesIn(
	join(packageFolder('obsidian') ?? '', 'obsidian.d.ts'),
	/^export (?:abstract )?(?:class|function|const|let) (\w+)/gm,
);
const here = new Set(
	Array.from(
		readFileSync(join(import.meta.dirname, 'page/obsidian-module.ts'), 'utf8').matchAll(
			/export \{([^}]*)\}/g,
		),
		([, names = '']) => names.split(',').map(name => name.trim()),
	)
		.flat()
		.filter(Boolean),
);

test('the README lists exactly the values of the API that are not there', () => {
	const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
	const section = /<!-- missing:begin -->([^]*)<!-- missing:end -->/.exec(readme)?.[1] ?? '';
	const listed = Array.from(section.matchAll(/`(\w+)`/g), ([, name = '']) => name);
	expect(listed).toEqual([...published].filter(name => !here.has(name)).sort());
});

test('nothing is there that the API does not have', () => {
	expect([...here].filter(name => !published.has(name))).toEqual([]);
});
