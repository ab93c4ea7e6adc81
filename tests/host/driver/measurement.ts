import type { CDPSession, Page } from 'playwright-core';

/** What a piece of work cost. */
export interface Cost {
	readonly milliseconds: number;
	/** Lengths of the tasks that kept the page from answering for more than 50 ms. */
	readonly longTasks: readonly number[];
	/** How much more memory is in use after it, in bytes, garbage left out. */
	readonly heapGrowth: number;
}

interface LongTaskWindow {
	longTaskLengths?: number[];
	longTaskObserver?: PerformanceObserver;
}

/** Does something and says what it cost. */
export async function measure(
	page: Page,
	session: CDPSession,
	work: () => Promise<unknown>,
): Promise<Cost> {
	const before = await heapSize(session);
	await page.evaluate(() => {
		const lengths: number[] = [];
		const observer = new PerformanceObserver(list => {
			for (const { duration } of list.getEntries()) lengths.push(Math.round(duration));
		});
		observer.observe({ type: 'longtask' });
		Object.assign(window, { longTaskLengths: lengths, longTaskObserver: observer });
	});
	const started = performance.now();
	await work();
	const milliseconds = Math.round(performance.now() - started);
	const longTasks = await page.evaluate(async () => {
		// A task is reported after its end.
		await new Promise(resolve => setTimeout(resolve, 50));
		const { longTaskLengths = [], longTaskObserver } = window as unknown as LongTaskWindow;
		longTaskObserver?.disconnect();
		return longTaskLengths;
	});
	return { milliseconds, longTasks, heapGrowth: (await heapSize(session)) - before };
}

/** Memory in use, in bytes, after a collection of garbage. */
export async function heapSize(session: CDPSession): Promise<number> {
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	return usedSize;
}
