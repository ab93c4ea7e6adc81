// Words of a note are data: whatever place shows them, none becomes HTML that runs, a dialog or a request.
import { expect, test } from '@jest/globals';
import { hostsOfFile } from '../host/in-jest';
import type { Host } from '../host/index';
import { recordReliability } from '../support/reliability';
import { countShown, HOSTILE_STRINGS, HOSTILE_TITLES } from './support/hostile-strings';
import { en, InterviewScreen, PLUGIN, until } from './support/interview-screen';
import { openQuestions } from './support/questions-page';
import { watchForRunning, whatRan } from './support/watch-for-running';

const MANY = HOSTILE_STRINGS.length;
const ONE = 'Stackbook/One.md';
/** A list of backlinks names twelve notes, and counts the others. */
const TARGETS = [0, 1, 2, 3].map(number => `Stackbook/Target${number}.md`);
const BLOCK = 'Stackbook/Block.md';
const lines = (mark: string): string => HOSTILE_STRINGS.map(text => `${mark}${text}\n`).join('');
const properties = HOSTILE_STRINGS.map(
	(text, at) => `${JSON.stringify(`c${at} ${text}`)}: ${JSON.stringify(text)}\n`,
).join('');
const technology = (id: string, category: string): string =>
	`---\ntype: technology\nid: ${id}\ncategory: ${category}\n`;

const hostile = HOSTILE_STRINGS.map((text, at): [string, string] => [
	`Stackbook/Hostile/${HOSTILE_TITLES[at] ?? ''}.md`,
	`${technology(`q${at}`, 'stream-processing')}---\n\n## Relations\n- **upstream** [[Target${at % TARGETS.length}]]: ${text}\n\n` +
		`See [[${HOSTILE_TITLES[at]?.replace(/^Q/, 'No Q') ?? ''}]].\n\n` +
		`## Principles\n\n### ${text}\n- [ ] T${at} · L1 ★ ^q${at}-why\n\n## Lost\n\n<!-- stackbook:begin progress -->\n`,
]);

const VAULT: Readonly<Record<string, string>> = {
	'Stackbook/Home.md': '---\ntype: home\nformat: 1\nlanguage: en\n---\n',
	...Object.fromEntries(hostile),
	[ONE]: `${technology('one', 'message-queue')}${properties}---

## Problems

### What is shown?
- [ ] Shown · L1 ★ ^one-shown

> [!answer]- Reference answer
> **30 seconds** Short.
>
> **Key points**
${lines('> - ')}>
> **Common mistakes**
${lines('> - ')}
${lines('')}`,
	'Stackbook/Two.md': `${technology('two', 'message-queue')}${properties.replaceAll(': "Q', ': "R Q')}---\n`,
	...Object.fromEntries(
		TARGETS.map((path, at) => [
			path,
			`${technology(`target${at}`, 'batch')}---\n\n<!-- stackbook:begin backlinks -->\n\n<!-- stackbook:end backlinks -->\n`,
		]),
	),
	[BLOCK]: '```stackbook\ncompare: "[[One]], [[Two]]"\n```\n',
};

const open = hostsOfFile({ plugin: PLUGIN, vault: VAULT, date: '2026-11-20T21:04:00Z' });

/** Kept when a place shows all of the strings. */
async function untilShown(host: Host, selector: string): Promise<void> {
	await until(
		async () => countShown((await host.page.locator(selector).allTextContents()).join('\n')),
		count => count === MANY,
	);
}

async function keepRecord(host: Host, place: string): Promise<void> {
	const found = await whatRan(host);
	recordReliability('security', {
		what: `hostile strings in ${place}`,
		count: MANY,
		losses: found.length,
	});
	expect(found).toEqual([]);
}

