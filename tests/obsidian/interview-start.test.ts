/** @jest-environment jsdom */
// The first screen of an interview, in the built main.js in an Obsidian-like host, not in Obsidian.
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import { openFlink } from './support/flink-interview';
import type { Opened } from './support/flink-interview';
import { openInterviewPane } from './support/interview-pane';
import { startHost, until } from './support/obsidian-like-host';
import { FILES, FLINK, STORM } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => document.body.replaceChildren());

const KAFKA = `---
type: technology
id: kafka
category: message-queue
---

### Why do consumers rebalance?
- [ ] Rebalance · L2 ★★★ ^kafka-rebalance
`;
const ENGINES = `---
type: comparison
alternatives:
  - "[[Flink]]"
---

### Which one when?
- [ ] Choice · L3 ★★ ^engines-choice
`;

async function started(files: Readonly<Record<string, string>> = FILES): Promise<Opened> {
	const opened = await openFlink(built, files);
	await opened.pane.start('start-interview');
	await until(() => document.activeElement?.localName === 'h2');
	return opened;
}

function control(label: string): HTMLSelectElement {
	const fields = [...document.querySelectorAll('.stackbook-field')];
	const found = fields
		.find(({ firstElementChild }) => firstElementChild?.textContent === label)
		?.querySelector<HTMLSelectElement>('select, input');
	if (!found) throw new Error(`There is no «${label}»`);
	return found;
}

function choose(label: string, value: string): void {
	const found = control(label);
	found.value = value;
	found.dispatchEvent(new Event('change'));
	found.dispatchEvent(new Event('input'));
}

function optionsOf(label: string): string[] {
	return [...control(label).options].map(({ text }) => text);
}

function fits({ pane }: Opened, count: number, asked = count): Promise<void> {
	return until(() =>
		pane
			.text()
			.includes(
				`${count} ${count === 1 ? 'question fits' : 'questions fit'}, ${asked} will be asked.`,
			),
	);
}

describe('while the start screen shows', () => {
	test('«this note» is the one that the reader looks at', async () => {
		const { host } = await started();
		await until(() => optionsOf('Questions from').includes('This note: Flink'));
		await host.open(STORM);
		host.app.workspace.trigger('file-open', host.app.vault.getFileByPath(STORM));
		await until(() => optionsOf('Questions from').includes('This note: Storm'));
	});

	test('a category and a comparison that arrive are offered; what was typed and the focus stay', async () => {
		const opened = await started();
		const { host } = opened;
		choose('How long', 'count');
		const field = control('Questions');
		field.focus();
		choose('Questions', '3');
		field.value = '';
		expect(optionsOf('Questions from')).not.toContain('A comparison');
		await host.app.vault.create('Stackbook/Kafka.md', KAFKA);
		await host.app.vault.create('Stackbook/Engines.md', ENGINES);
		await fits(opened, 6, 3);
		expect(optionsOf('Questions from')).toContain('A comparison');
		expect(document.activeElement).toBe(field);
		expect(field.value).toBe('');
		choose('Questions from', 'comparison');
		await fits(opened, 1);
		choose('Questions from', 'category');
		expect(optionsOf('A category')).toHaveLength(2);
		choose('A category', 'message-queue');
		await fits(opened, 1);
	});

	test('what is chosen and goes away is chosen no more', async () => {
		const opened = await started({
			...FILES,
			'Stackbook/Engines.md': ENGINES,
			'Stackbook/Kafka.md': KAFKA,
		});
		const { host } = opened;
		choose('Questions from', 'category');
		choose('A category', 'message-queue');
		await fits(opened, 1);
		await trash(opened, 'Stackbook/Kafka.md');
		await fits(opened, 4);
		expect(control('A category').value).toBe('stream-processing');
		choose('Questions from', 'comparison');
		await fits(opened, 1);
		const engines = host.app.vault.getFileByPath('Stackbook/Engines.md');
		if (engines) await host.app.vault.rename(engines, 'Stackbook/Versus.md');
		await until(() => optionsOf('A comparison').includes('Versus'));
		await fits(opened, 1);
		await trash(opened, 'Stackbook/Versus.md');
		await until(() => control('Questions from').value === 'everything');
		await fits(opened, 4);
	});

	test('«this note» may be renamed', async () => {
		const opened = await started();
		const { host } = opened;
		choose('Questions from', 'note');
		await fits(opened, 3);
		const file = host.app.vault.getFileByPath(FLINK);
		if (file) await host.app.vault.rename(file, 'Stackbook/Streams/Apache Flink.md');
		await until(() => optionsOf('Questions from').includes('This note: Apache Flink'));
		await fits(opened, 3);
		opened.pane.press('Start the interview');
		await until(() => opened.pane.prompt() !== '');
	});

	test('another folder that is chosen has its own notes', async () => {
		const data = { folder: 'Stackbook' };
		const files = { ...FILES, 'Queues/Kafka.md': KAFKA };
		const host = await startHost(built, { files, data });
		const opened = { host, pane: openInterviewPane(host) };
		await opened.pane.start('start-interview');
		await fits(opened, 4);
		data.folder = 'Queues';
		host.plugin.onExternalSettingsChange?.();
		await fits(opened, 1);
		choose('Questions from', 'category');
		await until(() => control('A category').value === 'message-queue');
	});

	test('an empty vault says what to do, and its notes are there once they are installed', async () => {
		const opened = await started({});
		const { vault } = opened.host.app;
		expect(opened.pane.text()).toContain('There are no Stackbook notes yet');
		for (const [path, text] of Object.entries(FILES)) {
			const folder = path.slice(0, path.lastIndexOf('/'));
			if (!vault.getFolderByPath(folder)) await vault.createFolder(folder);
			await vault.create(path, text);
		}
		await fits(opened, 4);
		expect(optionsOf('Questions from')).toContain('A category');
	});
});

describe('nothing to ask', () => {
	test('starts nothing, and says why', async () => {
		const { pane } = await started();
		const start = pane.button('Start the interview');
		choose('Questions from', 'notes');
		await until(() => pane.text().includes('Add at least one note'));
		expect(start.disabled).toBe(true);
		choose('Questions from', 'list');
		await until(() => pane.text().includes('Choose a note whose links'));
		choose('Questions from', 'everything');
		pane.tick('Comparisons');
		await until(() => pane.text().includes('No question fits'));
		expect(start.disabled).toBe(true);
		start.click();
		pane.key('Enter', { ctrlKey: true });
		await new Promise(resolve => window.setTimeout(resolve, 30));
		expect(pane.state()['session']).toBeNull();
	});
});

test('«New seed» makes another seed, and shows it', async () => {
	const { pane } = await started();
	choose('Order', 'shuffled');
	choose('Seed', '7');
	pane.press('New seed');
	await until(() => control('Seed').value !== '7');
	expect(pane.state()).toMatchObject({ choices: { seed: Number(control('Seed').value) } });
});

async function trash({ host }: Opened, path: string): Promise<void> {
	const file = host.app.vault.getFileByPath(path);
	if (file) await host.app.fileManager.trashFile(file);
}
