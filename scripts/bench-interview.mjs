// How fast an interview is in the host of the tests, on the shipped notes, with the processor slowed 4 times. It prints
// figures and judges none: they depend on the machine and on what else it does.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { readVaultTemplates } from './vault-templates.mjs';

const ROOT = dirname(import.meta.dirname);
const HOST = '../node_modules/.cache/bench/host.mjs';
const RUNS = 5;
const CPU_THROTTLE = 4;
const FLINK = 'Stackbook/技术/流计算/Flink.md';

const { openHost, closeBrowser } = await loadHost();
const vault = Object.fromEntries(
	Object.entries(readVaultTemplates(ROOT).zh).map(([path, text]) => [`Stackbook/${path}`, text]),
);
const runs = [];
try {
	for (let i = 0; i < RUNS; i++) runs.push(await measureOnce());
} finally {
	await closeBrowser();
}
console.log(
	`${RUNS} runs, processor slowed ${CPU_THROTTLE} times, ${Object.keys(vault).length} notes`,
);
console.log('milliseconds                       median   worst');
for (const name of Object.keys(runs[0])) {
	const values = runs.map(run => run[name]).sort((a, b) => a - b);
	const [median, worst] = [values[Math.floor(RUNS / 2)], values.at(-1)];
	console.log(`${name.padEnd(32)} ${String(median).padStart(8)} ${String(worst).padStart(7)}`);
}

/** The host is TypeScript that knows where it stands; a bundle of it stands elsewhere. */
async function loadHost() {
	const file = join(import.meta.dirname, HOST);
	const here = {
		name: 'here',
		setup(context) {
			context.onLoad({ filter: /[\\/]tests[\\/]host[\\/].*\.ts$/ }, ({ path }) => ({
				contents: readFileSync(path, 'utf8').replaceAll(
					'import.meta.dirname',
					JSON.stringify(dirname(path)),
				),
				loader: 'ts',
			}));
		},
	};
	const { outputFiles } = await build({
		entryPoints: [join(ROOT, 'tests/host/index.ts')],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'esm',
		target: 'node20.19',
		packages: 'external',
		plugins: [here],
	});
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, outputFiles[0].contents);
	// In two parts, for it is there only once this has run, and knip would look for it.
	return import('../node_modules/' + '.cache/bench/host.mjs');
}

/** One start of the app: the first interview after it, and its second question. */
async function measureOnce() {
	const host = await openHost({
		plugin: join(ROOT, 'dist/plugin'),
		language: 'zh',
		vault,
		cpuThrottle: CPU_THROTTLE,
	});
	try {
		await host.openNote(FLINK, { mode: 'preview' });
		await host.whenQuiet();
		await host.page.waitForTimeout(1500);
		return await host.page.evaluate(measureInPage);
	} finally {
		await host.close();
	}
}

/**
 * Runs in the page. Nothing of the plugin runs when the note is rewritten before its first command: that task is what
 * the host itself takes to draw the note anew, as it does after a rating too. Each time is that from the press to the first frame
 * with what was asked for.
 */
async function measureInPage() {
	const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
	const tasks = [];
	const observer = new PerformanceObserver(list => {
		for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
	});
	observer.observe({ type: 'longtask' });
	const timed = async (act, isThere) => {
		const started = performance.now();
		act();
		while (!isThere()) await new Promise(resolve => requestAnimationFrame(resolve));
		await new Promise(resolve => requestAnimationFrame(resolve));
		return Math.round(performance.now() - started);
	};
	const view = () => document.querySelector('.stackbook-view');
	const press = selector => view()?.querySelector(selector)?.click();
	const position = () => view()?.querySelector('.stackbook-position')?.textContent;
	const hasPrompt = () => view()?.querySelector('.stackbook-prompt p');
	const { vault, workspace } = window.app;
	const note = workspace.getActiveFile();
	await vault.process(note, text => `${text}\n`);
	await wait(2000);
	const alone = Math.max(0, ...tasks.splice(0));
	const first = await timed(
		() => window.host.runCommand('stackbook:interview-on-note'),
		() => hasPrompt(),
	);
	await wait(4000);
	const duringFirst = Math.max(0, ...tasks.splice(0));
	const reveal = await timed(
		() => press('.stackbook-buttons .mod-cta'),
		() => view()?.querySelector('.stackbook-ratings'),
	);
	await wait(1000);
	const rating = await timed(
		() => press('.stackbook-ratings button:nth-child(2)'),
		() => view()?.querySelector('.stackbook-outcome'),
	);
	await wait(1000);
	const before = position();
	const next = await timed(
		() => press('.stackbook-way-on .mod-cta'),
		() => position() !== before && hasPrompt(),
	);
	await wait(1000);
	observer.disconnect();
	return {
		'command → question': first,
		'show the answer': reveal,
		rating: rating,
		'next question': next,
		'longest task of the host alone': alone,
		'longest task at start': duringFirst,
		'longest task after it': Math.max(0, ...tasks),
	};
}
