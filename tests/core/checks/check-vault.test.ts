import { describe, expect, test } from '@jest/globals';
import { checkVault, countSeverities, sortDiagnostics } from '../../../src/core/checks/check-vault';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from '../../../src/core/checks/diagnostic';
import { planVaultRefresh } from '../../../src/core/regions/refresh-vault';
import { applyEdits } from '../../../src/core/text/text-edit';
import { aVault } from '../../support/a-note';

type Files = Readonly<Record<string, string>>;

interface Example {
	/** What yields the finding, and what almost does. */
	readonly bad: Files;
	readonly good: Files;
	/** Place of the finding as `path:line`, with its severity. */
	readonly place: string;
}

const technology = (...lines: string[]): string =>
	['---', 'type: technology', 'id: flink', 'category: x', '---', ...lines, ''].join('\n');
const comparison = (alternative: string): string =>
	`---\ntype: comparison\nid: c\nalternatives:\n  - "[[${alternative}]]"\ncriteria:\n  - 模型\n---\n`;
const begin = '<!-- stackbook:begin backlinks -->';
const end = '<!-- stackbook:end backlinks -->';
const home = '---\ntype: home\nformat: 1\n---\n';

/** Codes that only a host can find: the core is given texts, not files. */
const FROM_HOSTS: readonly DiagnosticCode[] = [
	'note-unreadable',
	'note-not-utf8',
	'note-outside-vault',
	'file-temporary',
	'update-unfinished',
];

const ATTEMPT = '- 2026-11-20T21:04:05+08:00 · a · good · 1s · 1/1\n';

