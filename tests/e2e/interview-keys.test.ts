// An interview without a mouse and without sight, on the built plugin in Chromium.
import { expect, test } from '@jest/globals';
import type { Host } from '../host/index';
import { attemptLines, en, FLINK, interviewsOfFile, until } from './support/interview-screen';

const open = interviewsOfFile({ saveDelay: 100 });

/** What has the focus: its role or tag, and its name. */
function focused({ page }: Host): Promise<string> {
	return page.evaluate(() => {
		const element = document.activeElement;
		const role = element?.getAttribute('role') ?? element?.localName ?? '';
		return `${role}: ${element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''}`;
	});
}

/** Presses Tab until something has the focus. */
async function tabTo(host: Host, wanted: string): Promise<void> {
	for (let i = 0; i < 60; i++) {
		if ((await focused(host)).startsWith(wanted)) return;
		await host.page.keyboard.press('Tab');
	}
	throw new Error(`No way by Tab to ${wanted}`);
}

test('an interview goes from the palette to its end and into a note by keys alone', async () => {
	const screen = await open();
	const { host, view } = screen;
	const { keyboard } = host.page;
	await keyboard.press('Control+o');
	await keyboard.type('Streams/Flink');
	await keyboard.press('Enter');
	await until(
		() => host.page.evaluate(() => window.app.workspace.getActiveFile()?.path),
		path => path === FLINK,
	);
	await keyboard.press('Control+p');
	await keyboard.type(en('plugin.command.start-interview'));
	await keyboard.press('Enter');
	await view.locator('.stackbook-fits').waitFor();
	await tabTo(host, 'select');
	await keyboard.type('This note');
	await keyboard.press('Control+Enter');
	await screen.showsPrompt('Why do barriers align?');
	await until(
		() => focused(host),
		now => now.startsWith('textarea'),
	);
	await keyboard.type('They fish 1 2 3 answer');
	expect(await screen.field.inputValue()).toBe('They fish 1 2 3 answer');
	await keyboard.press('Control+Enter');
	await view.locator('.stackbook-ratings').waitFor();
	await screen.keys('1', '2', '3', '2', '2');
	expect(await view.locator('.stackbook-group input:checked').count()).toBe(3);
	await keyboard.press('Control+Enter');
	await screen.outcome.waitFor();
	await screen.keys('f', 'f');
	await view.locator('.stackbook-follow-up-reply').getByText('Latency').waitFor();
	await keyboard.press('u');
	await view.locator('.stackbook-ratings').waitFor();
	await keyboard.press('e');
	await screen.outcome.waitFor();
	await keyboard.press('Enter');
	await screen.showsPrompt('What is a savepoint?');
	await tabTo(host, `button: ${en('plugin.interview.finish')}`);
	await keyboard.press('Enter');
	await screen.says(en('plugin.interview.over'));
	await tabTo(host, `button: ${en('plugin.interview.save')}`);
	await keyboard.press('Enter');
	await until(
		() => host.paths(),
		paths => paths.some(path => path.startsWith('Stackbook/Interviews/')),
	);
	expect(await attemptLines(host)).toEqual([expect.stringContaining('· easy ·')]);
});

/** A folder that takes no new file until the answer is called. */
async function holdFiles({ page }: Host): Promise<() => Promise<void>> {
	await page.evaluate(() => {
		const { vault } = window.app;
		const create = vault.create.bind(vault);
		const held = new Promise(resolve => document.addEventListener('release', resolve));
		vault.create = async (...args) => held.then(() => create(...args));
	});
	return async () => page.evaluate(() => void document.dispatchEvent(new Event('release')));
}

test('a held key is pressed once, without any focus too, and none leads away from a rating being written', async () => {
	const screen = await open();
	await screen.beginOn(FLINK);
	const { keyboard } = screen.host.page;
	const loseFocus = (): Promise<void> =>
		screen.host.page.evaluate(() => (document.activeElement as HTMLElement).blur());
	await screen.live.getByText('1 of 3').waitFor();
	await loseFocus();
	await keyboard.press('Control+Enter');
	await screen.live.getByText(en('plugin.interview.revealed')).waitFor();
	await screen.points.first().check();
	await loseFocus();
	const release = await holdFiles(screen.host);
	await keyboard.down('Control');
	await keyboard.down('Enter');
	await screen.view.locator('[aria-busy=true]').waitFor();
	await screen.says(en('plugin.interview.busy'));
	await screen.press(en('plugin.interview.finish'));
	await screen.points.nth(1).click();
	await release();
	await screen.outcome.waitFor();
	expect(await screen.outcome.innerText()).toContain('1 of 3');
	expect(await screen.view.locator('fieldset input:checked').count()).toBe(1);
	for (let i = 0; i < 3; i++) await keyboard.down('Enter');
	await keyboard.up('Enter');
	await keyboard.up('Control');
	await screen.says(en('plugin.interview.progress', { number: 1, count: 3 }));
	await screen.outcome.waitFor();
});

