// The tests' host for the benchmarks.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const ROOT = dirname(import.meta.dirname);
const HOST = '../node_modules/.cache/bench/host.mjs';

/** The host is TypeScript that knows where it stands; a bundle of it stands elsewhere. */
export async function loadHost() {
	const file = join(import.meta.dirname, HOST);
	const here = {
		name: 'here',
		setup(context) {
			context.onLoad({ filter: /[\\/]tests[\\/]host[\\/].*\.ts$/ }, ({ path }) => ({
				contents: readFileSync(path, 'utf8').replaceAll(
					'import.meta.dirname',
					JSON.stringify(dirname(path)),
				),
				loader: 'ts',
			}));
		},
	};
	const { outputFiles } = await build({
		entryPoints: [join(ROOT, 'tests/host/index.ts')],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'esm',
		target: 'node20.19',
		packages: 'external',
		plugins: [here],
	});
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, outputFiles[0].contents);
	// In two parts, for it is there only once this has run, and knip would look for it.
	return import('../node_modules/' + '.cache/bench/host.mjs');
}
