// What happens to the note of a question while it is on the screen, on the built plugin in Chromium.
import { expect, test } from '@jest/globals';
import {
	attemptLines,
	en,
	FILES,
	FLINK,
	interviewsOfFile,
	KAFKA,
	until,
	untilText,
	VAULT,
} from './support/interview-screen';
import type { InterviewScreen } from './support/interview-screen';

const open = interviewsOfFile({ saveDelay: 100 });
const text = FILES[FLINK] ?? '';

async function asking(words = 'My thought'): Promise<InterviewScreen> {
	const screen = await open();
	await screen.beginOn(FLINK);
	await screen.field.fill(words);
	return screen;
}

test('key points that change under the ticks keep theirs, and the rating counts the new ones', async () => {
	const screen = await asking();
	await screen.reveal();
	await screen.view.getByLabel('State is written apart').check();
	const changed = text.replace(
		'> - Barriers part the stream\n',
		'> - A new one\n> - Another one\n',
	);
	await screen.host.writeOutside(FLINK, changed);
	await screen.view.getByLabel('Another one').waitFor();
	expect(await screen.view.getByLabel('State is written apart').isChecked()).toBe(true);
	expect(await screen.view.getByLabel('A new one').isChecked()).toBe(false);
	await screen.rate('good');
	expect((await attemptLines(screen.host))[0]).toContain('· 1/4 · missed: A new one');
	expect(await untilText(screen.host, FLINK, '- [/] Alignment')).toBe(
		changed.replace('- [ ] Alignment', '- [/] Alignment'),
	);
});

test('a note that is renamed takes the rating under its new name', async () => {
	const screen = await asking();
	const moved = 'Stackbook/Streams/Apache Flink.md';
	await screen.host.rename(FLINK, moved);
	await screen.view.getByText('Apache Flink · principles').waitFor();
	expect(await screen.field.inputValue()).toBe('My thought');
	await screen.reveal();
	await screen.rate('hard');
	await untilText(screen.host, moved, '- [/] Alignment');
	expect(await screen.host.paths()).not.toContain(FLINK);
});

test('a note that is deleted is told of, the words stay, nothing is written, and it comes back with its question', async () => {
	const screen = await asking();
	const { host } = screen;
	await host.deleteOutside(FLINK);
	const alert = screen.view.getByRole('alert');
	await alert.getByText(en('plugin.interview.gone', { path: FLINK })).waitFor();
	expect(await screen.view.locator('.stackbook-own-words').innerText()).toBe('My thought');
	expect(await attemptLines(host)).toEqual([]);
	expect(await host.paths()).not.toContain(FLINK);
	await host.writeOutside(FLINK, text);
	await screen.showsPrompt('Why do barriers align?');
	expect(await screen.field.inputValue()).toBe('My thought');
});

test('a note that is deleted after the answer shows takes no rating', async () => {
	const screen = await asking();
	await screen.reveal();
	await screen.host.deleteOutside(FLINK);
	await screen.view.getByRole('alert').waitFor();
	await screen.keys('h');
	await screen.press(en('plugin.interview.skip'));
	expect(await attemptLines(screen.host)).toEqual([]);
	expect(await screen.host.paths()).not.toContain(FLINK);
});

test('a question that moves to another note is rated there', async () => {
	const screen = await asking();
	const { host } = screen;
	const start = text.indexOf('### Why do barriers');
	const end = text.indexOf('### What is a watermark');
	const kafka = await host.text(KAFKA);
	await host.writeOutside(KAFKA, `${kafka}\n${text.slice(start, end)}`);
	await host.writeOutside(FLINK, text.slice(0, start) + text.slice(end));
	await screen.view.getByText('Kafka · comparisons').waitFor();
	expect(await screen.field.inputValue()).toBe('My thought');
	await screen.reveal();
	await screen.rate('hard');
	await untilText(host, KAFKA, '- [/] Alignment');
	expect(await host.text(FLINK)).toBe(text.slice(0, start) + text.slice(end));
});

test('a question that is reworded shows its new words and keeps its id', async () => {
	const screen = await asking();
	const { host } = screen;
	await host.writeOutside(
		FLINK,
		text
			.replace('Why do barriers align?', 'What makes barriers align?')
			.replace('Alignment · L3', 'Aligned · L4'),
	);
	await screen.showsPrompt('What makes barriers align?');
	await screen.view.getByText('Flink · principles · L4').waitFor();
	await screen.reveal();
	await screen.rate('hard');
	await untilText(host, FLINK, '- [/] Aligned · L4');
	expect((await attemptLines(host))[0]).toContain('flink-alignment');
});

test('a note with unsaved text takes the rating in its editor, and loses no key', async () => {
	const screen = await open({ saveDelay: 60_000 });
	const { host } = screen;
	await host.openNote(FLINK, { mode: 'source' });
	await host.type('Typed just now. ', 8, 0);
	expect(await host.runCommand('stackbook:interview-on-note')).toBe(true);
	await screen.reveal();
	await screen.rate('hard');
	const shown = await host.page.evaluate(() => {
		const [leaf] = window.app.workspace.getLeavesOfType('markdown');
		return leaf && 'editor' in leaf.view
			? String(
					Reflect.apply(
						Reflect.get(leaf.view.editor as object, 'getValue') as () => string,
						leaf.view.editor,
						[],
					),
				)
			: '';
	});
	expect(shown).toContain('Typed just now.');
	expect(shown).toContain('- [/] Alignment');
	expect(await host.text(FLINK)).toBe(text);
	await host.reload();
	expect(await host.text(FLINK)).toBe(shown);
});

test('a question that is typed meanwhile moves the one on the screen, which is rated in its place', async () => {
	const screen = await open();
	const { host } = screen;
	await screen.beginOn(FLINK, 'source');
	await host.page.locator('.cm-content').first().click();
	await host.type('### Is this new?\n', 8, 0);
	await screen.press(en('plugin.interview.reveal'));
	await screen.rate('hard');
	const after = await untilText(host, FLINK, '- [/] Alignment');
	expect(after).toContain('### Is this new?');
	expect(after).toContain('My own words.');
});

test('a question whose answer shows leads to its place in its note, and links of the answer to theirs', async () => {
	const linked = text.replace('So that a snapshot is one cut.', 'See [[Kafka]].');
	const screen = await open({ vault: { ...VAULT, [FLINK]: linked } });
	const { host, view } = screen;
	await screen.beginOn(FLINK, 'source');
	await screen.reveal();
	const front = (): Promise<string | undefined> =>
		host.page.evaluate(() => window.app.workspace.getActiveFile()?.path);
	await view.getByRole('link', { name: 'Kafka' }).click();
	await until(front, path => path === KAFKA);
	await screen.press(en('plugin.interview.open-note'));
	await until(front, path => path === FLINK);
	await host.page.keyboard.type('Here: ');
	expect(await host.editorText()).toContain('Here: ### Why do barriers align?');
});