/** Runs a command as somebody does who types in a note. */
async function runFromEditor({ page }: Host, name: string): Promise<void> {
	await page.locator('.cm-content').first().click();
	await page.keyboard.press('Control+p');
	await page.keyboard.type(name);
	await page.keyboard.press('Enter');
}

test('from a note that is being edited the letters go to the answer, and back again by a click', async () => {
	const screen = await open();
	const { host, field } = screen;
	const { keyboard } = host.page;
	const typed = (): Promise<string> =>
		host.page.evaluate(() => document.querySelector('.cm-content')?.textContent ?? '');
	await host.openNote(FLINK, { mode: 'source' });
	await runFromEditor(host, en('plugin.command.interview'));
	const before = await typed();
	await screen.live.getByText('1 of 3').waitFor();
	await keyboard.type('Mine s');
	expect(await field.inputValue()).toBe('Mine s');
	await runFromEditor(host, en('plugin.command.interview'));
	await host.page.getByRole('button', { name: en('plugin.interview.begin-anew') }).press('Enter');
	await until(
		() => focused(host),
		now => now.startsWith('textarea'),
	);
	await keyboard.type('.');
	expect(await field.inputValue()).toContain('.');
	expect(await typed()).toBe(before);
	await keyboard.press('Control+Enter');
	await screen.live.getByText(en('plugin.interview.revealed')).waitFor();
	await host.page.locator('.cm-content').first().click();
	await keyboard.type('hage');
	expect(await attemptLines(host)).toEqual([]);
	expect(await screen.outcome.count()).toBe(0);
	expect(await typed()).toContain('hage');
});

test('the focus goes to where each screen goes on, and each screen is announced', async () => {
	const screen = await open();
	const { host, live } = screen;
	const announced = async (text: string): Promise<string> => {
		await live.getByText(text).waitFor();
		return focused(host);
	};
	await screen.beginOn(FLINK);
	expect(await announced('1 of 3 Why do barriers align?')).toMatch(/^textarea: Say it aloud/);
	await screen.reveal();
	expect(await announced('The reference answer shows.')).toBe('h3: Reference answer');
	await screen.rate('again');
	expect(await announced('Now open')).toMatch(/^p: Now open/);
	await screen.keys('f');
	await live.getByText('what does it cost?').waitFor();
	await screen.keys('u');
	expect(await announced('The rating is taken back.')).toBe('h3: Reference answer');
	await screen.rate('hard');
	await screen.next();
	expect(await announced('2 of 3 What is a savepoint?')).toMatch(/^textarea/);
	await screen.press(en('plugin.interview.finish'));
	expect(await announced('The interview is over')).toBe('h2: The interview is over');
});

test('every control has a role and a name on every screen', async () => {
	const screen = await open();
	const { host, view } = screen;
	const snapshots: string[] = [];
	const look = async (): Promise<string> => {
		const snapshot = await view.ariaSnapshot();
		snapshots.push(snapshot);
		return snapshot;
	};
	await host.openNote(FLINK, { mode: 'preview' });
	await host.runCommand('stackbook:start-interview');
	await view.locator('.stackbook-fits').waitFor();
	await view.getByText(en('plugin.interview.filters')).click();
	expect(await look()).toMatch(/combobox "Questions from"[^]*group "Level"[^]*checkbox "L3"/);
	await screen.press(en('plugin.interview.start'));
	await screen.prompt.locator('p').waitFor();
	expect(await look()).toMatch(
		/heading "[^"]+" \[level=2\][^]*textbox "Say it aloud or write it down"[^]*button "Show the answer"/,
	);
	await screen.press(en('plugin.interview.finish'));
	await look();
	await screen.press(en('plugin.interview.other'));
	await screen.beginOn(FLINK);
	await screen.reveal();
	expect(await look()).toMatch(
		/group "Which key points did you hit\?"[^]*checkbox "Barriers part the stream"[^]*button "again"[^]*button "easy"/,
	);
	await screen.rate('hard');
	await look();
	const nameless = snapshots
		.flatMap(snapshot => snapshot.split('\n'))
		.filter(line => /- (button|textbox|checkbox|combobox|spinbutton|link)(?! ")/.test(line));
	expect(nameless).toEqual([]);
});
