import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const PAGE = join(import.meta.dirname, '../page');

let script: Promise<string> | undefined;

/** The app as one script, made once in a process. Names stay as they are: the watch for leaks reads stacks. */
export function pageScript(): Promise<string> {
	script ??= build({
		entryPoints: [join(PAGE, 'main.ts')],
		bundle: true,
		write: false,
		format: 'iife',
		target: 'es2022',
		keepNames: true,
		charset: 'utf8',
		logLevel: 'silent',
	}).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
	return script;
}

/** The styles of the app. */
export function pageStyles(): string {
	return ['variables', 'app', 'floating', 'notes']
		.map(name => readFileSync(join(PAGE, `styles/${name}.css`), 'utf8'))
		.join('\n');
}
