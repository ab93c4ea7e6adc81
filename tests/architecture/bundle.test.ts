// What the compiler and the linter cannot see: what a dependency drags into the core.
import { createContext, runInContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { build, type BuildResult } from 'esbuild';
import ts from 'typescript';
import { bundlePlugin } from '../../scripts/build.mjs';
import { ROOT } from '../support/room-table';

const HOST_GLOBALS = ['document', 'window', 'process', 'require', 'Buffer', 'navigator', 'fetch'];

type Bundle = BuildResult<{ metafile: true; write: false }>;

function bundleCore(define: Record<string, string> = {}): Promise<Bundle> {
	return build({
		absWorkingDir: ROOT,
		entryPoints: ['src/core/index.ts'],
		bundle: true,
		write: false,
		metafile: true,
		platform: 'neutral',
		mainFields: ['module', 'main'],
		conditions: ['worker'],
		format: 'iife',
		globalName: 'core',
		charset: 'utf8',
		logLevel: 'silent',
		define,
	});
}

function textOf(bundle: Bundle): string {
	return bundle.outputFiles[0]?.text ?? '';
}

/** esbuild replaces a name only where nothing declares it: what is left are uses of a global. */
function markGlobals(names: readonly string[]): Record<string, string> {
	return Object.fromEntries(names.map(name => [name, `HOST_GLOBAL_${name}`]));
}

test('the core bundles for no platform, with no external module', async () => {
	const { metafile } = await bundleCore();
	const inputs = Object.keys(metafile.inputs);
	expect(inputs).toContain('src/core/index.ts');
	expect(inputs.filter(path => !/^(src\/core|node_modules)\//.test(path))).toEqual([]);
	expect(inputs.filter(path => /node_modules\/(obsidian|commander)\//.test(path))).toEqual([]);
	expect(Object.values(metafile.outputs).flatMap(output => output.imports)).toEqual([]);
});

test('nothing in the core uses a global of a browser or of Node', async () => {
	const text = textOf(await bundleCore(markGlobals(HOST_GLOBALS)));
	expect([...new Set(text.match(/HOST_GLOBAL_\w+/g) ?? [])]).toEqual([]);
	expect(text.match(/innerHTML|['"]node:/g)).toBeNull();
});

test('the core loads where there is nothing but the language', async () => {
	const context = createContext({});
	const names: unknown = runInContext(
		`${textOf(await bundleCore())}; Object.keys(core).length`,
		context,
	);
	expect(names).toBeGreaterThan(0);
});

test('the plugin asks for no module but obsidian and runs no text as code', async () => {
	const { 'main.js': code } = await bundlePlugin(ROOT, {});
	const required = Array.from(code.matchAll(/\brequire\(([^)]*)\)/g), ([, name]) => name);
	expect([...new Set(required)]).toEqual(['"obsidian"']);
	const refused = /\beval\(|new Function\(|innerHTML|outerHTML|insertAdjacentHTML/g;
	expect(code.match(refused)).toBeNull();
});

test('the plugin reaches no network, no Node and no page but its own, and carries nothing that is hidden', async () => {
	const { 'main.js': code } = await bundlePlugin(ROOT, {});
	const file = ts.createSourceFile('main.js', code, ts.ScriptTarget.ES2022, true);
	const refused = new Set(
		[
			'fetch',
			'XMLHttpRequest',
			'WebSocket',
			'EventSource',
			'requestUrl',
			'Buffer',
			'importScripts',
		].concat(['sendBeacon', 'Worker', 'srcdoc', 'createContextualFragment', 'setHTMLUnsafe']),
	);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isIdentifier(node) && refused.has(node.text)) found.push(node.text);
		if (node.kind === ts.SyntaxKind.ImportKeyword) found.push('import()');
		node.forEachChild(visit);
	};
	visit(file);
	expect(found).toEqual([]);
	expect(code.match(/document\.write|[A-Za-z0-9+/]{1024,}={0,2}/g)).toBeNull();
});

// Before 16.4 iOS cannot read a lookbehind, and one is enough for the plugin not to load. A pattern
// that is made at run time (yaml tries one and goes on without it) does no harm.
test('the plugin contains no regular expression with a lookbehind', async () => {
	const { 'main.js': code } = await bundlePlugin(ROOT, {});
	const literals = listRegularExpressions(code);
	expect(literals.length).toBeGreaterThan(10);
	expect(literals.filter(literal => /\(\?<[=!]/.test(literal))).toEqual([]);
});

function listRegularExpressions(code: string): string[] {
	const literals: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) literals.push(node.text);
		node.forEachChild(visit);
	};
	visit(ts.createSourceFile('main.js', code, ts.ScriptTarget.ES2022));
	return literals;
}

test('the plugin adds nothing to the prototypes that it shares with other plugins', async () => {
	const { 'main.js': code } = await bundlePlugin(ROOT, {});
	const shared = /\b(?:Date|Array|String|Object|Map|Set|Promise|Function)\.prototype\.\w+\s*=[^=]/g;
	expect(code.match(shared)).toBeNull();
});
