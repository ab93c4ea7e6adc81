// An interview on the note about Flink, as a reader goes through it.
import { openInterviewPane } from './interview-pane';
import type { InterviewPane } from './interview-pane';
import type { BuiltPlugin } from './built-plugin';
import { startHost, until } from './obsidian-like-host';
import type { ObsidianLikeHost } from './obsidian-like-host';
import { FILES, FLINK } from './stream-notes';

export const BARRIERS = 'Why do barriers align?';
export const SAVEPOINT = 'What is a savepoint?';
export const WATERMARK = 'What is a watermark?';

/** An interview and the host it is in. */
export interface Opened {
	readonly host: ObsidianLikeHost;
	readonly pane: InterviewPane;
}

/** Opens the note for reading: what is written goes through the vault. */
export async function openFlink(
	built: BuiltPlugin,
	files: Readonly<Record<string, string>> = FILES,
): Promise<Opened> {
	const host = await startHost(built, { files });
	if (files[FLINK] !== undefined) {
		const { leaf } = await host.open(FLINK);
		Object.assign(leaf.view ?? {}, { getMode: () => 'preview' });
	}
	return { host, pane: openInterviewPane(host) };
}

/** Rates the question on the screen. */
export async function answer({ pane }: Opened, rating: string): Promise<void> {
	pane.press('Show the answer');
	await until(() => document.querySelector('.stackbook-ratings') !== null);
	pane.press(rating);
	await until(() => document.querySelector('.stackbook-outcome') !== null);
}

/** Shows the next question. */
export async function goOn({ pane }: Opened, prompt: string): Promise<void> {
	pane.press('Next question');
	await until(() => pane.prompt() === prompt);
}

/** Rates the first question and finishes before the second one. */
export async function finishAfterOne(opened: Opened, rating = 'again'): Promise<void> {
	await opened.pane.start();
	await answer(opened, rating);
	await goOn(opened, SAVEPOINT);
	opened.pane.press('Finish');
	await untilOver(opened);
}

/** Waits for the end screen. */
export function untilOver({ pane }: Opened): Promise<void> {
	return until(() => pane.text().includes('The interview is over'));
}

/** A link of the view by its words. */
export function linkOf(name: string): HTMLAnchorElement {
	const links = [...document.querySelectorAll<HTMLAnchorElement>('.stackbook-view a')];
	const found = links.find(link => link.textContent === name && !link.closest('[hidden]'));
	if (!found) throw new Error(`There is no link «${name}»`);
	return found;
}

/** The words of all links of the view that show. */
export function linkNames(): (string | null)[] {
	return [...document.querySelectorAll('.stackbook-view a')]
		.filter(link => !link.closest('[hidden]'))
		.map(({ textContent }) => textContent);
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
