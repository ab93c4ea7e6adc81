import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { writeAll } from './atomic-write.mts';
import { CliError, errorCode } from './cli-error.mts';
import type { CliHost } from './cli-host.mts';
import { isMissing } from './files.mts';
import type { Files, OpenFile } from './files.mts';
import { localTime } from './local-time.mts';
import type { Machine } from './machine.mts';
import { guardWrite } from './new-file.mts';
import { sweepTemporaries } from './sweep.mts';

/** Folder for what is ours in a vault and no note; hidden, so it is never read as notes. */
const OWN_FOLDER = '.stackbook';
/** Path of the lock in a vault. */
export const LOCK = `${OWN_FOLDER}/lock`;

/** A holder that only writes an answer is gone by then. */
const PATIENCE = 5000;
const POLL = 50;

/** No run takes as long; a number that still belongs to a process belongs to another one by then. */
const LONGEST_RUN = 60 * 60_000;

/**
 * Whether a process of another machine still runs cannot be asked. Its lock comes with a folder that is synced, and may
 * have come without the deletion that followed.
 */
const LONGEST_AWAY = 10 * 60_000;

/** A lock that nobody finished writing: its process was killed within a moment. */
const LONGEST_TORN = 2000;

/** What a lock needs to know of the world. */
export type LockHost = Pick<CliHost, 'files' | 'machine' | 'interrupts'>;

/**
 * Runs what writes into a vault while no other run does, after clearing up what killed runs left. The lock is gone on
 * every way out; one whose process is gone is taken over.
 *
 * @throws CliError if another run holds the lock for longer than a moment, or if it cannot be written.
 */
export async function withLock<T>(
	host: LockHost,
	{ root, name }: { readonly root: string; readonly name: string },
	work: () => Promise<T>,
): Promise<T> {
	const letGo = host.interrupts.hold();
	const own = printLock(host.machine);
	try {
		await acquire(host, { path: join(root, LOCK), name: join(name, LOCK), own });
		try {
			await sweepTemporaries({ root, files: host.files }, host.machine.now());
			return await work();
		} finally {
			await release(host.files, join(root, LOCK), own);
		}
	} finally {
		letGo();
	}
}

interface Lock {
	readonly path: string;
	/** How the person would name it. */
	readonly name: string;
	/** What stands in it while it is ours. */
	readonly own: string;
}

/** Who holds a lock. */
interface Holder {
	readonly pid: number;
	readonly host: string;
	/** Milliseconds since 1970. */
	readonly started: number;
}

function printLock({ pid, name, now }: Machine): string {
	const started = new Date(now()).toISOString();
	// The run tells two locks of one process apart.
	return `${JSON.stringify({ pid, host: name, started, run: randomUUID() })}\n`;
}

function parseLock(text: string): Holder | undefined {
	try {
		const { pid, host, started } = JSON.parse(text) as Record<string, unknown>;
		const time = Date.parse(String(started));
		if (!Number.isInteger(pid) || Number(pid) <= 0 || Number.isNaN(time)) return undefined;
		return { pid: Number(pid), host: String(host), started: time };
	} catch {
		return undefined;
	}
}

async function acquire(host: LockHost, lock: Lock): Promise<void> {
	const { files, machine } = host;
	for (let waited = 0; ; waited += POLL) {
		if (await guardWrite(LOCK, () => create(files, lock.path, lock.own))) return;
		const text = await guardWrite(LOCK, () => readLock(files, lock.path));
		if (text !== undefined && (await isLeft(files, machine, { path: lock.path, text })))
			await guardWrite(LOCK, () => removeLeft(files, machine, { path: lock.path, text }));
		if (waited >= PATIENCE) throw lockedError(lock.name, text);
		host.interrupts.check();
		if (text !== undefined) await machine.wait(POLL);
	}
}

/** Makes the file if there is none; false if there is, or if a moment later it is not ours. */
async function create(files: Files, path: string, text: string): Promise<boolean> {
	let file: OpenFile;
	try {
		await makeOwnFolder(files, dirname(path));
		file = await files.create(path, 0o644);
	} catch (error) {
		// ENOENT: the folder went with the lock of another run.
		if (errorCode(error) === 'EEXIST' || isMissing(error)) return false;
		throw error;
	}
	try {
		try {
			await writeAll(file, text);
		} finally {
			await file.close();
		}
		return (await readLock(files, path)) === text;
	} catch (error) {
		await files.unlink(path).catch(() => undefined);
		throw error;
	}
}

/** A link in its place could lead out of the vault. */
async function makeOwnFolder(files: Files, folder: string): Promise<void> {
	await files.mkdir(folder).catch(async (error: unknown) => {
		if (errorCode(error) !== 'EEXIST') throw error;
		if ((await files.lstat(folder)).isDirectory()) return;
		throw Object.assign(new Error('not a directory'), { code: 'ENOTDIR' });
	});
}

async function readLock(files: Files, path: string): Promise<string | undefined> {
	try {
		return (await files.readFile(path)).toString('utf8');
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw error;
	}
}

interface Found {
	readonly path: string;
	readonly text: string;
}

/** True if nobody works under a lock any more. */
async function isLeft(files: Files, machine: Machine, { path, text }: Found): Promise<boolean> {
	const holder = parseLock(text);
	if (!holder) {
		const made = await files.lstat(path).then(
			({ mtimeMs }) => mtimeMs,
			() => machine.now(),
		);
		return Math.abs(machine.now() - made) > LONGEST_TORN;
	}
	// One from the future is as wrong as one from long ago.
	const age = Math.abs(machine.now() - holder.started);
	if (holder.host !== machine.name) return age > LONGEST_AWAY;
	if (holder.started < machine.bootTime() || age > LONGEST_RUN) return true;
	// In a container every run may have the same number.
	return holder.pid === machine.pid || !machine.isRunning(holder.pid);
}

/**
 * Takes a lock away that was left. Two that saw it must not both do so: the slower one would take away the new lock of
 * the faster one. So one of them claims the right first, and looks again.
 */
async function removeLeft(files: Files, machine: Machine, { path, text }: Found): Promise<void> {
	const claim = `${path}-claim`;
	try {
		await (await files.create(claim, 0o644)).close();
	} catch (error) {
		if (errorCode(error) !== 'EEXIST') throw error;
		if (await isLeft(files, machine, { path: claim, text: '' })) await files.unlink(claim);
		return;
	}
	try {
		if ((await readLock(files, path)) === text) await files.unlink(path);
	} finally {
		await files.unlink(claim).catch(() => undefined);
	}
}

/** Leaves a lock that is not ours alone. What fails here is left to the next run. */
async function release(files: Files, path: string, own: string): Promise<void> {
	const text = await readLock(files, path).catch(() => undefined);
	if (text === own) await files.unlink(path).catch(() => undefined);
	// Not empty: something else of ours is kept there.
	await files.rmdir(dirname(path)).catch(() => undefined);
}

function lockedError(path: string, text: string | undefined): CliError {
	if (text === undefined)
		return new CliError('cli.error.unwritable', { path, detail: 'no such folder (ENOENT)' });
	const holder = parseLock(text);
	return new CliError('cli.error.locked', {
		path,
		pid: holder?.pid ?? '?',
		// It may have come from anywhere.
		host: holder?.host.slice(0, 60) ?? '?',
		since: holder ? localTime(new Date(holder.started)) : '?',
	});
}
