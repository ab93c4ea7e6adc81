/** @jest-environment jsdom */
// Every command that writes, with everything that can go wrong around it, on the built main.js in an Obsidian-like host.
import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { isDeepRun, someOf } from '../support/property-runs';
import { recordReliability } from '../support/reliability';
import { ADDED, faultsOf } from './support/app-faults';
import type { AppFault } from './support/app-faults';
import { buildPlugin } from './support/built-plugin';
import { startHost, withoutRegionBodies } from './support/obsidian-like-host';
import type { ObsidianLikeHost } from './support/obsidian-like-host';
import { timeless, undoCommand, WRITING_COMMANDS } from './support/writing-commands';
import type { WritingCommand } from './support/writing-commands';
import { watchVault } from './support/watched-vault';
import type { Operation, WatchedVault } from './support/watched-vault';

jest.setTimeout(isDeepRun ? 900_000 : 60_000);

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => document.body.replaceChildren());

type Files = Readonly<Record<string, string>>;

/** Faults of each command that are tried outside of a deep run. */
const EVERYDAY = 4;

async function start(files: Files): Promise<ObsidianLikeHost> {
	document.body.replaceChildren();
	const host = await startHost(built, { files, data: { automaticRefresh: false } });
	// The name by itself is another one in each host.
	host.app.saveLocalStorage('stackbook-device', 'laptop');
	return host;
}

/** Path → text of all files, hidden ones too. */
async function filesOf({ app }: ObsidianLikeHost): Promise<Record<string, string>> {
	const { adapter } = app.vault;
	const files: Record<string, string> = {};
	// The root has the empty path here.
	const pending = [''];
	for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
		const { files: inside, folders } = await adapter.list(folder);
		for (const path of inside) files[path] = await adapter.read(path);
		pending.push(...folders);
	}
	if (Object.keys(files).length === 0) throw new Error('There are no files');
	return files;
}

/** Goes through a command, and waits until it does nothing more. */
async function goThrough(
	command: WritingCommand,
	host: ObsidianLikeHost,
	vault: WatchedVault,
	cancelsBefore = Infinity,
): Promise<void> {
	for (const [i, step] of command.steps.entries()) {
		if (i >= cancelsBefore) cancel();
		else await step(host);
	}
	let quiet = 0;
	let known = -1;
	while (quiet < 10) {
		await new Promise(resolve => void window.setTimeout(resolve, 5));
		const done = vault.operations.length + host.notices.length;
		quiet = done === known && vault.pending() === 0 ? quiet + 1 : 0;
		known = done;
	}
}

function cancel(): void {
	const buttons = [...document.querySelectorAll('button')];
	buttons.find(({ textContent }) => textContent === 'Cancel')?.click();
}

interface Clean {
	readonly files: Files;
	readonly operations: readonly Operation[];
}

async function runCleanly(command: WritingCommand, files = command.files): Promise<Clean> {
	const host = await start(files);
	await command.prepare?.(host);
	const vault = watchVault(host, () => undefined);
	await goThrough(command, host, vault);
	return { files: await filesOf(host), operations: vault.operations };
}

