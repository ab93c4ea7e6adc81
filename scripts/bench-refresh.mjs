// How long bringing regions up to date takes: all of them, those that one change affects, and none. It prints figures and
// judges none: milliseconds depend on the machine, the ratios to indexing the same vault in the same run hardly do.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const ROOT = dirname(import.meta.dirname);
const BUNDLE = 'node_modules/.cache/bench/refresh.mjs';
const SIZES = [100, 1_000, 10_000];
/** The median of this many passes is taken, one less for each tenfold size. */
const RUNS = 5;

const core = await loadCore();
const rows = SIZES.map(size => measure(size));
print(
	'milliseconds',
	row => row.times,
	time => time.toFixed(1),
);
print(
	'as a share of indexing the same vault',
	({ times }) =>
		Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time / times.indexing])),
	share => share.toFixed(4),
);
const [, thousand, tenThousand] = rows;
console.log('\ngrowth from 1,000 to 10,000 notes');
for (const name of Object.keys(thousand.times)) {
	console.log(
		`${name.padEnd(32)} ${(tenThousand.times[name] / thousand.times[name]).toFixed(1)} times`,
	);
}
console.log(
	`\nregions that one change affects: ${rows.map(({ size, affected }) => `${affected} of ${size}`).join(', ')}`,
);

function measure(size) {
	const files = core.generateVault(size);
	const passes = Array.from({ length: Math.max(1, RUNS - Math.log10(size)) }, () => pass(files));
	const { fresh } = passes[0];
	const index = core.indexOf(fresh);
	let affected = 0;
	/** Changes the status of a question, and answers the milliseconds of what follows, and of its longest step. */
	const follow = i => {
		const path = Object.keys(files)[i];
		const before = index.find(path);
		const text = before.text.replace(/- \[.\] 题 0/, '- [?] 题 0');
		const indexing = timed(() => index.set(core.parseNote(path, text)));
		const finding = timed(() => inSteps(core.findAffectedRegions(index, [{ path, before }])));
		const { notes } = finding.value.value;
		affected = 0;
		const planning = [...notes].map(([note, choice]) => {
			affected += choice === 'all' ? index.find(note).structure.regions.length : choice.size;
			return timed(() => inSteps(core.planNoteInSteps(index, index.find(note), choice)));
		});
		const works = [finding, ...planning];
		return {
			total: works.reduce((sum, { time }) => sum + time, indexing.time),
			longest: Math.max(indexing.time, ...works.map(({ value }) => value.longest)),
		};
	};
	// The first change gathers what all notes' regions are made from.
	const first = follow(51);
	const others = [52, 53, 54, 56, 57].map(follow);
	const times = {
		indexing: median(passes.map(({ indexing }) => indexing)),
		'full refresh': median(passes.map(({ full }) => full)),
		'refresh after a first change': first.total,
		'its longest step': first.longest,
		'refresh after a later change': median(others.map(({ total }) => total)),
		'its longest step, later': median(others.map(({ longest }) => longest)),
		'no-op refresh': median(passes.map(({ noop }) => noop)),
	};
	return { size, times, affected };
}

/** Indexes a vault, brings all of it up to date, and once more where nothing is to be done. */
function pass(files) {
	const indexing = timed(() => core.indexOf(files));
	const full = timed(() => core.refresh(files, core.planVaultRefresh(indexing.value)));
	const again = core.indexOf(full.value);
	const noop = timed(() => core.planVaultRefresh(again));
	if (noop.value.edits.length > 0) throw new Error('A second refresh would change something');
	return { indexing: indexing.time, full: full.time, noop: noop.time, fresh: full.value };
}

/** Work in steps, as the app does it, with the milliseconds of the longest. */
function inSteps(steps) {
	let longest = 0;
	for (;;) {
		const started = performance.now();
		const step = steps.next();
		longest = Math.max(longest, performance.now() - started);
		if (step.done) return { value: step.value, longest };
	}
}

function timed(work) {
	const started = performance.now();
	const value = work();
	return { time: performance.now() - started, value };
}

function median(values) {
	return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function print(title, figuresOf, show) {
	console.log(`\n${title.padEnd(32)} ${SIZES.map(size => `${size} notes`.padStart(12)).join('')}`);
	for (const name of Object.keys(rows[0].times)) {
		const figures = rows.map(row => show(figuresOf(row)[name]).padStart(12));
		console.log(`${name.padEnd(32)} ${figures.join('')}`);
	}
}

/** The core is TypeScript, and more of it is needed than its door lets out. */
async function loadCore() {
	const { outputFiles } = await build({
		stdin: {
			contents: `
				import { parseNote } from './src/core/vault/note';
				import { createNoteIndex } from './src/core/vault/note-index';
				export { findAffectedRegions } from './src/core/regions/affected-regions';
				export { planNoteInSteps } from './src/core/regions/plan-refresh';
				export { planVaultRefresh } from './src/core/regions/refresh-vault';
				export { afterRefresh as refresh } from './tests/support/random-vault';
				export { generateVault } from './tests/support/generated-vault';
				export { parseNote };
				export const indexOf = files =>
					createNoteIndex(Object.entries(files).map(([path, text]) => parseNote(path, text)));
			`,
			resolveDir: ROOT,
			loader: 'ts',
		},
		bundle: true,
		write: false,
		platform: 'node',
		format: 'esm',
		target: 'node20.19',
		packages: 'external',
	});
	const file = join(ROOT, BUNDLE);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, outputFiles[0].contents);
	// In two parts, for it is there only once this has run, and knip would look for it.
	return import('../node_modules/' + '.cache/bench/refresh.mjs');
}
