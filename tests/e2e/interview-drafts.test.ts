// Words that were written and not rated, on the built plugin in Chromium.
import { expect, test } from '@jest/globals';
import { FILES, FLINK, interviewsOfFile, until } from './support/interview-screen';
import type { InterviewScreen } from './support/interview-screen';

const open = interviewsOfFile();
const WORDS = 'Barriers are **awaited**\non every input';

async function written(): Promise<InterviewScreen> {
	const screen = await open();
	await screen.beginOn(FLINK);
	await screen.field.fill(WORDS);
	return screen;
}

async function closePane({ host, view }: InterviewScreen): Promise<void> {
	await host.page.evaluate(() => window.app.workspace.detachLeavesOfType('stackbook-interview'));
	await view.waitFor({ state: 'detached' });
}

async function goOn(screen: InterviewScreen): Promise<void> {
	expect(await screen.host.runCommand('stackbook:continue-interview')).toBe(true);
	await screen.field.waitFor();
	expect(await screen.field.inputValue()).toBe(WORDS);
}

test('a draft is there again after its pane was closed at once', async () => {
	const screen = await written();
	await closePane(screen);
	await goOn(screen);
});

test('a draft is there again after the app was closed and started', async () => {
	const screen = await written();
	await screen.host.reload();
	await goOn(screen);
});

test('a draft is there again after the app crashed', async () => {
	const screen = await written();
	await until(
		() =>
			screen.host.page.evaluate(() =>
				String(window.app.loadLocalStorage('stackbook-draft-flink-alignment')),
			),
		kept => kept.includes('awaited'),
	);
	await screen.host.reload({ crash: true });
	await goOn(screen);
});

test('a draft, its cursor and its field stay while sync brings another version of the note', async () => {
	const screen = await written();
	const { host, field } = screen;
	await field.press('Control+Home');
	await field.evaluate(element => element.setAttribute('data-mine', 'yes'));
	await host.writeOutside(FLINK, (FILES[FLINK] ?? '').replace('barriers align?', 'barriers wait?'));
	await screen.showsPrompt('Why do barriers wait?');
	expect(await field.inputValue()).toBe(WORDS);
	expect(await field.getAttribute('data-mine')).toBe('yes');
	await host.page.keyboard.type('So: ');
	expect(await field.inputValue()).toBe(`So: ${WORDS}`);
});

test('a draft for one question is not shown with another', async () => {
	const screen = await written();
	await screen.keys('Control+Enter');
	await screen.view.locator('.stackbook-own-words').getByText('on every input').waitFor();
	await screen.keys('h');
	await screen.outcome.waitFor();
	await screen.keys('n');
	await screen.field.waitFor();
	expect(await screen.field.inputValue()).toBe('');
});

test('Markdown is written with fewer keys, an undo takes back each, and it is shown as Markdown', async () => {
	const screen = await open();
	const { view, field } = screen;
	await screen.beginOn(FLINK);
	await field.fill('');
	await field.pressSequentially('- one\ntwo\n\nthree');
	expect(await field.inputValue()).toBe('- one\n- two\nthree');
	await screen.keys('Shift+Control+ArrowLeft', 'Control+b');
	expect(await field.inputValue()).toBe('- one\n- two\n**three**');
	await screen.keys('Control+z');
	expect(await field.inputValue()).toBe('- one\n- two\nthree');
	await screen.keys('Control+b', 'Tab');
	expect(await field.evaluate(element => element === document.activeElement)).toBe(false);
	await screen.keys('Control+Enter');
	const words = view.locator('.stackbook-own-words');
	await words.locator('li', { hasText: 'two' }).waitFor();
	await words.locator('strong', { hasText: 'three' }).waitFor();
});