const EXAMPLES: Readonly<Partial<Record<DiagnosticCode, Example>>> = {
	'note-binary': { bad: { 'a.md': 'x\0' }, good: { 'a.md': 'x\x01' }, place: 'a.md:1 error' },
	'note-conflict-copy': {
		bad: { 'a/K.md': '', 'a/K (Conflicted copy desk 202611202104).md': '' },
		good: { 'a/K.md': '', 'a/K 2.md': '', 'K (a conflicted copy).md': '' },
		place: 'a/K (Conflicted copy desk 202611202104).md:1 warning',
	},
	'name-reserved': {
		bad: { 'Con.md': '' },
		good: { 'Icon.md': '', 'Console.md': '', 'Com10.md': '' },
		place: 'Con.md:1 info',
	},
	'name-ending': {
		bad: { 'A./x.md': '' },
		good: { 'A.B/.x.y.md': '', 'v1.0.md': '' },
		place: 'A.:1 info',
	},
	'name-character': {
		bad: { 'Why?.md': technology() },
		good: { "K's + [1] & (2), 3.md": '', '为什么？.md': '' },
		place: 'Why?.md:1 warning',
	},
	'name-unlinkable': {
		bad: { 'C#.md': '' },
		good: { '[1]/a#.png': '', '[1]/C＃.md': '' },
		place: 'C#.md:1 info',
	},
	'name-too-long': {
		bad: { [`${'长'.repeat(85)}.md`]: '' },
		good: { [`${'长'.repeat(84)}.md`]: '' },
		place: `${'长'.repeat(85)}.md:1 info`,
	},
	'name-clash': {
		bad: { 'a/Kafka.md': '', 'A/x.png': '' },
		good: { 'a/Kafka.md': '', 'b/kafka.md': '' },
		place: 'a:1 info',
	},
	'note-too-large': {
		bad: { 'a.md': 'x\n'.repeat(16_000_001) },
		good: { 'a.md': 'x\n'.repeat(2_000_000) },
		place: 'a.md:1 error',
	},
	'line-too-long': {
		bad: { 'a.md': `x\n${'y'.repeat(20_001)}` },
		good: { 'a.md': `x\n${'y'.repeat(20_000)}` },
		place: 'a.md:2 warning',
	},
	'front-matter-unclosed': {
		bad: { 'a.md': '---\ntype: concept\n' },
		good: { 'a.md': '---\n\n一条线\n', 'b.md': '---\na: b\n---\n' },
		place: 'a.md:1 error',
	},
	'front-matter-invalid': {
		bad: { 'a.md': '---\na: b\nc: [\n---\n' },
		good: { 'a.md': '---\na: b\nc: []\n---\n' },
		place: 'a.md:4 error',
	},
	'front-matter-misplaced': {
		bad: { 'a.md': '\n---\ntags:\n  - x\n---\n' },
		good: {
			'a.md': '\n---\nA line of mine.\n---\n',
			'b.md': '---\na: b\n---\n',
			'c.md': 'x\n\n---\na: b\n---\n',
		},
		place: 'a.md:2 info',
	},
	'front-matter-too-large': {
		bad: { 'a.md': `---\na: ${'x'.repeat(70_000)}\n---\n` },
		good: { 'a.md': `---\na: ${'x'.repeat(60_000)}\n---\n` },
		place: 'a.md:1 error',
	},
	'property-duplicate': {
		bad: { 'a.md': '---\na: 1\nb: 2\na: 3\n---\n' },
		good: { 'a.md': '---\na: 1\nA: 3\n---\n' },
		place: 'a.md:4 error',
	},
	'property-missing': {
		bad: { 'a.md': '---\ntype: concept\n---\n' },
		good: { 'a.md': '---\ntype: concept\nid: a\n---\n', 'b.md': '---\ntype: note\n---\n' },
		place: 'a.md:1 error',
	},
	'property-empty': {
		bad: { 'a.md': '---\ntype: concept\nid: a\n模型:\n---\n' },
		good: { 'a.md': '---\ntype: concept\nid: a\naliases:\n---\n', 'b.md': '---\n模型:\n---\n' },
		place: 'a.md:4 warning',
	},
	'property-value': {
		bad: { 'a.md': '---\ntype: concept\nid: a\nstatus: alive\n---\n' },
		good: {
			'a.md': '---\ntype: concept\nid: a\nstatus: attic\n---\n',
			'b.md': '---\nstatus: alive\n---\n',
		},
		place: 'a.md:4 warning',
	},
	'property-singular': {
		bad: { 'a.md': '---\na: b\ntag: x\n---\n' },
		good: { 'a.md': '---\ntag:\ntags:\n  - x\n---\n' },
		place: 'a.md:3 info',
	},
	'property-not-list': {
		bad: { 'a.md': '---\ntype: concept\nid: a\naliases: x\n---\n' },
		good: { 'a.md': '---\naliases: []\ntags:\ncssclasses: [wide]\ntitle: x\n---\n' },
		place: 'a.md:4 warning',
	},
	'property-nested': {
		bad: { 'a.md': '---\ntype: concept\nid: a\nx:\n  y: z\n---\n' },
		good: { 'a.md': '---\nx:\n  y: z\n---\n' },
		place: 'a.md:4 warning',
	},
	'property-link-unquoted': {
		bad: { 'a.md': '---\ntype: concept\nid: a\nup: [[b]]\n---\n', 'b.md': '' },
		good: { 'a.md': '---\nup: "[[b]]"\nx: [[1, 2], [3, 4]]\ny: [a, "[[b]]"]\n---\n', 'b.md': '' },
		place: 'a.md:4 warning',
	},
	'placeholder-left': {
		bad: { 'a.md': '---\ntype: concept\nid: "{{id}}"\n---\nFlink\n' },
		good: {
			'a.md': '---\ntype: concept\nid: "{{id}}"\n---\n{{title}}\n',
			'b.md': '---\nid: "{{id}}"\n---\n',
		},
		place: 'a.md:3 warning',
	},
	'note-id-duplicate': {
		bad: { 'a.md': technology(), 'b.md': technology() },
		good: { 'a.md': technology(), 'b.md': '---\nid: flink\n---\n' },
		place: 'b.md:3 error',
	},
	'question-id-duplicate': {
		bad: { 'a.md': '## 问\n- [ ] 甲 ^q-1', 'b.md': '## 问\n\n- [ ] 乙 ^Q-1' },
		good: { 'a.md': '## 问\n- [ ] 甲 ^q-1', 'b.md': '## 问\n\n先说\n- [ ] 乙 ^q-1' },
		place: 'b.md:3 error',
	},
	'question-id-missing': {
		bad: { 'a.md': '## 问\n\n- [ ] 甲 · L2 ★★' },
		good: { 'a.md': '## 问\n\n- [ ] 甲\n- [ ] 乙 · L2 ★★' },
		place: 'a.md:3 warning',
	},
	'question-status-unknown': {
		bad: { 'a.md': '## 问\n\n- [?] 甲 ^q' },
		good: { 'a.md': '## 问\n\n- [X] 甲 ^q\n- [?] 待办' },
		place: 'a.md:3 warning',
	},
	'question-level-unknown': {
		bad: { 'a.md': '## 问\n\n- [ ] 甲 · L5 ★ ^q' },
		good: { 'a.md': '## 问\n\n- [ ] L2 缓存 · ★ ^q\n## 二\n- [ ] 乙 · L4 ^r' },
		place: 'a.md:3 warning',
	},
	'question-summary-missing': {
		bad: { 'a.md': '\n## 问\n- [ ] 甲 ^q\n\n> [!answer]\n> **要点**\n> - a' },
		good: {
			'a.md': '## 问\n- [ ] 甲 ^q\n\n> [!answer]\n> **30 秒** x\n> **要点**\n> - a',
			'b.md': '## 二\n- [ ] 乙 ^r',
		},
		place: 'a.md:2 info',
	},
	'question-key-points-missing': {
		bad: { 'a.md': '\n## 问\n- [ ] 甲 ^q\n\n> [!answer]\n> **30 秒** x' },
		good: {
			'a.md': '## 问\n- [ ] 甲 ^q\n\n> [!answer]\n> **30 秒** x\n> **要点**\n> - a',
			'b.md': '## 二\n- [ ] 乙 ^r',
		},
		place: 'a.md:2 info',
	},
	'link-unresolved': {
		bad: { 'a.md': technology('', '见 [[Nowhere]]') },
		good: {
			'a.md': technology('', '见 [[b]]、[x](b.md)、[y](https://x.y)、`[[Nowhere]]`'),
			'b.md': '',
		},
		place: 'a.md:7 warning',
	},
	'link-ambiguous': {
		bad: { 'a.md': '[[n]]', 'x/n.md': '', 'y/n.md': '' },
		good: { 'a.md': '[[x/n]]', 'x/n.md': '', 'y/n.md': '' },
		place: 'a.md:1 info',
	},
	'link-subpath-unresolved': {
		bad: { 'a.md': '\n[[b#没有]]', 'b.md': '## 有\n' },
		good: { 'a.md': '[[b#有，吗]] [[b#^ID-1]] [[#^x]] ^x', 'b.md': '## 有 吗？\n- 文 ^id-1' },
		place: 'a.md:2 info',
	},
	'relation-kind-unknown': {
		bad: { 'a.md': technology('## 关系', '- **邻居** [[a]]：x') },
		good: {
			'a.md': technology('## 关系', '- **上游** [[a]]：x'),
			'b.md': '## 关系\n- **邻居** [[a]]：x',
		},
		place: 'a.md:7 warning',
	},
	'attempts-type-missing': {
		bad: { '练习记录/2026-11 desk.md': ATTEMPT },
		good: { '练习记录/2026-11 desk.md': `---\ntype: attempts\n---\n${ATTEMPT}` },
		place: '练习记录/2026-11 desk.md:1 warning',
	},
	'attempt-damaged': {
		bad: { '练习记录/2026-11 desk.md': `---\ntype: attempts\n---\n${ATTEMPT}- 2026-11-20T21:0\n` },
		good: {
			'b.md': '- 2026-11-20T21:0\n',
			'a.md': `---\ntype: attempts\n---\n\n2026-11-20 休息\n${ATTEMPT}`,
		},
		place: '练习记录/2026-11 desk.md:5 warning',
	},
	'relation-without-link': {
		bad: { 'a.md': technology('## 关系', '- **上游** Kafka：x') },
		good: { 'a.md': technology('## 特性', '- **上游** Kafka：x') },
		place: 'a.md:7 warning',
	},
	'relation-without-reason': {
		bad: { 'a.md': technology('## 关系', '- **上游** [[a]]') },
		good: { 'a.md': technology('## 关系', '- **上游** [[a]]：x') },
		place: 'a.md:7 warning',
	},
	'relation-to-itself': {
		bad: { 'a.md': technology('## 关系', '- **上游** [[a]]：x') },
		good: { 'a.md': technology('## 关系', '- **上游** [[b]]：x'), 'b.md': '' },
		place: 'a.md:7 warning',
	},
	'relation-twice': {
		bad: {
			'a.md': technology('## 关系', '- **上游** [[b]]：x', '- **上游** [[B]]：y'),
			'b.md': '',
		},
		good: {
			'a.md': technology('## 关系', '- **上游** [[b]]：x', '- **下游** [[b]]：y'),
			'b.md': '',
		},
		place: 'a.md:8 warning',
	},
	'relation-contradiction': {
		bad: {
			'a.md': technology('## 关系', '- **整体** [[b]]：x', '- **部分** [[b]]：y'),
			'b.md': '',
		},
		good: {
			'a.md': technology('## 关系', '- **整体** [[b]]：x', '- **依赖** [[b]]：y'),
			'b.md': '',
		},
		place: 'a.md:8 warning',
	},
	'relation-cycle': {
		bad: { 'a.md': '上游:: [[b]]\n基于:: [[b]]', 'b.md': '上游:: [[a]]\n基于:: [[a]]' },
		good: { 'a.md': '上游:: [[b]]\n基于:: [[b]]', 'b.md': '上游:: [[a]]\n被用于:: [[a]]' },
		place: 'a.md:2 info',
	},
	'comparison-alternative-missing': {
		bad: { 'c.md': comparison('Flink') },
		good: { 'c.md': comparison('Flink'), 'Flink.md': '---\n模型: 流\n---\n' },
		place: 'c.md:4 warning',
	},
	'comparison-cell-empty': {
		bad: { 'c.md': comparison('Flink'), 'Flink.md': '---\n模型: " "\n---\n' },
		good: { 'c.md': comparison('Flink'), 'Flink.md': '---\n模型: 不支持\n---\n' },
		place: 'c.md:6 warning',
	},
	'region-unclosed': {
		bad: { 'a.md': `x\n${begin}\n` },
		good: { 'a.md': `x\n\`\`\`\n${begin}\n\`\`\`\n` },
		place: 'a.md:2 error',
	},
	'region-unfinished': {
		bad: { 'a.md': `x\n\n<!-- stackbook:begin backlinks\n\n${end}\n` },
		good: {
			'a.md': `x\n\n\`\`\`\n<!-- stackbook:begin backlinks\n\`\`\`\n\n<!-- nothing of\nours -->\n`,
		},
		place: 'a.md:3 error',
	},
	'region-unopened': {
		bad: { 'a.md': `x\n${end}\n` },
		good: { 'a.md': `x\n\n    ${end}\n` },
		place: 'a.md:2 error',
	},
	'region-duplicate': {
		bad: { 'a.md': `${begin}\n\n${end}\n${begin}\n\n${end}\n` },
		good: {
			'a.md': `${begin}\n\n${end}\n${`${begin}\n\n${end}`.replaceAll('backlinks', 'members:x')}\n`,
		},
		place: 'a.md:1 error',
	},
	'region-nested': {
		bad: { 'a.md': `${begin}\n\n${begin.replaceAll('backlinks', 'map')}\n${end}\n` },
		good: { 'a.md': `${begin}\n${begin}\n\n${end}\n` },
		place: 'a.md:3 error',
	},
	'region-conflict': {
		bad: { 'a.md': `x\n${begin}\n<<<<<<< a\n=======\n>>>>>>> b\n${end}\n` },
		good: { 'a.md': `<<<<<<< a\n${begin}\n\n${end}\n` },
		place: 'a.md:3 error',
	},
	'region-misplaced': {
		bad: { 'a.md': `x\n\n ${begin}\n\n ${end}\n` },
		good: { 'a.md': `x\n\n\`${begin}\`\n` },
		place: 'a.md:3 error',
	},
	'region-misspelt': {
		bad: { 'a.md': `x\n\n${begin}\n\n${end}\n`.replaceAll('<!-- ', '<!--') },
		good: { 'a.md': '<!-- stackbook is good -->' },
		place: 'a.md:3 error',
	},
	'region-misnamed': {
		bad: { 'a.md': `x\n${begin}\n\n${end}`.replaceAll('backlinks', 'members:stream processing') },
		good: { 'a.md': `x\n${begin}\n\n${end}`.replaceAll('backlinks', 'members:stream-processing') },
		place: 'a.md:2 error',
	},
	'region-attribute-unknown': {
		bad: { 'a.md': `${begin.replace(' -->', ' frozen=no -->')}\n\n${end}` },
		good: { 'a.md': `${begin.replace(' -->', ' frozen=true -->')}\n\n${end}` },
		place: 'a.md:1 error',
	},
	'region-unknown': {
		bad: { 'a.md': `x\n\n${begin}\n\n${end}`.replaceAll('backlinks', 'weather') },
		good: { 'a.md': `${begin}\n\n${end}` },
		place: 'a.md:3 warning',
	},
	'region-outdated': {
		bad: { 'a.md': `x\n${begin}\n\n${end}\n`, 'b.md': '[[a]]' },
		good: { 'a.md': `x\n${begin.replace(' -->', ' frozen -->')}\n\n${end}\n`, 'b.md': '[[a]]' },
		place: 'a.md:2 info',
	},
};

