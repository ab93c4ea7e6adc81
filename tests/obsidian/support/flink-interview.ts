// An interview on the small note on Flink, step by step.
import type { BuiltPlugin } from './built-plugin';
import { openInterviewPane } from './interview-pane';
import type { InterviewPane } from './interview-pane';
import { startHost, until } from './obsidian-like-host';
import type { ObsidianLikeHost } from './obsidian-like-host';
import { FILES, FLINK } from './stream-notes';

export const BARRIERS = 'Why do barriers align?';
export const SAVEPOINT = 'What is a savepoint?';

/** A host with the note open, and the pane in which the interview shows. */
export interface Opened {
	readonly host: ObsidianLikeHost;
	readonly pane: InterviewPane;
}

export async function openFlink(built: BuiltPlugin, files = FILES): Promise<Opened> {
	const host = await startHost(built, { files });
	const { leaf } = await host.open(FLINK);
	// No editor: what is written goes through the vault.
	Object.assign(leaf.view ?? {}, { getMode: () => 'preview' });
	return { host, pane: openInterviewPane(host) };
}

export async function startOnFlink(built: BuiltPlugin, files = FILES): Promise<Opened> {
	const opened = await openFlink(built, files);
	await opened.pane.start();
	return opened;
}

export async function reveal({ pane }: Opened): Promise<void> {
	pane.press('Show the answer');
	await until(() => document.querySelector('.stackbook-ratings') !== null);
}

export async function rate({ pane }: Opened, rating: string): Promise<void> {
	pane.press(rating);
	await until(() => document.querySelector('.stackbook-outcome') !== null);
}

export async function goOn({ pane }: Opened, prompt: string): Promise<void> {
	pane.press('Next question');
	await until(() => pane.prompt() === prompt);
}

export function attemptLines(host: ObsidianLikeHost): string[] {
	const path = Object.keys(host.texts()).find(one => one.startsWith('Stackbook/Attempts/'));
	const text = path === undefined ? '' : host.text(path);
	return text.split('\n').filter(line => line.startsWith('- '));
}

export function wait(milliseconds: number): Promise<void> {
	return new Promise(resolve => {
		window.setTimeout(resolve, milliseconds);
	});
}
