// The pictures of the README, from the shipped notes. `npm run pictures` puts them into docs/images; the checks before a
// change make them as well and keep none. Without either they are left out: a picture takes longer than a test.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as testNow } from '@jest/globals';
import { createTranslator } from '../../src/i18n/index';
import type { Host } from '../host/index';
import { hostsOfFile } from '../host/in-jest';
import { ROOT } from '../support/room-table';
import vaultTemplates from '../support/vault-template';
import { chooseStatus, headingOf, openQuestions } from './support/questions-page';

const images = join(ROOT, 'docs/images');
const wish = process.env['STACKBOOK_PICTURES'];
const target = wish === 'write' ? images : join(ROOT, 'node_modules/.cache/e2e/images');
mkdirSync(target, { recursive: true });

const test = wish === undefined ? testNow.skip : testNow;

const MOST_BYTES = 250 * 1024;
const FLINK = '技术/流计算/Flink.md';
const VERSUS = '对比/流计算引擎对比.md';
const zh = createTranslator('zh');

const notes = Object.fromEntries(
	Object.entries(vaultTemplates.zh ?? {}).filter(([path]) => path.endsWith('.md')),
);

const VAULT = { ...notes, '.obsidian/plugins/stackbook/data.json': '{"folder": ""}' };
const TRIAL = '随手/选表格式.md';
const TRIAL_TEXT = `选型时随手比一比，不写进任何笔记。

\`\`\`stackbook
compare: Paimon, Iceberg, Delta Lake
only-differences: true
\`\`\`
`;

const open = hostsOfFile({
	plugin: join(ROOT, 'dist/plugin'),
	language: 'zh',
	date: '2026-11-20T21:00:00Z',
	mermaid: 'mermaid-11-13',
	vault: VAULT,
});

/** Gives the pane on the right the width that somebody with a wide screen drags it to. */
async function widenRightPane(host: Host, width: number): Promise<void> {
	await host.page.addStyleTag({
		content: `.mod-right-split { width: ${width}px !important; flex: none !important; }`,
	});
}

/** The note on Flink at its picture, with the list of files folded away. */
async function showPrinciples(host: Host): Promise<void> {
	const { page } = host;
	await host.openNote(FLINK, { mode: 'preview' });
	await page.evaluate(() => window.app.workspace.leftSplit.collapse());
	await page.locator('.mermaid svg').first().waitFor();
	await page
		.getByRole('heading', { name: '原理' })
		.first()
		.evaluate(heading => {
			heading.scrollIntoView();
		});
}

async function answerFirstQuestion({ page }: Host): Promise<void> {
	await page
		.locator('.stackbook-own-answer')
		.fill('JobManager 管调度和检查点，TaskManager 用 slot 跑任务，数据在它们之间直连。');
	await page.getByRole('button', { name: zh('plugin.interview.reveal') }).click();
	const points = page.locator('.stackbook-point');
	await points.first().waitFor();
	for (const index of [0, 1, 2, 3]) await points.nth(index).click();
}

async function take(host: Host, name: string): Promise<void> {
	const path = join(target, `${name}.png`);
	await host.screenshot(path);
	expect(statSync(path).size).toBeLessThan(MOST_BYTES);
}

test('a question with its answer and key points, beside the note', async () => {
	const host = await open({ viewport: { width: 1280, height: 900 } });
	await showPrinciples(host);
	await widenRightPane(host, 620);
	await host.runCommand('stackbook:interview-on-note');
	await answerFirstQuestion(host);
	await host.page.mouse.move(0, 0);
	await take(host, 'interview-view');
});

test('the list of questions, some of them solid and some shaky', async () => {
	const host = await open();
	await showPrinciples(host);
	await widenRightPane(host, 560);
	const view = await openQuestions(host);
	await headingOf(view, 'Flink').first().locator('.stackbook-fold').click();
	const prompts = await view.locator('.stackbook-question-prompt').allTextContents();
	for (const [index, status] of [
		[0, 'solid'],
		[1, 'shaky'],
		[3, 'solid'],
	] as const) {
		await chooseStatus(view, prompts[index] ?? '', zh(`status.${status}`));
	}
	await host.page.mouse.move(0, 0);
	await take(host, 'questions-view');
});

test('a comparison that was written from the notes', async () => {
	const host = await open();
	await host.openNote(VERSUS, { mode: 'preview' });
	await host.page.getByRole('heading', { name: '对比表' }).evaluate(heading => {
		heading.scrollIntoView();
	});
	await take(host, 'comparison');
});

test('a live comparison of three table formats, sorted and cut down to differences', async () => {
	const host = await open({
		viewport: { width: 1100, height: 820 },
		vault: { ...VAULT, [TRIAL]: TRIAL_TEXT },
	});
	await host.openNote(TRIAL, { mode: 'preview' });
	const block = host.page.locator('.stackbook-block');
	await block.locator('table').waitFor();
	await host.page.evaluate(() => window.app.workspace.leftSplit.collapse());
	await host.page.mouse.move(0, 0);
	await take(host, 'live-table');
});

test('a base on stream processing, turned', async () => {
	const host = await open({ viewport: { width: 1100, height: 820 } });
	const base = vaultTemplates.zh?.['对比/流计算.base'] ?? '';
	const [order = ''] = base.split('- type: stackbook-comparison').slice(1);
	const criteria = [...order.matchAll(/^ {6}- (\S+)$/gm)].map(([, name]) => `note.${name}`);
	await host.page.evaluate(() => window.app.workspace.leftSplit.collapse());
	const paths = ['Flink', 'Kafka Streams', 'Storm'].map(name => `技术/流计算/${name}.md`);
	await host.openBasesView('stackbook-comparison', paths, { properties: criteria.slice(1) });
	await host.page.locator('.stackbook-bases td a').first().waitFor();
	await take(host, 'bases-view');
});

test('the map of a note', async () => {
	const host = await open({ viewport: { width: 1280, height: 900 } });
	await host.openNote(FLINK, { mode: 'preview' });
	const heading = host.page.getByRole('heading', { name: '关系图', exact: true });
	await heading.evaluate(element => {
		element.scrollIntoView();
	});
	await host.page.locator('.mermaid svg .node').first().waitFor();
	await heading.evaluate(element => {
		element.scrollIntoView();
	});
	await take(host, 'map');
});

test('an interview on a phone', async () => {
	const host = await open({ mobile: true });
	await host.openNote(FLINK, { mode: 'preview' });
	await host.runCommand('stackbook:interview-on-note');
	await answerFirstQuestion(host);
	await take(host, 'phone');
});

test.each([
	['docs/maps.md', 'map'],
	['docs/how-to/compare-technologies.md', 'live-table'],
	['docs/how-to/compare-technologies.md', 'bases-view'],
])('%s shows the picture %s', (page, name) => {
	expect(readFileSync(join(ROOT, page), 'utf8')).toContain(`images/${name}.png`);
	expect(statSync(join(images, `${name}.png`)).size).toBeLessThan(MOST_BYTES);
});

test.each(['README.md', 'README.zh-CN.md'])('%s shows them, none heavier than 250 KB', readme => {
	const text = readFileSync(join(ROOT, readme), 'utf8');
	for (const name of ['interview-view', 'questions-view', 'comparison', 'phone']) {
		expect(text).toContain(`docs/images/${name}.png`);
		expect(statSync(join(images, `${name}.png`)).size).toBeLessThan(MOST_BYTES);
	}
});