/** What was lost by a fault, said wrongly of it, or not repaired by a second run. */
async function tryFault(command: WritingCommand, clean: Clean, fault: AppFault): Promise<string[]> {
	// Before the host whose screen is pressed again: another one takes the document away from it.
	const undisturbed = await undisturbedOf(command, clean, fault);
	const host = await start(command.files);
	await command.prepare?.(host);
	const told = host.notices.length;
	const prepared = await filesOf(host);
	const interfere = await fault.arm(host);
	const vault = watchVault(host, interfere);
	const { cancelsBefore } = interfere as { cancelsBefore?: number };
	await goThrough(command, host, vault, cancelsBefore);
	vault.release();
	await fault.settle?.(host);
	const after = await filesOf(host);
	const words = [...host.notices.slice(told), document.body.textContent].join('\n');
	const wanted = undisturbed ?? (await restOf(command, fault, host));
	const problems = findLosses(fault, prepared, clean.files, after);
	if (
		!same(after, wanted) &&
		!fault.isHarmless &&
		!words.includes(hitPath(vault) ?? fault.path ?? '')
	)
		problems.push(`not told: ${words}`);
	if (/undefined|\[object|is not a function|Cannot read prop/.test(words))
		problems.push(`told as a bug: ${words}`);
	if (fault.outcome === 'clean' && !isOver(command, fault, after, wanted)) {
		const files = await runAgain(command, fault, host);
		if (!same(files, wanted)) problems.push(`not repaired: ${differenceOf(files, wanted)}`);
	}
	return problems.map(problem => `${command.name}, ${fault.name}: ${problem}`);
}

/** The path at which it went wrong: notes are not read in the same order each time. */
function hitPath({ operations }: WatchedVault): string | undefined {
	return operations.find(({ isHit }) => isHit)?.path;
}

/** What a run makes that nothing disturbs; undefined where the vault has to come to rest instead. */
async function undisturbedOf(
	command: WritingCommand,
	clean: Clean,
	fault: AppFault,
): Promise<Files | undefined> {
	if (fault.outcome === 'settled') return undefined;
	const changed = fault.changed(command.files);
	return changed === command.files ? clean.files : (await runCleanly(command, changed)).files;
}

/** What comes to rest after the run that was disturbed. */
async function restOf(
	command: WritingCommand,
	fault: AppFault,
	host: ObsidianLikeHost,
): Promise<Files> {
	if (isOver(command, fault, {}, {})) return filesOf(host);
	await runAgain(command, fault, host);
	const once = await runAgain(command, fault, host);
	const twice = await runAgain(command, fault, host);
	return same(once, twice) ? once : { 'never at rest': differenceOf(once, twice) };
}

/** True where another run would be another answer, and not the rest of this one. */
function isOver(command: WritingCommand, fault: AppFault, after: Files, wanted: Files): boolean {
	return command.isRepeated === true && (fault.isEnd === true || same(after, wanted));
}

async function runAgain(
	command: WritingCommand,
	fault: AppFault,
	host: ObsidianLikeHost,
): Promise<Files> {
	let again = host;
	cancel();
	if (fault.isEnd) {
		again = await start(await filesOf(host));
		await command.prepare?.(again);
	}
	await goThrough(
		command,
		again,
		watchVault(again, () => undefined),
	);
	await fault.settle?.(again);
	return filesOf(again);
}

function differenceOf(files: Files, wanted: Files): string {
	const paths = [...new Set([...Object.keys(files), ...Object.keys(wanted)])].filter(
		path => !path.startsWith('.') && timeless(files[path] ?? '') !== timeless(wanted[path] ?? ''),
	);
	const [first = ''] = paths;
	const end = (all: Files): string => JSON.stringify(all[first]?.slice(-300) ?? null);
	return `${paths.join(', ')}: ${end(files)} instead of ${end(wanted)}`;
}

/** Every byte of the reader's is where it was, and nothing is half written. */
function findLosses(fault: AppFault, before: Files, clean: Files, after: Files): string[] {
	const problems: string[] = [];
	const changed = fault.changed(before);
	// What a clean run takes away too may be gone.
	const kept = Object.entries(changed).filter(
		([path]) => path in clean || path in after || !(path in before),
	);
	for (const [path, text] of kept) {
		if (path.startsWith('.')) continue;
		const now = after[path];
		const allowed = [text, clean[path] ?? text, ...(path in before ? [] : [cleanOf(path, clean)])];
		if (now === undefined) problems.push(`${path} is gone`);
		else if (!allowed.some(one => reads(path, now, one)))
			problems.push(`${path} reads ${JSON.stringify(now.slice(-300))}`);
	}
	for (const [path, text] of Object.entries(after)) {
		if (path in changed || path.startsWith('.')) continue;
		const name = timeless(path).replace(' (2)', '');
		const made = Object.entries(clean).find(([one]) => timeless(one) === name);
		if (!made) problems.push(`${path} came from nowhere`);
		else if (!reads(path, text, made[1]) && !isTakenBack(text, made[1]))
			problems.push(`${path} is half written`);
	}
	return problems;
}

/** An attempt was written and taken back: its file stays. */
function isTakenBack(text: string, made: string): boolean {
	return made.startsWith(text) && /^---\ntype: attempts\n[^]*---\n\n$/.test(text);
}

/** What a clean run makes of a note that has another name now. */
function cleanOf(path: string, clean: Files): string {
	return clean[path.replace(' renamed', '')] ?? '';
}

/** The same but for what is between markers, for a time, and for a line that came meanwhile. */
function reads(path: string, text: string, wanted: string): boolean {
	const own = (one: string): string =>
		timeless(path.endsWith('.md') ? withoutRegionBodies(path, one) : one)
			.replace(ADDED, '')
			.replace(/hash=[0-9a-f]+/g, '');
	return own(text) === own(wanted) && (text.includes(ADDED) || !wanted.includes(ADDED));
}

function same(files: Files, wanted: Files): boolean {
	const plain = (all: Files): string =>
		JSON.stringify(
			Object.entries(all)
				.filter(([path]) => !path.startsWith('.'))
				.map(([path, text]) => [timeless(path).replace(' (2)', ''), timeless(text)])
				.sort(),
		);
	return plain(files) === plain(wanted);
}

async function countLosses(command: WritingCommand): Promise<void> {
	const clean = await runCleanly(command);
	// At the first, one in the middle and the last.
	const most = command.isLong ? 3 : Infinity;
	const faults = someOf(faultsOf(clean.operations, command.steps.length, most), EVERYDAY);
	const problems: string[] = [];
	for (const fault of faults) problems.push(...(await tryFault(command, clean, fault)));
	recordReliability('app', {
		what: `${command.name}: faults of the vault, the disk, the screen and other devices`,
		count: faults.length,
		losses: problems.length,
	});
	expect(problems).toEqual([]);
}

test.each(WRITING_COMMANDS)('$name: nothing is lost whatever goes wrong', countLosses);

test('take the update back: nothing is lost whatever goes wrong', async () => {
	const update = WRITING_COMMANDS.find(({ name }) => name === 'update the notes');
	if (!update) throw new Error('There is no update');
	await countLosses(undoCommand((await runCleanly(update)).files));
});
