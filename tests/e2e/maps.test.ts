// The generated maps of the shipped notes, drawn by the Mermaid of Obsidian 1.13 in Chromium.
import { join } from 'node:path';
import { test } from '@jest/globals';
import { hostsOfFile } from '../host/in-jest';
import { ROOT } from '../support/room-table';
import vaultTemplates from '../support/vault-template';
const notes = Object.fromEntries(Object.entries(vaultTemplates.zh ?? {}).filter(([path]) => path.endsWith('.md')));
const open = hostsOfFile({ plugin: join(ROOT, 'dist/plugin'), language: 'zh', mermaid: 'mermaid-11-13', vault: { ...notes, '.obsidian/plugins/stackbook/data.json': '{"folder": ""}' } });
test('try', async () => {
	const host = await open({ viewport: { width: 1280, height: 900 } });
	let i = 0;
	for (const path of ['技术/流计算/Flink.md', '技术/消息队列/Kafka.md','技术/数据集成/DataX.md', ...Object.keys(notes).filter(p => p.startsWith('对比/'))]) {
		await host.openNote(path, { mode: 'preview' });
		const heading = host.page.getByRole('heading', { name: '关系图' });
		await heading.first().evaluate(h => h.scrollIntoView());
		await host.page.waitForTimeout(2500);
		await heading.first().evaluate(h => h.scrollIntoView());
		await host.screenshot(`/tmp/w2map${i++}.png`);
	}
}, 60000);
