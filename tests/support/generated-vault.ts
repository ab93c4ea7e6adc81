// A vault of any size that looks like a real one: the same for the same numbers, on every machine.

import { createDraw } from './draw';
import type { Draw } from './draw';

const CATEGORIES = [
	'stream-processing',
	'message-queue',
	'table-format',
	'data-integration',
	'storage',
] as const;
const KINDS = ['上游', '下游', '替代', '依赖', '集成'] as const;
const STATUSES = [' ', 'x', '/', '-'] as const;
const WORDS = [
	'检查点',
	'水位线',
	'分区',
	'副本',
	'快照',
	'合并',
	'延迟',
	'吞吐',
	'一致',
	'回放',
] as const;

/** A note in 25 compares three others; the first one is the home note. */
const COMPARISON_EVERY = 25;

/** Path → text of `count` notes, a hundred to a folder; their regions are empty. */
export function generateVault(
	count: number,
	{ seed = 1, isSmall = false } = {},
): Record<string, string> {
	const draw = createDraw(seed);
	const files: Record<string, string> = {};
	for (let i = 0; i < count; i++) {
		const text = noteOf(i, count, draw);
		// What a small note lacks is only more of the same.
		files[pathOf(i)] = isSmall
			? text.replace(/### [^]*?\n\n> \[!answer[^]*?\n\n?(?=###)/, '')
			: text;
	}
	return files;
}

/** Path of a note by its number. */
function pathOf(i: number): string {
	return i === 0 ? '首页.md' : `笔记/${Math.floor(i / 100)}/${titleOf(i)}.md`;
}

function titleOf(i: number): string {
	return i === 0 ? '首页' : `笔记 ${i}`;
}

/** A note that is neither the home note nor a comparison. */
function isTechnology(i: number): boolean {
	return i % COMPARISON_EVERY !== 0;
}

function noteOf(i: number, count: number, draw: Draw): string {
	if (i === 0) return homeNote();
	const category = CATEGORIES[draw(CATEGORIES.length)] ?? '';
	const other = (): string => `[[${titleOf(neighbour(i, count, draw))}]]`;
	const sentence = (): string =>
		Array.from({ length: 6 }, () => WORDS[draw(WORDS.length)] ?? '').join('');
	if (!isTechnology(i)) {
		return [
			`---\ntype: comparison\ncategory: ${category}\nalternatives:`,
			...[other(), other(), other()].map(link => `  - "${link}"`),
			`---\n${sentence()}。\n`,
			region('comparison'),
			...(i <= COMPARISON_EVERY * CATEGORIES.length
				? [`## 进度\n\n${region(`progress:${category}`)}`]
				: []),
		].join('\n');
	}
	const question = (n: number): string =>
		`### ${sentence()}和 ${other()} 有关吗？\n- [${STATUSES[draw(4)] ?? ' '}] 题 ${n} · L${1 + draw(4)} ★ ^n${i}-q${n}\n\n> [!answer]- 参考答案\n> **30 秒** ${sentence()}。\n`;
	return [
		`---\ntype: technology\nid: n${i}\ncategory: ${category}\ntier: ${1 + draw(3)}\n执行模型: ${sentence()}\n状态存储: ${sentence()}\n---`,
		`> [!abstract] 一句话\n> ${sentence()}。\n`,
		'## 关系',
		...[0, 1].map(() => `- **${KINDS[draw(KINDS.length)] ?? ''}** ${other()}：${sentence()}`),
		`\n## 原理\n\n${sentence()}，见${other()}。${sentence()}。\n`,
		...[0, 1].map(question),
		`## 进度\n\n${region('progress')}`,
		`## 反向链接\n\n${region('backlinks')}`,
	].join('\n');
}

function homeNote(): string {
	const members = CATEGORIES.map(category => `## ${category}\n\n${region(`members:${category}`)}`);
	return `---\ntype: home\nformat: 1\nlanguage: zh\n---\n# 全部\n\n${region('progress')}\n${members.join('\n')}`;
}

function region(name: string): string {
	return `<!-- stackbook:begin ${name} -->\n\n<!-- stackbook:end ${name} -->\n`;
}

/** Most links lead to notes nearby, some anywhere. */
function neighbour(i: number, count: number, draw: Draw): number {
	const to = draw(4) === 0 ? draw(count) : i - 10 + draw(21);
	return Math.min(count - 1, Math.max(0, to === i ? i - 1 : to));
}
