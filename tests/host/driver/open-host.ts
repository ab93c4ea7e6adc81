import type { Page } from 'playwright-core';
import type { HostSettings } from '../page/base/host-settings';
import type { FileStore, StoreReply } from '../page/vault/store-bridge';
import { getBrowser } from './browser';
import { DiskStore } from './disk-store';
import { Host, waitForStart } from './host';
import { DEFAULT_API_VERSION, DEFAULT_SAVE_DELAY, defaultViewport, formOf } from './host-options';
import type { HostOptions } from './host-options';
import { startServer } from './host-server';
import { MemoryStore } from './memory-store';

/** Starts an app with a vault and a plugin, and waits until its layout is ready. */
export async function openHost(options: HostOptions): Promise<Host> {
	const now = clockFrom(options.date);
	const store =
		typeof options.vault === 'string'
			? new DiskStore(options.vault)
			: new MemoryStore(options.vault, now);
	const settings = (): HostSettings => settingsFor(options, now);
	const { plugin, mermaid = 'mermaid' } = options;
	const server = await startServer({ plugin, store, settings, mermaid });
	const form = formOf(options.mobile);
	const browser = await getBrowser();
	const context = await browser.newContext({
		viewport: options.viewport ?? defaultViewport(form),
		isMobile: form !== 'desktop',
		hasTouch: form !== 'desktop',
		timezoneId: options.timezone ?? 'UTC',
		permissions: ['clipboard-read', 'clipboard-write'],
	});
	try {
		const page = await context.newPage();
		// On a slower processor everything may take longer.
		page.setDefaultTimeout(10_000 * (options.cpuThrottle ?? 1));
		const session = await context.newCDPSession(page);
		if (options.cpuThrottle !== undefined) {
			await session.send('Emulation.setCPUThrottlingRate', { rate: options.cpuThrottle });
		}
		const errors = collectErrors(page, server.origin);
		await page.exposeFunction('callStore', (name: keyof FileStore, args: unknown[]) =>
			callStore(store, name, args),
		);
		await page.goto(server.origin);
		await waitForStart(page);
		return new Host({ page, context, session, server, store, errors });
	} catch (error) {
		await context.close();
		await server.close();
		throw error;
	}
}

function settingsFor(options: HostOptions, now: () => number): HostSettings {
	return {
		vaultName: 'vault',
		language: options.language ?? 'en',
		theme: options.theme ?? 'light',
		form: formOf(options.mobile),
		apiVersion: options.apiVersion ?? DEFAULT_API_VERSION,
		saveDelay: options.saveDelay ?? DEFAULT_SAVE_DELAY,
		defaultMode: options.defaultMode ?? 'source',
		startTime: options.date === undefined ? undefined : now(),
		startPlugin: options.startPlugin ?? true,
	};
}

function clockFrom(date: string | undefined): () => number {
	if (date === undefined) return () => Date.now();
	const shift = new Date(date).getTime() - Date.now();
	return () => Date.now() + shift;
}

type StoreCall = (this: FileStore, ...args: unknown[]) => Promise<unknown>;

async function callStore(
	store: FileStore,
	name: keyof FileStore,
	args: unknown[],
): Promise<StoreReply> {
	try {
		const value: unknown = await (Reflect.get(store, name) as StoreCall).apply(store, args);
		return { value };
	} catch (error) {
		return { error: error instanceof Error ? error.message : String(error) };
	}
}

function collectErrors(page: Page, origin: string): string[] {
	const errors: string[] = [];
	page.on('pageerror', error => errors.push(error.stack ?? error.message));
	page.on('console', message => {
		if (message.type() === 'error') errors.push(`console: ${message.text()}`);
	});
	page.on('dialog', dialog => {
		errors.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('request', request => {
		const url = request.url();
		if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) errors.push(`request: ${url}`);
	});
	return errors;
}