function places(files: Files, code: DiagnosticCode): string[] {
	return checkVault(aVault(files))
		.filter(diagnostic => diagnostic.code === code)
		.map(({ path, line, severity }) => `${path}:${line} ${severity}`);
}

test('every code has an example or comes from hosts', () => {
	expect([...Object.keys(EXAMPLES), ...FROM_HOSTS].sort()).toEqual([...DIAGNOSTIC_CODES].sort());
});

describe.each(Object.entries(EXAMPLES))('%s', (code, { bad, good, place }) => {
	test('is found, with its place', () => {
		expect(places(bad, code as DiagnosticCode)).toContain(place);
	});

	test('is not found where there is none', () => {
		expect(places(good, code as DiagnosticCode)).toEqual([]);
	});
});

describe('the findings about a vault', () => {
	test('are none for a vault that is in order', () => {
		const files: Record<string, string> = {
			'首页.md': `${home}\n${begin}\n\n${end}\n`,
			'Flink.md': technology('## 关系', '- **相关** [[首页]]：入口'),
			'模板.md':
				'---\ntype: technology\nid: "{{id}}"\ncategory:\n---\n{{title}} [[无]]\n## 问\n- [?] 甲 ^q\n',
		};
		for (const edit of planVaultRefresh(aVault(files)).edits) {
			if (edit.kind === 'change') files[edit.path] = applyEdits(files[edit.path] ?? '', edit.edits);
		}
		expect(checkVault(aVault(files))).toEqual([]);
	});

	test('name what a template left in a reference answer, and no words of the reader', () => {
		const answer = (title: string, point: string): string =>
			`## 问\n- [ ] 甲 ^q\n\n> [!answer]-${title}\n> **30 秒** 快（很快）\n>\n> **要点**\n> - ${point}\n\n（我的话）\n`;
		const place = { code: 'placeholder-left', path: 'a.md', line: 8, severity: 'warning' };
		for (const left of ['（一句话）', '追问：（问题）？ → （一句话）', '(a fact)']) {
			expect(checkVault(aVault({ 'a.md': answer('', left) }))).toMatchObject([place]);
		}
		expect(checkVault(aVault({ 'a.md': answer('（先说什么）', '（甲）乙') }))).toEqual([]);
	});

	test('come by path and line, the same in whatever order the notes come', () => {
		const all: Record<string, string> = {};
		for (const [code, { bad }] of Object.entries(EXAMPLES)) {
			if (code === 'note-too-large') continue;
			for (const [path, text] of Object.entries(bad)) all[`${code}/${path}`] = text;
		}
		const found = checkVault(aVault(all));
		expect(found.length).toBeGreaterThan(25);
		expect(sortDiagnostics([...found].reverse())).toEqual(found);
		expect(checkVault(aVault(Object.fromEntries(Object.entries(all).reverse())))).toEqual(found);
	});

	test('are counted by severity', () => {
		const found = checkVault(
			aVault({
				'a.md': technology('[[无]]', '## 问', '- [?] 甲 ^q'),
				'b.md': '[[无]]\0',
				'c.md': '[[无]]',
			}),
		);
		expect(countSeverities(found)).toEqual({ error: 1, warning: 2, info: 1 });
		expect(countSeverities([])).toEqual({ error: 0, warning: 0, info: 0 });
	});
});
