// The shipped notes on a processor that is slowed four times, on the built plugin in Chromium. What is right is asked
// here, not how long it takes: `npm run bench` measures that.
import { expect, test } from '@jest/globals';
import { readVaultTemplates } from '../../scripts/vault-templates.mjs';
import { ROOT } from '../support/room-table';
import { attemptLines, en, interviewsOfFile } from './support/interview-screen';

const NOTE = 'Stackbook/技术/流计算/Flink.md';
const notes = Object.entries(readVaultTemplates(ROOT)['zh'] ?? {});
const vault = Object.fromEntries(notes.map(([path, text]) => [`Stackbook/${path}`, text]));
const open = interviewsOfFile({ vault, cpuThrottle: 4 });

test('no note is read before it is wanted, and an interview is right on a slow device', async () => {
	const screen = await open();
	const { host, view } = screen;
	await host.whenQuiet();
	expect(await host.readByPlugin()).toEqual([]);
	await screen.beginOn(NOTE);
	const first = await screen.prompt.innerText();
	const wanted = new Set(await host.readByPlugin());
	expect([...wanted][0]).toBe(NOTE);
	await screen.reveal();
	await screen.points.first().check();
	await screen.rate('hard');
	expect(await view.locator('.stackbook-outcome').innerText()).toContain('shaky');
	await screen.press(en('plugin.interview.next'));
	await screen.field.waitFor();
	const second = await screen.prompt.innerText();
	expect(second).not.toBe(first);
	expect(await attemptLines(host)).toEqual([]);
});
