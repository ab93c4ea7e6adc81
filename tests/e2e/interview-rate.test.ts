// Rating, follow-ups, own answers and undo, on the built plugin in Chromium.
import { expect, test } from '@jest/globals';
import { attemptLines, en, FLINK, interviewsOfFile, untilText } from './support/interview-screen';

const open = interviewsOfFile({ saveDelay: 100 });

test('nothing of the answer is in the page before it is asked for', async () => {
	const screen = await open();
	const { host } = screen;
	await host.openNote('Stackbook/Home.md', { mode: 'preview' });
	await host.runCommand('stackbook:start-interview');
	await screen.view.getByLabel(en('plugin.interview.place'), { exact: true }).waitFor();
	await screen.press(en('plugin.interview.start'));
	await screen.prompt.locator('p').waitFor();
	for (let question = 0; question < 2; question++) {
		const html = await host.page.content();
		for (const secret of ['one cut', 'Barriers part', 'Latency', 'stream stops', 'own words']) {
			expect(html).not.toContain(secret);
		}
		await screen.press(en('plugin.interview.skip'));
	}
});

test('the key points suggest a rating and the person decides', async () => {
	const screen = await open();
	await screen.beginOn(FLINK);
	await screen.reveal();
	const suggestion = screen.view.getByText(/The points suggest/);
	expect(await suggestion.textContent()).toContain(en('rating.again'));
	await screen.view.getByLabel('Barriers part the stream').check();
	await screen.view.getByLabel('Inputs wait for each other').check();
	await screen.view.getByLabel('State is written apart').check();
	expect(await suggestion.textContent()).not.toContain(en('rating.again'));
	await screen.rate('hard');
	expect(await attemptLines(screen.host)).toEqual([
		expect.stringMatching(
			/^- 2026-11-20T21:0\d:\d\d\+00:00 · flink-alignment · hard · \d+s · 3\/3$/,
		),
	]);
});

test.each([
	['again', 3, '- [ ] Alignment'],
	['hard', 3, '- [/] Alignment'],
	['good', 2, '- [/] Alignment'],
	['good', 3, '- [x] Alignment'],
	['easy', 3, '- [x] Alignment'],
] as const)('%s with %s of three points makes it «%s»', async (rating, hits, line) => {
	const screen = await open();
	await screen.beginOn(FLINK);
	await screen.reveal();
	for (let i = 0; i < hits; i++) await screen.points.nth(i).check();
	await screen.rate(rating);
	await untilText(screen.host, FLINK, line);
	const lines = await attemptLines(screen.host);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toContain(`flink-alignment · ${rating}`);
});

test('what came of a rating is on the screen however long the answer is', async () => {
	const screen = await open({ viewport: { width: 900, height: 420 } });
	await screen.beginOn(FLINK);
	await screen.reveal();
	await screen.rate('hard');
	await screen.live.getByText('Now shaky').waitFor();
	const [outcome, view] = await Promise.all([
		screen.outcome.boundingBox(),
		screen.view.boundingBox(),
	]);
	if (!outcome || !view) throw new Error('There is nothing to be seen');
	expect(outcome.y).toBeGreaterThanOrEqual(view.y);
	expect(outcome.y + outcome.height).toBeLessThan(view.y + view.height / 2);
});
