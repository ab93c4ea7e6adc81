// One interview in two panes, on the built plugin in Chromium.
import { expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { attemptLines, en, FLINK, interviewsOfFile, until } from './support/interview-screen';
import type { InterviewScreen } from './support/interview-screen';

const open = interviewsOfFile({ saveDelay: 100 });

async function split({ host, view }: InterviewScreen): Promise<[Locator, Locator]> {
	await host.page.evaluate(async () => {
		const { workspace } = window.app;
		const [leaf] = workspace.getLeavesOfType('stackbook-interview');
		if (leaf) await workspace.duplicateLeaf(leaf, 'split');
	});
	const fields = view.locator('textarea');
	await until(
		() => fields.count(),
		count => count === 2,
	);
	return [view.nth(0), view.nth(1)];
}

test('words that are written in one pane show in the other, and neither overwrites newer ones', async () => {
	const screen = await open();
	await screen.beginOn(FLINK);
	await screen.field.fill('Barriers');
	const [first, second] = await split(screen);
	const [one, other] = [first.locator('textarea'), second.locator('textarea')];
	expect([await one.inputValue(), await other.inputValue()]).toEqual(['Barriers', 'Barriers']);
	await one.press('End');
	await one.pressSequentially(' are awaited');
	await other.press('End');
	await other.pressSequentially(' on every input');
	const words = 'Barriers are awaited on every input';
	expect([await one.inputValue(), await other.inputValue()]).toEqual([words, words]);
	await screen.host.page.evaluate(() =>
		window.app.workspace.detachLeavesOfType('stackbook-interview'),
	);
	await screen.host.runCommand('stackbook:continue-interview');
	await screen.field.waitFor();
	expect(await screen.field.inputValue()).toBe(words);
});

test('what is ticked and rated in one pane moves both, and counts once', async () => {
	const screen = await open();
	await screen.beginOn(FLINK);
	const [first, second] = await split(screen);
	await first.getByRole('button', { name: en('plugin.interview.reveal'), exact: true }).click();
	await second.getByLabel('State is written apart').check();
	await until(() => first.getByLabel('State is written apart').isChecked(), Boolean);
	await second.getByRole('button', { name: en('rating.hard'), exact: true }).click();
	await first.locator('.stackbook-outcome').waitFor();
	await second.locator('.stackbook-outcome').waitFor();
	await first.getByRole('button', { name: en('plugin.interview.next'), exact: true }).click();
	await second.getByText('What is a savepoint?').waitFor();
	expect(await attemptLines(screen.host)).toEqual([expect.stringContaining('· hard ·')]);
});
