// What Obsidian's review reads besides code. Its linter does not look at these files here.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../support/room-table';

// The same in the licences of esbuild, fast-check and ts-fsrs: GitHub recognises no other words.
const MIT_WORDS = 'fe2a9817987f862eaced948f0468c7f51d2fedfc48c5c505b246a49a3870e9a5';

function read(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8');
}

function readJson(path: string): Record<string, unknown> {
	return JSON.parse(read(path)) as Record<string, unknown>;
}

const manifest = readJson('manifest.json');

describe('manifest.json', () => {
	test('has the required keys and no other than the allowed ones', () => {
		const required = [
			...['id', 'name', 'version', 'minAppVersion', 'description', 'author'],
			'isDesktopOnly',
		];
		expect(Object.keys(manifest)).toEqual(expect.arrayContaining(required));
		const allowed = [...required, 'authorUrl', 'fundingUrl'];
		expect(Object.keys(manifest).filter(key => !allowed.includes(key))).toEqual([]);
	});

	test('has an id, a name and versions that the directory accepts', () => {
		expect(manifest.id).toBe('stackbook');
		expect(manifest.id).toMatch(/^(?!.*obsidian)(?!.*plugin$)[a-z]+(-[a-z]+)*$/);
		expect(manifest.name).toMatch(/^(?!.*(sidian|plugin))[A-Za-z0-9 ()+-]+$/i);
		expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
		expect(manifest.minAppVersion).toMatch(/^\d+\.\d+\.\d+$/);
		expect(manifest.isDesktopOnly).toBe(false);
	});

	test('has a description that the directory accepts', () => {
		expect(manifest.description).toMatch(/^[A-Z][A-Za-z0-9\s.,!?'"-]{8,248}\.$/);
		expect(manifest.description).not.toMatch(/obsidian|plugin/i);
	});

	test('has the version of package.json', () => {
		expect(manifest.version).toBe(readJson('package.json').version);
	});
});

test('the home note names the version as its release', () => {
	expect(read('vault-template/zh/首页.md')).toContain(`\nrelease: ${String(manifest.version)}\n`);
});

test('versions.json gives the app version that the first release needs, and only versions', () => {
	const versions = Object.entries(readJson('versions.json'));
	expect(versions.flat().filter(version => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
	expect(versions.at(-1)?.[1]).toBe(manifest.minAppVersion);
});

test('README.md begins with the name of the plugin', () => {
	expect(read('README.md').split('\n')[0]).toBe(`# ${String(manifest.name)}`);
	expect(read('README.md')).not.toMatch(/coming soon|lorem ipsum|TODO/i);
});

test('LICENSE is the text of MIT, word for word, under one line of copyright', () => {
	const [title, , copyright, ...rest] = read('LICENSE').split('\n');
	expect(title).toBe('MIT License');
	expect(copyright).toMatch(/^Copyright \(c\) \d{4} \S/);
	const words = rest.join(' ').trim().split(/\s+/).join(' ');
	expect(createHash('sha256').update(words).digest('hex')).toBe(MIT_WORDS);
});

describe('styles.css', () => {
	const readRules = (): string =>
		[
			'src/obsidian/styles.css',
			'src/obsidian/comparisons/comparisons.css',
			'src/obsidian/questions/questions.css',
		]
			.map(read)
			.join('\n')
			.replaceAll(/\/\*[\s\S]*?\*\//g, '');

	test('uses nothing that the review refuses', () => {
		expect(readRules()).not.toMatch(/!important|:has\(|@import|url\(\s*['"]?https?:/);
	});

	test('says nothing twice', () => {
		const selectors = Array.from(readRules().matchAll(/([^{}]+)\{/g), ([, selector]) =>
			selector?.trim(),
		);
		expect(selectors.filter((selector, at) => selectors.indexOf(selector) !== at)).toEqual([]);
	});

	test('stays small and touches nothing but its own classes', () => {
		expect(readRules().length).toBeLessThan(10 * 1024);
		const rules = Array.from(
			readRules().matchAll(/([^{}@]+)\{/g),
			([, selector]) => selector?.trim() ?? '',
		);
		expect(rules.filter(selector => !selector.includes('stackbook'))).toEqual([]);
	});
});
