import { rm } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { findChromium } from './find-chromium';
import type { Chromium } from './find-chromium';

interface Running {
	readonly browser: Browser;
	readonly chromium: Chromium;
}

let running: Promise<Running> | undefined;

const ARGS = [
	// Containers run as root and have little shared memory.
	'--no-sandbox',
	'--disable-dev-shm-usage',
	// A test reaches no other machine.
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
	'--font-render-hinting=none',
	'--js-flags=--expose-gc',
];

async function launch(): Promise<Running> {
	const found = await findChromium();
	const browser = await chromium.launch({
		executablePath: found.path,
		args: [...ARGS, ...found.args],
		env: { ...process.env, ...found.env },
	});
	return { browser, chromium: found };
}

/** The browser of this process, started when it is first needed. */
export async function getBrowser(): Promise<Browser> {
	running ??= launch();
	return (await running).browser;
}

/** Which browser that is. */
export async function describeBrowser(): Promise<{ source: Chromium['source']; version: string }> {
	await getBrowser();
	const { browser, chromium: found } = await (running ?? launch());
	return { source: found.source, version: browser.version() };
}

/** Ends it. */
export async function closeBrowser(): Promise<void> {
	const closing = running;
	running = undefined;
	if (!closing) return;
	const { browser, chromium: found } = await closing;
	await browser.close();
	const { TMPDIR } = found.env;
	if (TMPDIR !== undefined) await rm(TMPDIR, { recursive: true, force: true });
}
