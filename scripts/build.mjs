import { chmodSync, mkdirSync, readFileSync, realpathSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { loadReleases } from './link-counts.mjs';
import { readReleaseHistory, readVaultTemplates } from './vault-templates.mjs';

// Obsidian Sync refuses files above 5 MB in its smaller plan.
const MAIN_JS_LIMIT = 5_000_000;

// One file in the release, by part of the screen here.
const STYLES = [
	'src/obsidian/styles.css',
	'src/obsidian/comparisons/comparisons.css',
	'src/obsidian/questions/questions.css',
	'src/obsidian/upgrade/upgrade.css',
	'src/obsidian/checks/checks.css',
];

const SHARED_OPTIONS = {
	bundle: true,
	write: false,
	charset: 'utf8',
	legalComments: 'none',
	logLevel: 'silent',
	minify: true,
};

const PLUGIN_OPTIONS = {
	platform: 'browser',
	// The "browser" build of an entity decoder under remark-parse needs a document; this one not.
	conditions: ['worker'],
	format: 'cjs',
	target: 'es2021',
	external: ['obsidian', 'electron', '@codemirror/*', '@lezer/*'],
};

const CLI_OPTIONS = {
	platform: 'node',
	format: 'esm',
	target: 'node20.19',
	// A command that fails on somebody's machine must leave a stack that can be read.
	keepNames: true,
	banner: {
		// The Node build of yaml is CommonJS and calls require.
		js: [
			'#!/usr/bin/env node',
			"import{createRequire as __createRequire}from'node:module';",
			'const require=__createRequire(import.meta.url);',
		].join('\n'),
	},
};

/**
 * Modules that exist only in a bundle: `virtual:<name>` is the given value.
 *
 * @param {Record<string, unknown>} values
 * @returns {import('esbuild').Plugin}
 */
function virtualModules(values) {
	return {
		name: 'virtual-modules',
		setup(context) {
			context.onResolve({ filter: /^virtual:/ }, ({ path }) =>
				path in values
					? { path, namespace: 'virtual' }
					: { errors: [{ text: `There is no ${path} in this bundle` }] },
			);
			context.onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path }) => ({
				contents: `export default ${JSON.stringify(values[path])};`,
				loader: 'js',
			}));
		},
	};
}

/**
 * ts-fsrs adds four methods to `Date.prototype` when it is loaded, which every other plugin in the app would see. The
 * library itself calls none of them, so the bundle leaves them out.
 *
 * @type {import('esbuild').Plugin}
 */
const untouchedDates = {
	name: 'untouched-dates',
	setup(context) {
		context.onLoad({ filter: /ts-fsrs\/dist\/index\.mjs$/ }, ({ path }) => {
			const source = readFileSync(path, 'utf8');
			const contents = source.replaceAll(/^Date\.prototype\.\w+ = function[^]*?^};\n/gm, '');
			if (contents === source)
				throw new Error('ts-fsrs has changed: is untouched-dates still needed?');
			return { contents, loader: 'js' };
		});
	},
};

/**
 * File name → text of the three files that Obsidian loads.
 *
 * @param {string} root
 * @param {Record<string, Record<string, string>>} templates
 */
export async function bundlePlugin(root, templates = readVaultTemplates(root)) {
	const code = await bundle(root, 'src/obsidian/main.ts', PLUGIN_OPTIONS, {
		'virtual:vault-template': templates,
		'virtual:release-history': compactHistories(root, templates),
	});
	const size = Buffer.byteLength(code);
	if (size > MAIN_JS_LIMIT) {
		throw new Error(`main.js is ${describeSize(size)}, above ${describeSize(MAIN_JS_LIMIT)}`);
	}
	return {
		'main.js': code,
		'manifest.json': readFileSync(join(root, 'manifest.json'), 'utf8'),
		'styles.css': STYLES.map(path => readFileSync(join(root, path), 'utf8')).join('\n'),
	};
}

/**
 * The text of the command line, which carries the plugin so that `init` can write it.
 *
 * @param {string} root
 * @param {Record<string, string>} assets
 * @param {Record<string, Record<string, string>>} templates
 */
function bundleCli(root, assets, templates = readVaultTemplates(root)) {
	return bundle(root, 'src/cli/main.mts', CLI_OPTIONS, {
		'virtual:vault-template': templates,
		'virtual:release-history': compactHistories(root, templates),
		'virtual:plugin-assets': assets,
	});
}

/**
 * Language → what earlier releases shipped, cut down to what is different now.
 *
 * @param {string} root
 * @param {Record<string, Record<string, string>>} templates
 */
function compactHistories(root, templates) {
	const { compactHistory } = loadReleases(root);
	return Object.fromEntries(
		Object.entries(readReleaseHistory(root)).map(([language, record]) => [
			language,
			JSON.stringify(compactHistory(record, templates[language] ?? {})),
		]),
	);
}

/**
 * Builds everything into `dist`; the answer is path below `dist` → text.
 *
 * @param {string} root
 */
export async function buildAll(root) {
	const templates = readVaultTemplates(root);
	const assets = await bundlePlugin(root, templates);
	const cli = await bundleCli(root, assets, templates);
	const outputs = { 'stackbook.mjs': cli };
	for (const [name, text] of Object.entries(assets)) outputs[`plugin/${name}`] = text;
	for (const [path, text] of Object.entries(outputs)) {
		const file = join(root, 'dist', path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	chmodSync(join(root, 'dist/stackbook.mjs'), 0o755);
	return outputs;
}

async function bundle(root, entry, options, modules) {
	const result = await build({
		...SHARED_OPTIONS,
		...options,
		absWorkingDir: root,
		entryPoints: [entry],
		plugins: [virtualModules(modules), untouchedDates],
	});
	return result.outputFiles[0].text;
}

function describeSize(bytes) {
	return `${(bytes / 1024).toFixed(0)} KB`;
}

/** Builds, says what went wrong on stderr, and answers whether it worked. */
export async function buildAndReport(root, verbose) {
	const started = performance.now();
	try {
		const outputs = await buildAll(root);
		if (!verbose) return true;
		for (const [path, text] of Object.entries(outputs)) {
			console.log(`dist/${path}  ${describeSize(Buffer.byteLength(text))}`);
		}
		console.log(`built in ${Math.round(performance.now() - started)} ms`);
		return true;
	} catch (error) {
		console.error(describeFailure(error));
		return false;
	}
}

function describeFailure(error) {
	const messages = (error.errors ?? []).map(({ location, text }) =>
		location ? `${location.file}:${location.line}:${location.column + 1} ${text}` : text,
	);
	return messages.length > 0 ? messages.join('\n') : `build: ${error.message}`;
}

function watchAndBuild(root) {
	let timer;
	const rebuild = () => {
		clearTimeout(timer);
		// An editor that saves touches a file more than once.
		timer = setTimeout(() => void buildAndReport(root, true), 100);
	};
	for (const path of ['src', 'vault-template', 'manifest.json']) {
		watch(join(root, path), { recursive: true }, rebuild);
	}
}

async function runCommand(root, flags) {
	const watching = flags.includes('--watch');
	const built = await buildAndReport(root, watching || flags.includes('--verbose'));
	if (watching) watchAndBuild(root);
	else if (!built) process.exitCode = 1;
}

if (import.meta.filename === realpathSync(process.argv[1] ?? '.')) {
	void runCommand(dirname(import.meta.dirname), process.argv.slice(2));
}
