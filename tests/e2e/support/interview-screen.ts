import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { createTranslator } from '../../../src/i18n/index';
import { hostsOfFile } from '../../host/in-jest';
import type { Host } from '../../host/index';
import { FILES, FLINK, STORM } from '../../obsidian/support/stream-notes';
import { ROOT } from '../../support/room-table';

export const en = createTranslator('en');
export const zh = createTranslator('zh');

export const PLUGIN = join(ROOT, 'dist/plugin');
export const KAFKA = 'Stackbook/Queues/Kafka.md';
export const LIST = 'Stackbook/To ask.md';
export const ENGINES = 'Stackbook/Engines.md';
/** Where the device writes in November 2026. */
export const ATTEMPTS = /^Stackbook\/Attempts\/.*2026-11.*\.md$/;

/** Two categories, a comparison and a list of links to questions. */
export const VAULT: Readonly<Record<string, string>> = {
	...FILES,
	[KAFKA]: `---
type: technology
id: kafka
category: message-queue
---

## Problems

### Why do consumers rebalance?
- [/] Rebalance · L2 ★★★ ^kafka-rebalance

## Comparisons

### How is a log unlike a queue?
- [ ] Log · L1 ★ ^kafka-log
`,
	[ENGINES]: `---
type: comparison
alternatives:
  - "[[Flink]]"
  - "[[Kafka]]"
criteria:
  - Model
---

### Which one when?
- [ ] Choice · L3 ★★ ^engines-choice
`,
	[LIST]: '- [[Kafka#^kafka-rebalance]]\n- [[Flink#^flink-savepoint]]\n',
};

const CONDUCT = { date: '2026-11-20T21:04:00Z', plugin: PLUGIN, vault: VAULT };

/** What somebody in front of an interview sees and presses. */
export class InterviewScreen {
	readonly view: Locator;
	readonly field: Locator;
	readonly prompt: Locator;
	readonly points: Locator;
	readonly outcome: Locator;
	readonly live: Locator;

	constructor(readonly host: Host) {
		const { page } = host;
		this.view = page.locator('.stackbook-view');
		this.field = this.view.locator('textarea');
		this.prompt = this.view.locator('.stackbook-prompt');
		this.points = this.view.locator('fieldset input[type=checkbox]');
		this.outcome = this.view.locator('.stackbook-outcome');
		this.live = this.view.locator('[aria-live=polite][role=status]');
	}

	button(name: string): Locator {
		return this.view.getByRole('button', { name, exact: true });
	}

	async press(name: string): Promise<void> {
		await this.button(name).click();
	}

	/** Begins on a note that is opened for it; the question shows. */
	async beginOn(path: string, mode: 'source' | 'preview' = 'preview'): Promise<void> {
		await this.host.openNote(path, { mode });
		expect(await this.host.runCommand('stackbook:interview-on-note')).toBe(true);
		await this.prompt.locator('p').waitFor();
	}

	async reveal(): Promise<void> {
		await this.press(en('plugin.interview.reveal'));
		await this.view.locator('.stackbook-ratings').waitFor();
	}

	async rate(rating: 'again' | 'hard' | 'good' | 'easy'): Promise<void> {
		await this.press(en(`rating.${rating}`));
		await this.outcome.waitFor();
	}

	async next(): Promise<void> {
		await this.press(en('plugin.interview.next'));
		await this.field.waitFor();
	}

	/** Kept when the prompt is this one. */
	async showsPrompt(text: string): Promise<void> {
		await this.prompt.getByText(text, { exact: true }).waitFor();
	}

	/** Kept when the view says this somewhere. */
	async says(text: string): Promise<void> {
		await this.view.getByText(text, { exact: true }).first().waitFor();
	}

	async keys(...keys: string[]): Promise<void> {
		for (const key of keys) await this.host.page.keyboard.press(key);
	}
}

/** Opens hosts whose interview can be conducted. */
export function interviewsOfFile(
	defaults: Parameters<typeof hostsOfFile>[0] = {},
): (options?: Parameters<typeof hostsOfFile>[0]) => Promise<InterviewScreen> {
	const open = hostsOfFile({ ...CONDUCT, ...defaults });
	return async options => new InterviewScreen(await open(options));
}

/** The lines of all attempts of this month. */
export async function attemptLines(host: Host): Promise<string[]> {
	const paths = (await host.paths()).filter(path => ATTEMPTS.test(path));
	const texts = await Promise.all(paths.map(path => host.text(path)));
	return texts.flatMap(text => text.split('\n').filter(line => line.startsWith('- ')));
}

/** Kept when the stored file fits; a file is written a moment after the screen changes. */
export async function untilText(
	host: Host,
	path: string,
	wanted: string | RegExp,
): Promise<string> {
	return until(
		() => host.text(path).catch(() => ''),
		text => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)),
	);
}

/** Asks again until the answer fits. */
export async function until<T>(
	ask: () => Promise<T>,
	fits: (value: T) => boolean,
	patience = 10_000,
): Promise<T> {
	const end = performance.now() + patience;
	for (;;) {
		const value = await ask();
		if (fits(value)) return value;
		if (performance.now() > end) throw new Error(`Not in time: ${JSON.stringify(value)}`);
		await new Promise(resolve => setTimeout(resolve, 50));
	}
}

export { FILES, FLINK, STORM };
