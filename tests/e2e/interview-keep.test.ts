// Own answers, undo and follow-ups, on the built plugin in Chromium.
import { expect, test } from '@jest/globals';
import {
	attemptLines,
	en,
	FILES,
	FLINK,
	interviewsOfFile,
	untilText,
} from './support/interview-screen';
import type { InterviewScreen } from './support/interview-screen';

const open = interviewsOfFile({ saveDelay: 100 });
const before = FILES[FLINK] ?? '';

async function rated(keep: boolean): Promise<InterviewScreen> {
	const screen = await open();
	await screen.beginOn(FLINK);
	await screen.field.fill('They wait.\n\n### Not a heading?');
	await screen.reveal();
	await screen.view.getByLabel(en('plugin.interview.keep')).setChecked(keep);
	await screen.rate('hard');
	return screen;
}

test('an own answer is added with its date, and what stood there stays byte for byte', async () => {
	const screen = await rated(true);
	const text = await untilText(screen.host, FLINK, 'They wait.');
	const added = '\n\n> [!quote] My answer · 2026-11-20\n> They wait.\n>\n> ### Not a heading?';
	expect(text).toBe(
		before
			.replace('- [ ] Alignment', '- [/] Alignment')
			.replace('My own words.', `My own words.${added}`),
	);
});

test('a second answer stands below the first', async () => {
	const screen = await rated(true);
	await untilText(screen.host, FLINK, 'They wait.');
	await screen.next();
	await screen.press(en('plugin.interview.finish'));
	await screen.press(en('plugin.interview.weak-again'));
	await screen.field.fill('They wait for all.');
	await screen.reveal();
	await screen.rate('hard');
	const text = await untilText(screen.host, FLINK, 'They wait for all.');
	expect(text.indexOf('My own words.')).toBeLessThan(text.indexOf('> They wait.\n'));
	expect(text.indexOf('> They wait.\n')).toBeLessThan(text.indexOf('> They wait for all.'));
});

test('without the wish to keep it an own answer goes into no note', async () => {
	const screen = await rated(false);
	await untilText(screen.host, FLINK, '- [/] Alignment');
	for (const path of await screen.host.paths()) {
		expect(await screen.host.text(path)).not.toContain('They wait.');
	}
});

test('a rating is undone on its own screen: note and attempts are as before, the words are there', async () => {
	const screen = await rated(true);
	await untilText(screen.host, FLINK, 'They wait.');
	await screen.press(en('plugin.interview.undo'));
	await screen.view.locator('.stackbook-ratings').waitFor();
	await screen.live.getByText(en('plugin.interview.undone')).waitFor();
	await untilText(screen.host, FLINK, /^(?!.*They wait)/s);
	expect(await screen.host.text(FLINK)).toBe(before);
	expect(await attemptLines(screen.host)).toEqual([]);
	expect(await screen.view.locator('.stackbook-own-words').textContent()).toContain('They wait.');
	await screen.rate('good');
	expect(await attemptLines(screen.host)).toHaveLength(1);
});

test('a rating is undone from the next question, which comes again afterwards', async () => {
	const screen = await rated(false);
	await screen.next();
	await screen.showsPrompt('What is a savepoint?');
	await screen.press(en('plugin.interview.undo'));
	await screen.showsPrompt('Why do barriers align?');
	await screen.view.locator('.stackbook-ratings').waitFor();
	expect(await attemptLines(screen.host)).toEqual([]);
	await untilText(screen.host, FLINK, '- [ ] Alignment');
	await screen.rate('easy');
	await screen.next();
	await screen.showsPrompt('What is a savepoint?');
});

test('follow-ups come one at a time; mistakes and sources stand below them and only after the rating', async () => {
	const screen = await open();
	await screen.beginOn(FLINK);
	await screen.reveal();
	const { view } = screen;
	for (const late of ['what does it cost', 'Latency', 'The stream stops', 'Docs']) {
		expect(await view.textContent()).not.toContain(late);
	}
	await screen.rate('good');
	for (const late of ['what does it cost', 'The stream stops', 'Docs']) {
		expect(await view.textContent()).not.toContain(late);
	}
	await screen.press(en('plugin.interview.follow-up'));
	await view.locator('.stackbook-follow-up-prompt').getByText('what does it cost').waitFor();
	for (const late of ['Latency', 'The stream stops', 'Docs']) {
		expect(await view.textContent()).not.toContain(late);
	}
	await screen.press(en('plugin.interview.follow-up-answer'));
	await view.locator('.stackbook-follow-up-reply').getByText('Latency').waitFor();
	expect(await screen.button(en('plugin.interview.follow-up')).count()).toBe(0);
	await view.getByRole('link', { name: 'Docs' }).waitFor();
	const text = (await view.innerText()).replace(/\s+/g, ' ');
	const places = ['Follow-ups', 'Latency', 'Common mistakes', 'stream stops', 'Sources', 'Docs'];
	const found = places.map(place => text.indexOf(place));
	expect(found).toEqual([...found].sort((a, b) => a - b));
	expect(found).not.toContain(-1);
});