test('hostile words stay words in the list of questions and as names of notes', async () => {
	const host = await open();
	await watchForRunning(host);
	await openQuestions(host);
	await untilShown(host, '.stackbook-question-prompt');
	await untilShown(host, '.stackbook-group-heading');
	await keepRecord(host, 'the list of questions');
	await host.runCommand('stackbook:compare-technologies');
	await untilShown(host, '.modal label');
	await keepRecord(host, 'names of notes');
	await host.page.keyboard.press('Escape');
	await host.runCommand('stackbook:check-notes');
	await host.page.locator('.modal input[type=checkbox]').first().check();
	await untilShown(host, '.modal .stackbook-check-title');
	await keepRecord(host, 'findings of the check');
});

test('hostile words stay words in comparisons, live ones too, and in backlinks', async () => {
	const host = await open();
	await watchForRunning(host);
	await host.runCommand('stackbook:compare-technologies');
	const dialog = host.page.getByRole('dialog');
	for (const name of ['One', 'Two']) await dialog.getByLabel(name, { exact: true }).check();
	await dialog.getByRole('button', { name: en('plugin.compare.show'), exact: true }).click();
	await untilShown(host, '.modal td:nth-child(2)');
	await untilShown(host, '.modal td:nth-child(1)');
	await keepRecord(host, 'a comparison');
	await host.page.keyboard.press('Escape');
	await host.openNote(BLOCK, { mode: 'preview' });
	await untilShown(host, '.stackbook-block td:nth-child(2)');
	await keepRecord(host, 'a live comparison');
	await host.runCommand('stackbook:refresh-all');
	const shown: string[] = [];
	for (const path of TARGETS) {
		await until(
			async () => countShown(await host.text(path)),
			count => count === MANY / TARGETS.length,
		);
		await host.openNote(path, { mode: 'preview' });
		shown.push((await host.page.locator('.markdown-preview-view').allTextContents()).join());
	}
	expect(countShown(shown.join())).toBe(MANY);
	await keepRecord(host, 'reasons of backlinks');
});

test('hostile words stay words in prompts, answers, own words and at the end of an interview', async () => {
	const host = await open();
	await watchForRunning(host);
	const screen = new InterviewScreen(host);
	await screen.beginOn(ONE);
	await screen.field.fill(HOSTILE_STRINGS.join('\n\n'));
	await screen.reveal();
	await untilShown(host, '.stackbook-own-words');
	await keepRecord(host, 'the reader’s own answer');
	await untilShown(host, '.stackbook-point');
	await keepRecord(host, 'key points');
	await screen.rate('again');
	await screen.press(en('plugin.interview.to-end'));
	await untilShown(host, '.stackbook-missed');
	await keepRecord(host, 'the end of an interview');
});

test('hostile words stay words in every prompt that is asked and in notices', async () => {
	const host = await open();
	await watchForRunning(host);
	const screen = new InterviewScreen(host);
	await host.openNote(hostile[0]?.[0] ?? '', { mode: 'preview' });
	await host.whenQuiet();
	expect(await host.runCommand('stackbook:interview-on-category')).toBe(true);
	const asked: string[] = [];
	for (let number = 1; number <= MANY; number++) {
		await screen.says(en('plugin.interview.progress', { number, count: MANY }));
		await screen.prompt.locator('p').first().waitFor();
		asked.push(await screen.prompt.innerText());
		await screen.press(en('plugin.interview.skip'));
	}
	expect(countShown(asked.join('\n'))).toBe(MANY);
	await keepRecord(host, 'prompts');
	for (const [path] of hostile) {
		await host.openNote(path, { mode: 'preview' });
		await host.runCommand('stackbook:refresh-note');
	}
	await until(
		async () => countShown((await host.notices()).join('\n')),
		count => count === MANY,
	);
	await keepRecord(host, 'notices');
});

test('the watch sees what runs', async () => {
	const host = await open();
	await watchForRunning(host);
	await host.page.evaluate(() => {
		document.body.createDiv().setAttribute('onclick', 'ran++');
		document.body.createEl('script').append('ran++');
	});
	expect([...new Set(await whatRan(host))]).toEqual([
		'ran 1 times',
		'div onclick=ran++',
		'<script> <script>ran++</script>',
	]);
});
