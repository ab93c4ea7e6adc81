// Whose time a long task of a page took: sampled stacks, laid over the tasks that the browser reports.
const PLUGIN_SCRIPT = '/plugin/main.js';

// In microseconds. Shorter intervals slow down what they measure.
const SAMPLING_INTERVAL = 500;

/**
 * Watches a page of the host and says, for each task of more than 50 ms, how long it took and how much of that was in
 * the plugin's own script, in milliseconds.
 *
 * @param {import('playwright-core').Page} page
 */
export async function watchLongTasks(page) {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	await session.send('Profiler.enable');
	await session.send('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL });
	await page.evaluate(() => {
		window.longTasks = [];
		new PerformanceObserver(list => {
			for (const { startTime, duration } of list.getEntries()) {
				window.longTasks.push({ start: startTime, duration });
			}
		}).observe({ type: 'longtask' });
	});
	const start = async () => {
		await page.evaluate(() => window.longTasks.splice(0));
		await session.send('Profiler.start');
	};
	const stop = async () => {
		const offset = await clockOffset(page, session);
		const { profile } = await session.send('Profiler.stop');
		const tasks = await page.evaluate(() => window.longTasks.splice(0));
		const samples = pluginSamples(profile, offset);
		return tasks.map(({ start, duration }) => {
			const inTask = samples.filter(({ at }) => at >= start && at < start + duration);
			const inPlugin = inTask.reduce((sum, sample) => sum + sample.length, 0);
			return { duration: Math.round(duration), inPlugin: Math.round(inPlugin) };
		});
	};
	return { start, stop };
}

/** By how many milliseconds the profiler's clock is ahead of the page's. */
async function clockOffset(page, session) {
	const before = await page.evaluate(() => performance.now());
	const { metrics } = await session.send('Performance.getMetrics');
	const after = await page.evaluate(() => performance.now());
	const { value } = metrics.find(({ name }) => name === 'Timestamp');
	return value * 1000 - (before + after) / 2;
}

/** The moments at which the innermost script was the plugin's, each with the time until the next sample. */
function pluginSamples({ nodes, samples, startTime, timeDeltas }, offset) {
	const isPlugin = innermostScripts(nodes);
	let at = startTime;
	return samples.flatMap((id, i) => {
		at += timeDeltas[i];
		const length = (timeDeltas[i + 1] ?? 0) / 1000;
		return isPlugin.get(id) ? [{ at: at / 1000 - offset, length }] : [];
	});
}

/** For each node of the tree of calls, whether the script that runs is the plugin's; what is built in belongs to its caller. */
function innermostScripts(nodes) {
	const byId = new Map(nodes.map(node => [node.id, node]));
	const answers = new Map();
	const visit = (node, caller) => {
		const { functionName, url } = node.callFrame;
		const isOurs = url === '' ? caller && functionName !== '' : url.includes(PLUGIN_SCRIPT);
		answers.set(node.id, isOurs);
		for (const child of node.children ?? []) visit(byId.get(child), isOurs);
	};
	if (nodes[0]) visit(nodes[0], false);
	return answers;
}
