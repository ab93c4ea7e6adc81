import { afterAll, afterEach, jest } from '@jest/globals';
import { closeBrowser, openHost } from './index';
import type { Host, HostOptions } from './index';

/**
 * Gives a test file its hosts: each is closed after its test, which fails if anything went wrong in its page; the
 * browser is closed after the last test.
 */
export function hostsOfFile(
	defaults: Partial<HostOptions> = {},
): (options?: Partial<HostOptions>) => Promise<Host> {
	const open: Host[] = [];
	jest.setTimeout(60_000);
	// A browser on a busy machine can miss a moment once; the first failure is printed, a second one fails, and so does a
	// run with more than two of them.
	jest.retryTimes(1, { logErrorsBeforeRetry: true });
	afterEach(async () => {
		for (const host of open.splice(0)) await host.close();
	});
	afterAll(closeBrowser);
	return async options => {
		const { plugin, vault = {}, ...rest } = { ...defaults, ...options };
		if (plugin === undefined) throw new Error('Which plugin?');
		const host = await openHost({ vault, plugin, ...rest });
		open.push(host);
		return host;
	};
}
