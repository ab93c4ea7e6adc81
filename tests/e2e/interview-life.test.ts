// An interview over restarts, beside another one and without its plugin, on the built plugin in Chromium.
import { expect, test } from '@jest/globals';
import type { Host } from '../host/index';
import {
	attemptLines,
	en,
	FILES,
	FLINK,
	interviewsOfFile,
	KAFKA,
} from './support/interview-screen';

const open = interviewsOfFile({ saveDelay: 100 });

test('after a restart in the middle the same question is there with its ticks and its words', async () => {
	const screen = await open();
	const { host, view } = screen;
	await screen.beginOn(FLINK);
	await screen.field.fill('My words');
	await screen.reveal();
	await view.getByLabel('Inputs wait for each other').check();
	await host.reload();
	await host.runCommand('stackbook:continue-interview');
	await view.locator('.stackbook-ratings').waitFor();
	expect(await view.getByLabel('Inputs wait for each other').isChecked()).toBe(true);
	expect(await view.getByLabel('Barriers part the stream').isChecked()).toBe(false);
	expect(await view.locator('.stackbook-own-words').innerText()).toBe('My words');
	await screen.rate('hard');
	await host.reload({ crash: true });
	await host.runCommand('stackbook:continue-interview');
	await screen.outcome.waitFor();
	await screen.press(en('plugin.interview.undo'));
	await view.locator('.stackbook-ratings').waitFor();
	expect(await attemptLines(host)).toEqual([]);
});

test('the pane of an interview comes back by itself, and there is one of it', async () => {
	const screen = await open();
	const { host } = screen;
	await screen.beginOn(FLINK);
	await host.reload();
	const leaves = await host.page.evaluate(
		() => window.app.workspace.getLeavesOfType('stackbook-interview').length,
	);
	expect(leaves).toBe(1);
	await screen.showsPrompt('Why do barriers align?');
});

test('a second interview asks first; going on and cancelling keep the one there is', async () => {
	const screen = await open();
	const { host } = screen;
	const dialog = host.page.getByRole('dialog');
	await screen.beginOn(FLINK);
	await screen.field.fill('Mine');
	await host.openNote(KAFKA, { mode: 'preview' });
	await host.runCommand('stackbook:interview-on-note');
	await dialog.getByText('You are at question 1 of 3.').waitFor();
	await dialog.getByRole('button', { name: en('plugin.cancel') }).click();
	await dialog.waitFor({ state: 'detached' });
	await host.runCommand('stackbook:start-interview');
	await dialog.getByRole('button', { name: en('plugin.interview.go-on') }).click();
	await dialog.waitFor({ state: 'detached' });
	await screen.showsPrompt('Why do barriers align?');
	expect(await screen.field.inputValue()).toBe('Mine');
});

test('a second interview that is begun anew takes the place of the first, whose words are kept', async () => {
	const screen = await open();
	const { host, view } = screen;
	await screen.beginOn(FLINK);
	await screen.field.fill('Mine');
	for (const path of [KAFKA, FLINK]) {
		await host.openNote(path, { mode: 'preview' });
		await host.runCommand('stackbook:interview-on-note');
		await host.page.getByRole('button', { name: en('plugin.interview.begin-anew') }).click();
		await view.getByText(path === KAFKA ? 'Kafka · ' : 'Flink · ').waitFor();
		await screen.field.waitFor();
		if (path === KAFKA) expect(await screen.field.inputValue()).toBe('');
	}
	expect(await screen.field.inputValue()).toBe('Mine');
	expect(await view.count()).toBe(1);
});

/** From now on the storage that outlives the app takes nothing. */
async function fillDevice({ page }: Host): Promise<void> {
	await page.evaluate(() => {
		window.app.saveLocalStorage = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
}

test.each(['start', 'asking', 'revealed', 'rated', 'finished'])(
	'switched off while its screen is «%s» the plugin leaves nothing, and no note differs',
	async phase => {
		const screen = await open();
		const { host } = screen;
		if (phase === 'start') {
			await host.runCommand('stackbook:start-interview');
			await screen.view.locator('.stackbook-fits').waitFor();
		} else await screen.beginOn(FLINK);
		if (phase === 'finished') {
			await screen.press(en('plugin.interview.finish'));
			await screen.says(en('plugin.interview.over'));
		}
		if (phase === 'asking') {
			await screen.field.fill('Half');
			await fillDevice(host);
			await screen.field.fill('Half a thou');
		}
		if (phase === 'revealed' || phase === 'rated') await screen.reveal();
		if (phase === 'rated') await screen.rate('again');
		expect(await host.leaksAfterDisabling()).toEqual([]);
		expect(await screen.view.count()).toBe(0);
		expect(await host.text(FLINK)).toBe(FILES[FLINK]);
		await host.enablePlugin();
		if (phase !== 'asking') return;
		await host.runCommand('stackbook:continue-interview');
		await screen.field.waitFor();
		expect(await screen.field.inputValue()).toBe('Half a thou');
		expect(await screen.view.count()).toBe(1);
	},
);
