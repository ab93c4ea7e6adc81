// The ways into an interview, on the built plugin in Chromium.
import { expect, test } from '@jest/globals';
import {
	en,
	ENGINES,
	FLINK,
	interviewsOfFile,
	KAFKA,
	LIST,
	STORM,
} from './support/interview-screen';
import type { InterviewScreen } from './support/interview-screen';

const open = interviewsOfFile();

async function startScreen(note?: string): Promise<InterviewScreen> {
	const screen = await open();
	if (note !== undefined) await screen.host.openNote(note, { mode: 'preview' });
	expect(await screen.host.runCommand('stackbook:start-interview')).toBe(true);
	await screen.view.locator('.stackbook-fits').waitFor();
	return screen;
}

/** Chooses in a field by its name. */
async function choose(screen: InterviewScreen, label: string, value: string): Promise<void> {
	await screen.view.getByLabel(label, { exact: true }).selectOption(value);
}

async function fits(screen: InterviewScreen, count: number, asked = count): Promise<void> {
	await screen.says(en('plugin.interview.fits', { count, asked }));
}

/** All prompts of the interview, skipped one by one. */
async function promptsOf(screen: InterviewScreen): Promise<string[]> {
	const prompts: string[] = [];
	await screen.prompt.locator('p').waitFor();
	const last = screen.view.locator('.stackbook-position');
	const count = Number((await last.innerText()).split(' of ')[1]);
	for (let i = 1; i <= count; i++) {
		await screen.says(en('plugin.interview.progress', { number: i, count }));
		await screen.prompt.locator('p').waitFor();
		prompts.push(await screen.prompt.innerText());
		await screen.press(en('plugin.interview.skip'));
	}
	await screen.says(en('plugin.interview.over'));
	return prompts;
}

test('an interview on the note in front shows its first question with what it is about', async () => {
	const screen = await open();
	await screen.beginOn(FLINK);
	expect(await screen.view.locator('.stackbook-meta').innerText()).toBe(
		'Flink · principles · L3 · ★★★',
	);
	expect(await promptsOf(screen)).toEqual([
		'Why do barriers align?',
		'What is a savepoint?',
		'What is a watermark?',
	]);
});

test('an interview on a category asks all its notes and no other', async () => {
	const screen = await open();
	await screen.host.openNote(STORM, { mode: 'preview' });
	await screen.host.whenQuiet();
	expect(await screen.host.runCommand('stackbook:interview-on-category')).toBe(true);
	const prompts = await promptsOf(screen);
	expect(prompts).toHaveLength(4);
	expect(prompts).not.toContain('Why do consumers rebalance?');
});

test('an interview on a comparison asks its own questions and the comparing ones of its alternatives', async () => {
	const screen = await open();
	await screen.host.openNote(FLINK, { mode: 'preview' });
	await screen.host.whenQuiet();
	expect(await screen.host.runCommand('stackbook:interview-on-comparison')).toBe(false);
	await screen.host.openNote(ENGINES, { mode: 'preview' });
	expect(await screen.host.runCommand('stackbook:interview-on-comparison')).toBe(true);
	expect((await promptsOf(screen)).sort()).toEqual([
		'How is a log unlike a queue?',
		'Which one when?',
	]);
});

test('a note that links to questions is an interview in its order', async () => {
	const screen = await startScreen();
	await choose(screen, en('plugin.interview.place'), 'list');
	await screen.says(en('plugin.interview.no-list'));
	expect(await screen.button(en('plugin.interview.start')).isDisabled()).toBe(true);
	await screen.press(en('plugin.interview.choose-list'));
	await screen.host.page.keyboard.type('To ask');
	await screen.host.page.keyboard.press('Enter');
	await screen.says(en('plugin.interview.list-chosen', { note: 'To ask' }));
	await choose(screen, en('plugin.interview.order'), 'in-order');
	await fits(screen, 2);
	await screen.press(en('plugin.interview.start'));
	expect(await promptsOf(screen)).toEqual(['Why do consumers rebalance?', 'What is a savepoint?']);
	expect(await screen.host.text(LIST)).toContain('kafka-rebalance');
});

