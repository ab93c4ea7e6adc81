import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planVaultRefresh } from '../../../src/core/regions/refresh-vault';
import { applyEdits } from '../../../src/core/text/text-edit';
import { aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';

type Files = Record<string, string>;

const EMPTY = '<!-- stackbook:begin backlinks -->\n\n<!-- stackbook:end backlinks -->\n';

/** The files of a vault after one refresh. */
function refresh(files: Readonly<Files>): Files {
	const after: Files = { ...files };
	for (const edit of planVaultRefresh(aVault(files)).edits) {
		if (edit.kind === 'change') after[edit.path] = applyEdits(files[edit.path] ?? '', edit.edits);
	}
	return after;
}

describe('the refresh of a vault', () => {
	test('tells what changes, what is right, what is refused and what moves', () => {
		const files = {
			'a.md': `[[d]]\n\n${EMPTY}`,
			'b.md': EMPTY.replace(/end/, 'begin'),
			'c.md': 'no markers [[d]]',
			'd.md': EMPTY.replace('\n\n', '\n\n我的话\n\n'),
			'e.md': refresh({ 'e.md': EMPTY })['e.md'] ?? '',
			'模板.md': `---\nid: "{{id}}"\n---\n{{title}}\n\n${EMPTY}`,
		};
		const { edits, unchanged, refused, moved } = planVaultRefresh(aVault(files));
		expect(edits.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
			'change a.md',
			'change d.md',
		]);
		expect(unchanged).toEqual(['e.md']);
		expect(refused).toEqual([{ path: 'b.md', reason: 'unclosed-region', line: 1 }]);
		expect(moved).toEqual([{ path: 'd.md', lines: 1 }]);
	});

	test('names the note behind a region that cannot be read now', () => {
		const fresh = refresh({ 'a.md': EMPTY, 'b.md': '---\nx: 1\n---\n[[a]]' });
		const index = aVault({ 'a.md': fresh['a.md'] ?? '', 'b.md': '---\nx: [\n---\n' });
		expect(planVaultRefresh(index)).toEqual({
			edits: [],
			unchanged: [],
			refused: [{ path: 'a.md', reason: 'unreadable-source', line: 1, source: 'b.md' }],
			moved: [],
		});
	});

	test('names the note behind a region without links that cannot be read now', () => {
		const empty = EMPTY.replaceAll('backlinks', 'backlinks:text');
		const fresh = refresh({ 'a.md': empty, 'b：c.md': '---\nx: 1\n---\n见 [[a]]' });
		expect(fresh['a.md']).toContain('- b：c：见 a');
		const index = aVault({ 'a.md': fresh['a.md'] ?? '', 'b：c.md': '---\nx: [\n---\n' });
		expect(planVaultRefresh(index).refused).toEqual([
			{ path: 'a.md', reason: 'unreadable-source', line: 1, source: 'b：c.md' },
		]);
	});

	test('counts the links of lines that it moves out of a region, so that one refresh is enough', () => {
		const files = { 'a.md': EMPTY.replace('\n\n', '\n\n见 [[b]]\n\n'), 'b.md': EMPTY };
		const once = refresh(files);
		expect(once['b.md']).toContain('- [[a]]：见 b');
		expect(refresh(once)).toEqual(once);
	});

	test('counts a line that one that moves pushes out of a list that is full', () => {
		const names = Array.from({ length: 11 }, (_, i) => `M${String(i).padStart(2, '0')}`);
		const files = {
			'A.md': EMPTY.replace('\n\n', '\n\n见 [[T]]\n\n'),
			...Object.fromEntries(names.map(name => [`${name}.md`, '见 [[T]]。'])),
			'T.md': EMPTY.replace('\n\n', '\n\n- [[Z]]：别处没有 T\n\n'),
			'Z.md': `别处没有 [[T]]\n\n${EMPTY}`,
		};
		const once = refresh(files);
		expect(once['T.md']).toContain('\n- [[A]]：见 T\n');
		expect(once['T.md']).toContain('- 还有 1 处');
		expect(once['Z.md']).toContain('- [[T]]：Z：别处没有 T\n');
		expect(refresh(once)).toEqual(once);
	});

	test('counts the questions of lines that it moves out of a region', () => {
		const progress = EMPTY.replaceAll('backlinks', 'progress');
		const once = refresh({
			'a.md': EMPTY.replace('\n\n', '\n\n## 为什么？\n- [x] 甲 ^a\n\n'),
			'首页.md': progress,
		});
		expect(once['首页.md']).toContain('| 合计 | 1 | 0 | 0 | 1 |');
		expect(refresh(once)).toEqual(once);
	});
});

