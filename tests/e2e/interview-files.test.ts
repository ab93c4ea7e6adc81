// The files of attempts, and everything that is in their way, on the built plugin in Chromium.
import { expect, test } from '@jest/globals';
import type { Host } from '../host/index';
import {
	ATTEMPTS,
	attemptLines,
	en,
	FLINK,
	interviewsOfFile,
	until,
	untilText,
} from './support/interview-screen';
import type { InterviewScreen } from './support/interview-screen';

const open = interviewsOfFile({ saveDelay: 100 });

async function attemptsPath(host: Host): Promise<string> {
	return (await host.paths()).find(path => ATTEMPTS.test(path)) ?? '';
}

/** One question is rated, the next one is on the screen. */
async function oneRated(): Promise<{ screen: InterviewScreen; path: string }> {
	const screen = await open();
	await screen.beginOn(FLINK);
	await screen.reveal();
	await screen.rate('hard');
	await screen.next();
	return { screen, path: await attemptsPath(screen.host) };
}

async function rateNext(screen: InterviewScreen): Promise<void> {
	await screen.reveal();
	await screen.rate('good');
}

test('a missing file of attempts is made anew', async () => {
	const { screen, path } = await oneRated();
	await screen.host.deleteOutside(path);
	await rateNext(screen);
	expect(await screen.host.text(path)).toMatch(/^---\ntype: attempts\n/);
	expect(await attemptLines(screen.host)).toEqual([expect.stringContaining('flink-savepoint')]);
});

test('a file of attempts that is damaged in the middle gets its line and loses no byte', async () => {
	const { screen, path } = await oneRated();
	const damaged = `${await screen.host.text(path)}- 2026-11-2\0<<<<<<< HEAD\n\n- half a li`;
	await screen.host.writeOutside(path, damaged);
	await rateNext(screen);
	const after = await screen.host.text(path);
	expect(after.startsWith(damaged)).toBe(true);
	expect(after.slice(damaged.length)).toMatch(
		/^\n- 2026-11-20T\S+ · flink-savepoint · good · .*\n$/,
	);
});

test('lines that another device wrote meanwhile stay', async () => {
	const { screen, path } = await oneRated();
	const line = '- 2026-11-20T20:00:00+08:00 · storm-acking · easy · 5s · 0/0\n';
	const merged = `${await screen.host.text(path)}${line}`;
	await screen.host.writeOutside(path, merged);
	const other = path.replace(/[^ ]*$/, 'tablet.md');
	await screen.host.writeOutside(other, `---\ntype: attempts\n---\n${line}`);
	await rateNext(screen);
	expect((await screen.host.text(path)).startsWith(merged)).toBe(true);
	expect(await screen.host.text(other)).toBe(`---\ntype: attempts\n---\n${line}`);
	await screen.press(en('plugin.interview.undo'));
	await screen.view.locator('.stackbook-ratings').waitFor();
	expect(await screen.host.text(path)).toBe(merged);
});

test('with a folder of its name in the way nothing is written, it is said, and the next try succeeds', async () => {
	const { screen, path } = await oneRated();
	const { host } = screen;
	await host.deleteOutside(path);
	await host.writeOutside(`${path}/inside.txt`, '');
	await screen.field.fill('Kept words');
	await screen.reveal();
	await screen.press(en('rating.good'));
	const [notice] = await until(
		() => host.notices(),
		notices => notices.length > 0,
	);
	expect(notice).toContain('nothing of yours is lost');
	expect(notice).toContain(path);
	expect(await host.text(FLINK)).toContain('- [ ] Savepoint');
	expect(await screen.view.locator('.stackbook-own-words').innerText()).toBe('Kept words');
	await host.deleteOutside(`${path}/inside.txt`);
	await host.deleteOutside(path);
	await screen.rate('good');
	await untilText(host, FLINK, /- \[[/x]\] Savepoint/);
	expect(await attemptLines(host)).toEqual([expect.stringContaining('flink-savepoint')]);
});

test('an interview is saved as a note of its own, and a second one beside it', async () => {
	const { screen } = await oneRated();
	const { host } = screen;
	const saved = async (): Promise<string[]> =>
		(await host.paths()).filter(path => path.startsWith('Stackbook/Interviews/'));
	await screen.press(en('plugin.interview.finish'));
	const button = screen.button(en('plugin.interview.save'));
	await button.click();
	const [path = ''] = await until(saved, paths => paths.length === 1);
	const text = await host.text(path);
	expect(text).toMatch(/^---\ntype: interview\ndate: /);
	expect(text).toContain('flink-alignment');
	expect(text).toContain('Barriers part the stream');
	// A link to the note stands where the button was.
	await until(
		() => button.isVisible(),
		shown => !shown,
	);
	expect(await host.notices()).toEqual([en('plugin.interview.saved', { path })]);
	await screen.press(en('plugin.interview.weak-again'));
	await rateNext(screen);
	await screen.press(en('plugin.interview.to-end'));
	await screen.press(en('plugin.interview.save'));
	expect(await until(saved, paths => paths.length === 2)).toContain(path);
	expect(await host.text(path)).toBe(text);
});

test('the end says how it went by kind and level, what was missed, and leads on', async () => {
	const { screen } = await oneRated();
	const { view } = screen;
	await rateNext(screen);
	await screen.press(en('plugin.interview.next'));
	await screen.press(en('plugin.interview.finish'));
	await screen.says(en('plugin.interview.done', { asked: 2 }));
	const counts = await view.locator('dl').innerText();
	expect(counts).toContain('hard 1 · good 1');
	expect(counts).toContain('principles 2');
	expect(counts).toMatch(/L1 1 · L3 1|L3 1 · L1 1/);
	await view.getByText('Barriers part the stream').waitFor();
	await view
		.getByRole('link', { name: 'Storm' })
		.or(view.getByRole('link', { name: 'Flink' }))
		.first()
		.waitFor();
	await screen.press(en('plugin.interview.weak-again'));
	await screen.showsPrompt('Why do barriers align?');
	await screen.says(en('plugin.interview.progress', { number: 1, count: 1 }));
	await screen.press(en('plugin.interview.skip'));
	await screen.press(en('plugin.interview.more'));
	await screen.prompt.locator('p').waitFor();
});
