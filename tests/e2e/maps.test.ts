// The generated maps of the shipped notes, drawn by the Mermaid of Obsidian 1.13 in Chromium.
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { hostsOfFile } from '../host/in-jest';
import { ROOT } from '../support/room-table';
import vaultTemplates from '../support/vault-template';
import { eventually } from './support/eventually';

const FLINK = '技术/流计算/Flink.md';
const open = hostsOfFile({
	plugin: join(ROOT, 'dist/plugin'),
	language: 'zh',
	mermaid: 'mermaid-11-13',
	vault: {
		...Object.fromEntries(
			Object.entries(vaultTemplates.zh ?? {}).filter(([path]) => path.endsWith('.md')),
		),
		'.obsidian/plugins/stackbook/data.json': '{"folder": ""}',
	},
});

test.each([
	['light', false],
	['dark', true],
] as const)(
	'the map of Flink is drawn in the %s, fits a phone: %s, and opens a note',
	async (theme, mobile) => {
		const host = await open({ theme, mobile });
		const { page } = host;
		await host.openNote(FLINK, { mode: 'preview' });
		const map = page.locator('.mermaid').first();
		await page.getByRole('heading', { name: '关系图', exact: true }).evaluate(heading => {
			heading.scrollIntoView();
		});
		await map.locator('svg .node').first().waitFor();
		expect(await map.locator('svg .node').count()).toBe(12);
		expect(await page.locator('.mermaid.is-error').count()).toBe(0);
		const width = await page.evaluate(() => document.documentElement.clientWidth);
		const box = await map.locator('svg').boundingBox();
		expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? Infinity) <= width).toBe(true);
		await map.locator('a.internal-link', { hasText: /^Paimon$/ }).click();
		await eventually(
			() => page.evaluate(() => window.app.workspace.getActiveFile()?.path),
			'技术/表格式/Paimon.md',
		);
	},
);
