import { join } from 'node:path';
import type { HostOptions } from '../../host/index';
import { ROOT } from '../../support/room-table';

const question = (prompt: string, line: string): string =>
	[
		`### ${prompt}`,
		`- ${line}`,
		'',
		'> [!answer]- 参考答案',
		`> **30 秒** ${prompt} 的短答。`,
		'>',
		'> **要点**',
		'> - 第一点',
		'> - 第二点',
		'',
	].join('\n');

export const ALPHA = '技术/Alpha.md';
export const BETA = '技术/Beta.md';
const GAMMA = '概念/Gamma.md';
export const VERSUS = '对比/甲乙对比.md';
export const LOOSE = '随手/随手记.md';

/** Five questions with an id in three categories, three without one, and one empty cell of a comparison. */
export const SMALL_VAULT: Readonly<Record<string, string>> = {
	[ALPHA]: [
		'---\ntype: technology\nid: alpha\ncategory: stream-processing\n延迟量级: 毫秒\n吞吐: 高\n---\n',
		'## 原理\n',
		question('Alpha 怎样推进水位线？', '[ ] 水位线 · L3 ★★★ ^alpha-watermark'),
		question('Alpha 的状态放在哪里？', '[x] 状态 · L2 ★★ ^alpha-state'),
		'## 问题\n',
		question('Alpha 反压时先看什么？', '[/] 反压 · L4 ★ ^alpha-pressure'),
	].join('\n'),
	[BETA]: [
		'---\ntype: technology\nid: beta\ncategory: message-queue\n延迟量级: 秒\n---\n',
		'## 原理\n',
		question('Beta 的副本怎样同步？', '[ ] 副本 · L1 ★ ^beta-replica'),
		'## 问题\n',
		'### Beta 会丢消息吗？\n',
	].join('\n'),
	[GAMMA]: [
		'---\ntype: concept\nid: gamma\ncategory: foundations\n---\n',
		'## 原理\n',
		question('Gamma 是什么？', '[ ] 定义 · L2 ★ ^gamma-what'),
	].join('\n'),
	[VERSUS]: [
		'---\ntype: comparison\nid: versus\ncategory: stream-processing',
		'alternatives:\n  - "[[Alpha]]"\n  - "[[Beta]]"',
		'criteria:\n  - 延迟量级\n  - 吞吐\n---\n',
		'## 对比表\n',
		'<!-- stackbook:begin comparison -->\n',
		'<!-- stackbook:end comparison -->\n',
	].join('\n'),
	[LOOSE]: '# 随手记\n\n一段话。\n\n## 为什么要分区？\n\n## 为什么要压缩？\n想过一点。\n',
};

/** The plugin with a vault of its own, in Chinese. */
export const SMALL_HOST: Partial<HostOptions> = {
	plugin: join(ROOT, 'dist/plugin'),
	language: 'zh',
	date: '2026-11-20T21:00:00Z',
	vault: {
		...SMALL_VAULT,
		'.obsidian/plugins/stackbook/data.json': '{"folder": ""}',
	},
};
