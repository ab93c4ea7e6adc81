// How long a plugin keeps the page to itself: sampled stacks, laid over the tasks of the browser.
const PLUGIN_SCRIPT = '/plugin/main.js';

// In microseconds. Shorter intervals slow down what they measure.
const SAMPLING_INTERVAL = 200;

const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/**
 * Watches a page of the host and says how long the plugin's script ran in each task, in milliseconds, the longest first.
 *
 * @param {import('playwright-core').Page} page
 */
export async function watchSlices(page) {
	const session = await page.context().newCDPSession(page);
	const tracer = await page.context().browser().newBrowserCDPSession();
	await session.send('Profiler.enable');
	await session.send('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL });
	let events = [];
	tracer.on('Tracing.dataCollected', ({ value }) => events.push(...value));
	const start = async () => {
		events = [];
		await tracer.send('Tracing.start', {
			transferMode: 'ReportEvents',
			traceConfig: { includedCategories: CATEGORIES },
		});
		await session.send('Profiler.start');
	};
	const stop = async () => {
		const { profile } = await session.send('Profiler.stop');
		const done = new Promise(resolve => tracer.once('Tracing.tracingComplete', resolve));
		await tracer.send('Tracing.end');
		await done;
		const tasks = events.filter(({ name, ph }) => TASKS.has(name) && ph === 'X');
		return slicesOf(tasks, samplesIn(profile));
	};
	return { start, stop };
}

/** The plugin's time in each task that has some; the browser's clock and the profiler's are one. */
function slicesOf(tasks, samples) {
	const ordered = [...tasks].sort((a, b) => a.ts - b.ts || b.dur - a.dur);
	const slices = [];
	let next = 0;
	for (const { ts, dur } of ordered) {
		while (next < samples.length && samples[next].at < ts) next++;
		let inPlugin = 0;
		// A task is told once by each of two categories: its samples are taken by the first.
		for (; next < samples.length && samples[next].at < ts + dur; next++) {
			inPlugin += samples[next].length;
		}
		if (inPlugin > 0) slices.push(inPlugin / 1000);
	}
	return slices.sort((a, b) => b - a);
}

/** The moments at which the plugin's script ran, in microseconds; what is built in belongs to its caller. */
function samplesIn({ nodes, samples, startTime, timeDeltas }) {
	const byId = new Map(nodes.map(node => [node.id, node]));
	const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map(one => [one, id])));
	const isOurs = id => {
		let node = byId.get(id);
		if (['(idle)', '(program)'].includes(node.callFrame.functionName)) return false;
		while (node.callFrame.url === '' && parents.has(node.id)) node = byId.get(parents.get(node.id));
		return node.callFrame.url.includes(PLUGIN_SCRIPT);
	};
	let at = startTime;
	return samples.flatMap((id, i) => {
		at += timeDeltas[i];
		return isOurs(id) ? [{ at, length: timeDeltas[i + 1] ?? 0 }] : [];
	});
}