describe('a marker that got lost', () => {
	const below = (heading: string, name: string): string =>
		`## ${heading}\n\n${EMPTY.replaceAll('backlinks', name)}`;
	const files = refresh({
		'Kafka.md': `---\ntype: technology\ncategory: x\n---\n${below('反向链接', 'backlinks')}\n## 后\n\n[[Flink]]\n`,
		'Flink.md': `---\ntype: technology\ncategory: x\n---\n## 关系\n- **上游** [[Kafka]]：读\n\n${below('反向链接', 'backlinks')}`,
		'首页.md': `---\ntype: home\n---\n${below('成员', 'members:x')}\n${below('进度', 'progress')}\n${below('反向链接', 'backlinks')}`,
	});
	const markers = Object.entries(files).flatMap(([path, text]) =>
		Array.from(text.matchAll(/<!-- stackbook.*\n/g), ([marker]) => [path, marker] as const),
	);

	test.each(markers)('in %s: %j changes nothing in any note', (path, marker) => {
		const torn = { ...files, [path]: (files[path] ?? '').replace(marker, '') };
		const { edits, refused } = planVaultRefresh(aVault(torn));
		expect(edits).toEqual([]);
		expect(refused.map(one => one.path)).toEqual([path]);
	});

	test('there are some', () => {
		expect(markers).toHaveLength(10);
	});
});

const TITLES = ['Kafka', 'Flink', '水位线', 'a b'];
const link = fc.constantFrom(...TITLES, 'Kafka#^q', 'missing', 'x/Kafka|K').map(to => `[[${to}]]`);
const word = fc.constantFrom(
	'快',
	'a|b',
	'`code`',
	'**粗**',
	'%%',
	'<!--',
	'。',
	'→',
	'$x$',
	'| - |',
);
const sentence = fc.array(fc.oneof(word, link), { maxLength: 4 }).map(parts => parts.join(' '));
const relation = fc
	.tuple(fc.constantFrom('上游', 'Downstream', '替代', '邻居'), link, sentence)
	.map(([kind, to, reason]) => `- **${kind}** ${to}：${reason}`);
const region = fc
	.tuple(
		fc.constantFrom(
			'backlinks',
			'comparison',
			'members:x',
			'members:concept',
			'progress',
			'weather',
		),
		fc.constantFrom('', ' frozen', ' hash=0123456789abcdef'),
		fc.array(sentence, { maxLength: 3 }),
		fc.constantFrom('begin', 'end'),
	)
	.map(([name, attributes, body, last]) =>
		[
			`<!-- stackbook:begin ${name}${attributes} -->`,
			...body,
			// One in many pairs is broken: a note with such a pair stays as it is.
			`<!-- stackbook:${body.length === 3 ? last : 'end'} ${name} -->`,
		].join('\n'),
	);
const question = fc
	.tuple(fc.constantFrom(' ', 'x', '/', '-', '?'), fc.nat(99))
	.map(([status, id]) => `### 问？\n- [${status}] 题 · L1 ★ ^q-${id}`);
const block = fc.oneof(sentence, relation, region, region, question, fc.constant('## 关系'));
const frontMatter = fc
	.tuple(
		fc.constantFrom('technology', 'concept', 'comparison', 'home', 'attempts', '"{{x}}"'),
		fc.constantFrom(
			'id: n',
			'category: x',
			'alternatives: ["[[Kafka]]", "[[Flink]]"]',
			'language: en',
		),
		sentence.map(text => `执行模型: ${JSON.stringify(text)}`),
	)
	.map(([type, ...lines]) => `---\ntype: ${type}\n${lines.join('\n')}\n---\n`);
const note = fc
	.tuple(fc.option(frontMatter, { nil: '' }), fc.array(block, { maxLength: 6 }), fc.boolean())
	.map(([head, blocks, crlf]) => {
		const text = `${head}${blocks.join('\n\n')}\n`;
		return crlf ? text.replaceAll('\n', '\r\n') : text;
	});
const vault: fc.Arbitrary<Files> = fc.dictionary(
	fc
		.tuple(fc.constantFrom('', 'x/'), fc.constantFrom(...TITLES))
		.map(parts => `${parts.join('')}.md`),
	note,
	{ maxKeys: 5, noNullPrototype: true },
);

/** What lies outside the regions of all notes that may be written, line by line. */
function linesOf(text: string): string[] {
	return text.split(/\r\n|\n|\r/).filter(line => line.trim() !== '');
}

describe('over vaults of any content', () => {
	test('a second refresh changes nothing', () => {
		fc.assert(
			fc.property(vault, files => {
				const once = refresh(files);
				expect(refresh(once)).toEqual(once);
			}),
			{ numRuns: propertyRuns(300) },
		);
	});

	test('the order in which notes come makes no difference', () => {
		fc.assert(
			fc.property(vault, files => {
				const reversed = Object.fromEntries(Object.entries(files).reverse());
				expect(refresh(reversed)).toEqual(refresh(files));
			}),
			{ numRuns: propertyRuns(100) },
		);
	});

	test('no line outside a region is changed or lost, and no refused note is touched', () => {
		fc.assert(
			fc.property(vault, files => {
				const index = aVault(files);
				const after = refresh(files);
				for (const { path } of planVaultRefresh(index).refused)
					expect(after[path]).toBe(files[path]);
				for (const { path, text, structure } of index.notes()) {
					const spans = structure.regions.map(({ range }) => ({ range, newText: '' }));
					const kept = new Set(linesOf(after[path] ?? ''));
					expect(linesOf(applyEdits(text, spans)).filter(line => !kept.has(line))).toEqual([]);
				}
			}),
			{ numRuns: propertyRuns(200) },
		);
	});
});