test('the start screen counts at once what place and filters leave', async () => {
	const screen = await startScreen(KAFKA);
	const { view } = screen;
	await choose(screen, en('plugin.interview.place'), 'everything');
	await fits(screen, 7);
	await choose(screen, en('plugin.interview.place'), 'note');
	await fits(screen, 2);
	await choose(screen, en('plugin.interview.place'), 'category');
	await choose(screen, en('plugin.interview.place.category'), 'stream-processing');
	await fits(screen, 4);
	await view.getByText(en('plugin.interview.filters')).click();
	await view.getByLabel('L2').check();
	await fits(screen, 2);
	await view.getByLabel(en('status.solid')).check();
	await fits(screen, 1);
	await view.getByLabel(en('status.solid')).uncheck();
	await choose(screen, en('plugin.interview.stars'), '2');
	await fits(screen, 1);
	await view.getByLabel('L2').uncheck();
	await fits(screen, 2);
	await view.getByLabel(en('kind.problem')).check();
	await screen.says(en('plugin.interview.none-fits'));
	expect(await screen.button(en('plugin.interview.start')).isDisabled()).toBe(true);
});

test('chosen notes are added and taken out again', async () => {
	const screen = await startScreen();
	await choose(screen, en('plugin.interview.place'), 'notes');
	for (const [name, count] of [
		['Storm', 1],
		['Kafka', 3],
	] as const) {
		await screen.press(en('plugin.interview.add-note'));
		await screen.host.page.keyboard.type(name);
		await screen.host.page.keyboard.press('Enter');
		await fits(screen, count);
	}
	await screen.press(en('plugin.interview.remove-note', { note: 'Storm' }));
	await fits(screen, 2);
	await screen.press(en('plugin.interview.start'));
	expect(await promptsOf(screen)).not.toContain('How does acking work?');
});

test('a seed that is told to a colleague gives the same order, and another one another', async () => {
	const screen = await startScreen();
	const orders: string[] = [];
	for (const seed of ['7', '7', '8', '9', '10']) {
		await choose(screen, en('plugin.interview.place'), 'everything');
		await choose(screen, en('plugin.interview.order'), 'shuffled');
		await screen.view.getByLabel(en('plugin.interview.seed'), { exact: true }).fill(seed);
		await screen.press(en('plugin.interview.start'));
		orders.push((await promptsOf(screen)).join());
		await screen.press(en('plugin.interview.other'));
		await screen.view.locator('.stackbook-fits').waitFor();
	}
	expect(orders[0]).toBe(orders[1]);
	expect(new Set(orders).size).toBeGreaterThan(1);
});

test('an interview ends after the number of questions that was asked for', async () => {
	const screen = await startScreen();
	await choose(screen, en('plugin.interview.place'), 'everything');
	await choose(screen, en('plugin.interview.limit'), 'count');
	await screen.view.getByLabel(en('plugin.interview.count'), { exact: true }).fill('2');
	await fits(screen, 7, 2);
	await screen.press(en('plugin.interview.start'));
	expect(await promptsOf(screen)).toHaveLength(2);
});

test('an interview by minutes shows what is left of them', async () => {
	const screen = await startScreen();
	await choose(screen, en('plugin.interview.limit'), 'minutes');
	const minutes = screen.view.getByLabel(en('plugin.interview.minutes'), { exact: true });
	await minutes.fill('0');
	expect(await minutes.getAttribute('aria-invalid')).toBe('true');
	await minutes.fill('90');
	await screen.press(en('plugin.interview.start'));
	expect(await screen.view.locator('.stackbook-timer').innerText()).toMatch(
		/^0\d:\d\d · −1:(30|29):\d\d$/,
	);
});
