import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { findChromium } from './driver/find-chromium';
import { closeBrowser, describeBrowser } from './index';
import { hostsOfFile } from './in-jest';
import type { ObsidianModule } from './support/obsidian-module';
import { smallPlugin } from './support/small-plugin';

const open = hostsOfFile({ plugin: smallPlugin() });
const env = { ...process.env };
afterEach(() => {
	Object.assign(process.env, env);
});
afterAll(closeBrowser);

test('CHROMIUM_PATH goes before the system, and the package is the last resort', async () => {
	const node = process.execPath;
	expect(await findChromium({ CHROMIUM_PATH: node, PATH: '/usr/bin' })).toMatchObject({
		path: node,
		source: 'CHROMIUM_PATH',
	});
	const packaged = await findChromium({ CHROMIUM_PATH: '/none', PATH: '/none' });
	expect(packaged.source).toBe('package');
	expect(existsSync(packaged.path)).toBe(true);
	const { TMPDIR = '' } = packaged.env;
	expect(TMPDIR.startsWith(join(tmpdir(), 'host-chromium-tmp-'))).toBe(true);
	rmSync(TMPDIR, { recursive: true });
});

test('without a browser on the system the one of the package runs the app', async () => {
	await closeBrowser();
	process.env.PATH = '/none';
	delete process.env.CHROMIUM_PATH;
	const host = await open({ vault: { 'a.md': '# 数据流\n\nText' }, defaultMode: 'preview' });
	expect(await describeBrowser()).toEqual({
		source: 'package',
		version: expect.stringMatching(/^143\./),
	});
	await host.openNote('a.md');
	const picture = join(tmpdir(), `host-packaged-${process.pid}.png`);
	await host.screenshot(picture);
	expect(statSync(picture).size).toBeGreaterThan(5000);
	rmSync(picture);
	// Chinese letters have a font of the page's own, whatever the system has.
	const fonts = await host.page.evaluate(() =>
		Array.from(document.fonts)
			.filter(({ status }) => status === 'loaded')
			.map(({ family }) => family),
	);
	expect(fonts).toContain('Noto Sans SC');
	await closeBrowser();
});

test('a date that is given is the date of the page and of its files, and clocks go on', async () => {
	const host = await open({ date: '2031-02-03T04:05:06Z', vault: { 'a.md': '' } });
	const [first, mtime, later] = await host.page.evaluate(async () => {
		const before = Date.now();
		await new Promise(resolve => setTimeout(resolve, 30));
		return [before, window.app.vault.getFileByPath('a.md')?.stat.mtime ?? 0, new Date().getTime()];
	});
	const start = new Date('2031-02-03T04:05:06Z').getTime();
	for (const moment of [first, mtime, later]) {
		expect(Math.abs((moment ?? 0) - start)).toBeLessThan(10_000);
	}
	expect(later).toBeGreaterThan(first ?? 0);
});

test('themes, language and form are what was asked for', async () => {
	const host = await open({ theme: 'dark', language: 'zh', mobile: 'tablet' });
	const facts = (): Promise<unknown> =>
		host.page.evaluate(() => {
			const { Platform, getLanguage } = Reflect.get(window, 'o') as ObsidianModule;
			const { isMobile, isTablet, isPhone } = Platform;
			const background = getComputedStyle(document.body).backgroundColor;
			return [getLanguage(), isMobile, isTablet, isPhone, window.app.isDarkMode(), background];
		});
	expect(await facts()).toEqual(['zh', true, true, false, true, 'rgb(30, 30, 30)']);
	await host.setTheme('light');
	expect(await facts()).toEqual(['zh', true, true, false, false, 'rgb(255, 255, 255)']);
});

test('work is measured: its long tasks, and the memory that it keeps', async () => {
	const host = await open({ cpuThrottle: 2 });
	const busy = await host.measure(() =>
		host.page.evaluate(
			() =>
				new Promise<void>(resolve => {
					setTimeout(() => {
						const end = performance.now() + 120;
						while (performance.now() < end);
						const kept = Array.from({ length: 500_000 }, (_, i) => ({ i }));
						Object.assign(window, { kept });
						resolve();
					});
				}),
		),
	);
	expect(busy.longTasks.length).toBeGreaterThan(0);
	expect(Math.max(...busy.longTasks)).toBeGreaterThanOrEqual(100);
	expect(busy.heapGrowth).toBeGreaterThan(4_000_000);
	const idle = await host.measure(() => Promise.resolve());
	expect(idle.longTasks).toEqual([]);
});
