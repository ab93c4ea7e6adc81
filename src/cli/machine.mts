import { hostname, uptime } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { errorCode } from './cli-error.mts';

/** The machine on which a command runs, as far as a lock has to know it. */
export interface Machine {
	readonly name: string;
	/** Number of this process. */
	readonly pid: number;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** When the machine was started, in the same milliseconds: numbers of processes begin anew then. */
	readonly bootTime: () => number;
	readonly isRunning: (pid: number) => boolean;
	readonly wait: (milliseconds: number) => Promise<void>;
}

/** The machine that runs this. */
export const thisMachine: Machine = {
	name: hostname(),
	pid: process.pid,
	now: () => Date.now(),
	bootTime: () => Date.now() - uptime() * 1000,
	isRunning,
	wait: milliseconds => setTimeout(milliseconds),
};

function isRunning(pid: number): boolean {
	try {
		// Sends nothing, and asks whether it could.
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it is there, and somebody else's.
		return errorCode(error) !== 'ESRCH';
	}
}
