// For how long the plugin keeps the app to itself while regions follow a change. It prints figures and judges none: they
// depend on the machine and on what else it does.
import { dirname, join } from 'node:path';
import { loadHost } from './bench-host.mjs';
import { watchSlices } from './slices.mjs';
import { readVaultTemplates } from './vault-templates.mjs';

const ROOT = dirname(import.meta.dirname);
const THROTTLES = [1, 4];
const QUESTION = /^- \[.\] .*\^/m;

/** What is done, and how long it may take until all of it has been, in milliseconds. */
const STEPS = [
	['first change of a status', (page, path) => changeStatus(page, path), 12_000],
	['a later change', (page, path) => changeStatus(page, path), 8_000],
	['another', (page, path) => changeStatus(page, path), 8_000],
	['all notes brought up to date', page => runCommand(page, 'stackbook:refresh-all'), 10_000],
];

const { openHost, closeBrowser } = await loadHost();
const vault = Object.fromEntries(
	Object.entries(readVaultTemplates(ROOT).zh).map(([path, text]) => [`Stackbook/${path}`, text]),
);
try {
	for (const throttle of THROTTLES) await measure(throttle);
} finally {
	await closeBrowser();
}

async function measure(throttle) {
	const host = await openHost({
		plugin: join(ROOT, 'dist/plugin'),
		language: 'zh',
		vault,
		cpuThrottle: throttle,
	});
	const title = `${Object.keys(vault).length} notes, processor slowed ${throttle} times; ms`;
	console.log(`\n${title.padEnd(44)} plugin  longest slices`);
	try {
		await host.whenQuiet();
		const paths = Object.keys(vault).filter(path => QUESTION.test(vault[path]));
		const watch = await watchSlices(host.page);
		for (const [i, [name, act, wait]] of STEPS.entries()) {
			await watch.start();
			await act(host.page, paths[i]);
			await host.page.waitForTimeout(wait);
			const slices = await watch.stop();
			const total = slices.reduce((sum, slice) => sum + slice, 0);
			const longest = slices.slice(0, 4).map(slice => slice.toFixed(1).padStart(6));
			console.log(`${name.padEnd(44)} ${total.toFixed(0).padStart(6)}  ${longest.join('')}`);
		}
	} finally {
		await host.close();
	}
}

/** As if another device had done it. */
async function changeStatus(page, path) {
	await page.evaluate(async file => {
		const { vault: files } = window.app;
		await files.process(files.getFileByPath(file), text =>
			text.replace(/^- \[(.)\](?= .*\^)/m, (_, mark) => `- [${mark === '?' ? 'x' : '?'}]`),
		);
	}, path);
}

function runCommand(page, id) {
	return page.evaluate(command => window.host.runCommand(command), id);
}
