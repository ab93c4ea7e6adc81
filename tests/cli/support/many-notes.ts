import { makeFolder } from './temporary-folder';

const CATEGORIES = ['stream-processing', 'message-queue', 'table-format'];

/** A vault of so many generated notes in folders of a hundred, each with links, a relation and two questions. */
export function makeManyNotes(count: number): string {
	const files: Record<string, string> = {
		'Home.md':
			'---\ntype: home\nformat: 1\nlanguage: zh\n---\n<!-- stackbook:begin progress -->\n\n<!-- stackbook:end progress -->\n',
	};
	for (let i = 0; i < count - 1; i++)
		files[`${Math.floor(i / 100)}/N${i}.md`] = printNote(i, count - 1);
	return makeFolder(files);
}

function printNote(i: number, count: number): string {
	const links = [i + 1, i * 7, i * 13].map(n => `[[N${n % count}]]`).join('、');
	return `---
type: technology
id: n-${i}
aliases:
  - 编号 ${i}
category: ${CATEGORIES[i % CATEGORIES.length]}
执行模型: 第 ${i % 5} 种
---
> [!abstract] 一句话
> 第 ${i} 个。

## 关系
- **上游** [[N${(i + 1) % count}]]：由它供给

## 原理
见 ${links}。

### 第 ${i} 个怎样工作？
- [${i % 3 === 0 ? 'x' : ' '}] 工作 · L2 ★★ ^n-${i}-work

### 还有什么？

## 反向链接

<!-- stackbook:begin backlinks -->

<!-- stackbook:end backlinks -->
`;
}
