import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const PAGE = join(import.meta.dirname, '../page');
const ROOT = join(import.meta.dirname, '../../..');

/** Jest loads modules anew for each test file: what one of them has bundled, the others take over. */
const CACHE = join(ROOT, 'node_modules/.cache/host-page');

let script: Promise<string> | undefined;

/** The app as one script, made once for each state of its sources. */
export function pageScript(): Promise<string> {
	script ??= readScript();
	return script;
}

/** The styles of the app. */
export function pageStyles(): string {
	return ['variables', 'app', 'floating', 'notes']
		.map(name => readFileSync(join(PAGE, `styles/${name}.css`), 'utf8'))
		.join('\n');
}

async function readScript(): Promise<string> {
	const file = join(CACHE, `${hashOfSources()}.js`);
	if (existsSync(file)) return readFileSync(file, 'utf8');
	const text = await bundle();
	mkdirSync(dirname(file), { recursive: true });
	// Put in place as a whole: another process may look for it at this moment.
	const part = `${file}.${process.pid}`;
	writeFileSync(part, text);
	renameSync(part, file);
	return text;
}

/** The sources, and by the lock file the packages that are bundled with them. */
function hashOfSources(): string {
	const hash = createHash('sha256');
	const sources = readdirSync(PAGE, { recursive: true, encoding: 'utf8' })
		.filter(name => name.endsWith('.ts'))
		.sort();
	for (const name of sources) hash.update(`${name}\0`).update(readFileSync(join(PAGE, name)));
	hash.update(readFileSync(join(ROOT, 'package-lock.json')));
	return hash.digest('hex');
}

/** Names stay as they are: the watch for leaks reads stacks. */
async function bundle(): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [join(PAGE, 'main.ts')],
		bundle: true,
		write: false,
		format: 'iife',
		target: 'es2022',
		keepNames: true,
		minifyWhitespace: true,
		charset: 'utf8',
		logLevel: 'silent',
	});
	return outputFiles[0]?.text ?? '';
}
