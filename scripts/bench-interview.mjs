// How fast an interview and the list of questions are in the host of the tests, with the processor slowed 4 times. It
// prints figures and judges none: they depend on the machine and on what else it does.
import { dirname, join } from 'node:path';
import { loadHost } from './bench-host.mjs';
import { LIST_STEPS, manyQuestions, prepareListSteps } from './bench-list.mjs';
import { watchLongTasks } from './long-tasks.mjs';
import { readVaultTemplates } from './vault-templates.mjs';

const ROOT = dirname(import.meta.dirname);
const RUNS = 5;
const CPU_THROTTLE = 4;
const FLINK = 'Stackbook/技术/流计算/Flink.md';

const STEPS = {
	first: 'command → first question',
	reveal: 'show the answer',
	rate: 'rating',
	next: 'next question',
	revealAgain: 'show the second answer',
	rateAgain: 'second rating',
	nextAgain: 'third question',
};

const { openHost, closeBrowser } = await loadHost();
const vault = Object.fromEntries(
	Object.entries(readVaultTemplates(ROOT).zh).map(([path, text]) => [`Stackbook/${path}`, text]),
);
const BENCHES = [
	{ title: 'interview', steps: STEPS, prepare: prepareSteps, notes: vault },
	{ title: 'list', steps: LIST_STEPS, prepare: prepareListSteps, notes: vault },
	{
		title: 'list of 5000 questions',
		steps: LIST_STEPS,
		prepare: prepareListSteps,
		notes: { [FLINK]: vault[FLINK], ...manyQuestions() },
	},
];
try {
	// `npm run bench -- list` leaves the interview out.
	for (const bench of BENCHES.filter(({ title }) => title.includes(process.argv[2] ?? ''))) {
		const times = [];
		const tasks = [];
		for (let i = 0; i < RUNS; i++) times.push(await inApp(bench, timeSteps));
		// In runs of their own: watching slows down what is watched.
		for (let i = 0; i < RUNS; i++) tasks.push(await inApp(bench, watchSteps));
		const count = Object.keys(bench.notes).length;
		console.log(
			`\n${bench.title}: ${RUNS} runs, processor slowed ${CPU_THROTTLE} times, ${count} notes`,
		);
		print('milliseconds from the press to the frame', times);
		print('longest task, milliseconds', tasks);
	}
} finally {
	await closeBrowser();
}

function print(title, runs) {
	console.log(`\n${title.padEnd(44)}   median   worst`);
	for (const name of Object.keys(runs[0])) {
		const values = runs.map(run => run[name]).sort((a, b) => a - b);
		const [median, worst] = [values[Math.floor(RUNS / 2)], values.at(-1)];
		console.log(`${name.padEnd(44)} ${String(median).padStart(8)} ${String(worst).padStart(7)}`);
	}
}

/** A start of the app with a note on the screen. */
async function inApp({ steps, prepare, notes }, measure) {
	const host = await openHost({
		plugin: join(ROOT, 'dist/plugin'),
		language: 'zh',
		vault: notes,
		cpuThrottle: CPU_THROTTLE,
	});
	try {
		await host.openNote(FLINK, { mode: 'preview' });
		await host.whenQuiet();
		await host.page.waitForTimeout(1500);
		await host.page.evaluate(prepare);
		return await measure(host.page, steps);
	} finally {
		await host.close();
	}
}

/** Runs in the page: an interview step by step, each until the first frame with what was asked for. */
function prepareSteps() {
	const view = () => document.querySelector('.stackbook-view');
	const press = selector => view()?.querySelector(selector)?.click();
	const position = () => view()?.querySelector('.stackbook-position')?.textContent;
	const prompt = () => view()?.querySelector('.stackbook-prompt p');
	const until = async isThere => {
		while (!isThere()) await new Promise(resolve => requestAnimationFrame(resolve));
		await new Promise(resolve => requestAnimationFrame(resolve));
	};
	const next = async () => {
		const before = position();
		press('.stackbook-way-on .mod-cta');
		await until(() => position() !== before && prompt());
	};
	const reveal = async () => {
		press('.stackbook-buttons .mod-cta');
		await until(() => view()?.querySelector('.stackbook-ratings'));
	};
	const rate = async () => {
		press('.stackbook-ratings button:nth-child(2)');
		await until(() => view()?.querySelector('.stackbook-outcome'));
	};
	window.steps = {
		// What it costs the host to draw the open note anew, as after a rating, before the plugin's first command.
		rewrite: async () => {
			const { vault, workspace } = window.app;
			await vault.process(workspace.getActiveFile(), text => `${text}\n`);
		},
		first: async () => {
			window.host.runCommand('stackbook:interview-on-note');
			await until(prompt);
		},
		reveal,
		rate,
		next,
		revealAgain: reveal,
		rateAgain: rate,
		nextAgain: next,
	};
}

async function timeSteps(page, steps) {
	const figures = {};
	for (const [step, name] of Object.entries(steps)) {
		figures[name] = await page.evaluate(async wanted => {
			const started = performance.now();
			await window.steps[wanted]();
			return Math.round(performance.now() - started);
		}, step);
		await page.waitForTimeout(step === 'first' || step === 'openList' ? 4000 : 1500);
	}
	return figures;
}

async function watchSteps(page, steps) {
	const watch = await watchLongTasks(page);
	const figures = {};
	// What it costs the host to draw the open note anew stands beside what an interview costs.
	const rewrite = steps === STEPS ? { rewrite: 'note rewritten by the host' } : {};
	for (const [step, name] of Object.entries({ ...rewrite, ...steps })) {
		await watch.start();
		await page.evaluate(wanted => window.steps[wanted](), step);
		await page.waitForTimeout(step === 'first' || step === 'openList' ? 4000 : 1500);
		const seen = await watch.stop();
		figures[name] = Math.max(0, ...seen.map(({ duration }) => duration));
		figures['  of a task in the plugin: ' + name] = Math.max(
			0,
			...seen.map(({ inPlugin }) => inPlugin),
		);
	}
	return figures;
}
