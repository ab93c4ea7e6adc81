import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { packageFolder } from './package-folder';
import { unpackTar } from './unpack-tar';

/** A browser that can be started, and what it needs around it. */
export interface Chromium {
	readonly path: string;
	readonly source: 'CHROMIUM_PATH' | 'system' | 'package';
	readonly env: Readonly<Record<string, string>>;
	readonly args: readonly string[];
}

const PACKAGE = '@sparticuz/chromium';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser of `CHROMIUM_PATH`, else that of the system, else the one inside an npm package. */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<Chromium> {
	const chosen = env.CHROMIUM_PATH;
	if (chosen && existsSync(chosen)) {
		return { path: chosen, source: 'CHROMIUM_PATH', env: {}, args: [] };
	}
	for (const folder of (env.PATH ?? '').split(delimiter)) {
		const path = NAMES.map(name => join(folder, name)).find(file => existsSync(file));
		if (path !== undefined) return { path, source: 'system', env: {}, args: [] };
	}
	return packagedChromium();
}

async function packagedChromium(): Promise<Chromium> {
	const folder = packageFolder(PACKAGE);
	if (folder === undefined) {
		throw new Error(`No Chromium: set CHROMIUM_PATH, or install ${PACKAGE} with npm`);
	}
	const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
		version: string;
	};
	const home = join(tmpdir(), `host-chromium-${version}-${process.getuid?.() ?? 0}`);
	if (!existsSync(home)) await unpack(join(folder, 'bin'), home);
	const tmp = await mkdtemp(join(tmpdir(), 'host-chromium-tmp-'));
	const path = join(home, 'chromium');
	const libraries = [process.env.LD_LIBRARY_PATH, canStart(path) ? '' : join(home, 'lib')];
	return {
		path,
		source: 'package',
		env: { TMPDIR: tmp, LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter) },
		args: ['--no-zygote', '--disable-gpu', '--disable-dev-shm-usage'],
	};
}

/** Unpacks beside its place and moves it there at once: another worker may be doing the same. */
async function unpack(bin: string, home: string): Promise<void> {
	const draft = await mkdtemp(`${home}-`);
	const chromium = join(draft, 'chromium');
	await pipeline(
		createReadStream(join(bin, 'chromium.br')),
		createBrotliDecompress(),
		createWriteStream(chromium),
	);
	await chmod(chromium, 0o755);
	for (const name of ['al2023.tar.br', 'swiftshader.tar.br']) {
		unpackTar(brotliDecompressSync(await readFile(join(bin, name))), draft);
	}
	await mkdir(join(draft, 'lib'), { recursive: true });
	try {
		await rename(draft, home);
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		if (!existsSync(home)) throw error;
	}
}

/** False where the system lacks a library, libnss3 as a rule; else its own is the better one. */
function canStart(path: string): boolean {
	return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}
