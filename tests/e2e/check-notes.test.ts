// The check of the notes in the app, on the built plugin in Chromium: list, go there, look at a repair, write it.
import { expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { hostsOfFile } from '../host/in-jest';
import type { Host } from '../host/index';
import { eventually } from './support/eventually';
import { en, PLUGIN, zh } from './support/interview-screen';

const KAFKA = 'Stackbook/Kafka.md';
const FLINK = 'Stackbook/Flink.md';
const MINE = 'Stackbook/Mine.md';
const KAFKA_TEXT = `---
type: technology
id: kafka
alias: Apache Kafka
category: message-queue
---

## 问题

### 为什么重平衡？
- [?] 重平衡 · L2 ★★ ^kafka-rebalance
`;
const FLINK_TEXT = `---
type: technology
id: flink
category: stream-processing

上游是 [[Kafka]]。

### 为什么？
- [ ] 甲 · L2 ★ ^flink-why
`;
const VAULT = {
	'Stackbook/Home.md': '---\ntype: home\nformat: 1\nlanguage: en\n---\n',
	[KAFKA]: KAFKA_TEXT,
	[FLINK]: FLINK_TEXT,
	[MINE]: 'See [[<img src=x onerror=alert(1)>]] and [[Nowhere]].\n',
};

const open = hostsOfFile({ plugin: PLUGIN, vault: VAULT });

async function openCheck(host: Host, summary: string): Promise<Locator> {
	expect(await host.runCommand('stackbook:check-notes')).toBe(true);
	const dialog = host.page.getByRole('dialog');
	await dialog.getByText(summary, { exact: true }).waitFor();
	return dialog;
}

test('on a phone, findings come by note, a repair is looked at before it is written, and one tap leads to the line', async () => {
	const host = await open({ language: 'zh', mobile: true });
	const counts = { notes: 4, errors: 1, warnings: 2, infos: 2 };
	const dialog = await openCheck(host, zh('cli.check.summary', counts));
	const titles = dialog.locator('.stackbook-check-title');
	// Flink has an error; remarks stay away until they are asked for.
	expect(await titles.allInnerTexts()).toEqual(['Flink', 'Kafka']);
	await dialog.getByLabel(zh('plugin.check.remarks', { count: 2 })).check();
	expect(await titles.allInnerTexts()).toEqual(['Flink', 'Kafka', 'Mine']);
	await dialog.getByText('<img src=x onerror=alert(1)>').waitFor();

	const width = await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
	expect(width).toBe(0);
	const heights = await dialog
		.getByRole('button')
		.evaluateAll(buttons =>
			buttons
				.filter(button => button.closest('.stackbook-check'))
				.map(button => button.getBoundingClientRect().height),
		);
	expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);

	const flink = dialog.getByRole('group', { name: FLINK });
	const repair = flink.getByRole('button', { name: zh('plugin.check.repair') });
	await repair.tap();
	await flink.getByText(zh('plugin.check.preview', { line: 5 })).waitFor();
	expect(await flink.locator('ins').allInnerTexts()).toEqual(['---']);
	expect(await flink.locator('del').count()).toBe(0);
	await repair.tap();
	expect(await flink.locator('ins').count()).toBe(0);
	expect(await host.text(FLINK)).toBe(FLINK_TEXT);
	await repair.tap();
	await flink.getByRole('button', { name: zh('plugin.check.apply') }).tap();
	await flink.waitFor({ state: 'detached' });
	expect(await host.text(FLINK)).toBe(FLINK_TEXT.replace('\n\n上游', '\n---\n\n上游'));
	expect(await host.notices()).toContain(zh('plugin.check.repaired', { path: FLINK }));

	await dialog
		.getByRole('group', { name: KAFKA })
		.getByText(zh('check.question-status-unknown', { id: 'kafka-rebalance', character: '?' }))
		.tap();
	await dialog.waitFor({ state: 'detached' });
	await eventually(() => host.editorText(), KAFKA_TEXT);
});

test('by keyboard, a note that changes while its repair is shown is left and looked at again', async () => {
	const host = await open({ language: 'en' });
	const counts = { notes: 4, errors: 1, warnings: 2, infos: 2 };
	const dialog = await openCheck(host, en('cli.check.summary', counts));
	const { keyboard } = host.page;
	const kafka = dialog.getByRole('group', { name: KAFKA });
	await kafka
		.getByRole('button', { name: en('plugin.check.repair') })
		.first()
		.focus();
	await keyboard.press('Enter');
	expect(await kafka.locator('del').allInnerTexts()).toEqual(['alias: Apache Kafka']);
	expect(await kafka.locator('ins').allInnerTexts()).toEqual(['aliases:', '  - Apache Kafka']);

	const other = KAFKA_TEXT.replace('alias: Apache Kafka', 'alias: Kafka of Apache');
	await host.writeOutside(KAFKA, other);
	await keyboard.press('Enter');
	const changed = en('plugin.check.changed', { path: KAFKA });
	await eventually(async () => (await host.notices()).includes(changed), true);
	expect(await host.text(KAFKA)).toBe(other);

	// A line above moves it, and the same lines change: that is what was shown.
	await kafka.locator('ins').first().waitFor({ state: 'detached' });
	await kafka
		.getByRole('button', { name: en('plugin.check.repair') })
		.last()
		.focus();
	await keyboard.press('Enter');
	await kafka.locator('ins').waitFor();
	const moved = other.replace('## 问题', '一行\n\n## 问题');
	await host.writeOutside(KAFKA, moved);
	await keyboard.press('Enter');
	await eventually(() => host.text(KAFKA), moved.replace('[?]', '[ ]'));

	await keyboard.press('Escape');
	await dialog.waitFor({ state: 'detached' });
});

test('what somebody is typing is repaired in the editor, and an update that was cut off is told', async () => {
	const folder = '.stackbook/backup/20261120T130401Z';
	const record = { backup: 1, from: '0.1.0', to: '0.2.0', state: 'begun', files: [] };
	const vault = { ...VAULT, [`${folder}/backup.json`]: JSON.stringify(record) };
	const host = await open({ language: 'en', vault, saveDelay: 600_000 });
	await host.openNote(KAFKA, { mode: 'source' });
	await host.type('typed ', 7, 0);
	const counts = { notes: 4, errors: 1, warnings: 3, infos: 2 };
	const dialog = await openCheck(host, en('cli.check.summary', counts));
	await dialog.getByText(en('check.update-unfinished')).waitFor();
	const kafka = dialog.getByRole('group', { name: KAFKA });
	await kafka
		.getByRole('button', { name: en('plugin.check.repair') })
		.first()
		.click();
	await kafka.getByRole('button', { name: en('plugin.check.apply') }).click();
	const typed = KAFKA_TEXT.replace('## 问题', 'typed ## 问题');
	await eventually(() => host.editorText(), typed.replace('alias: Apache', 'aliases:\n  - Apache'));
});
