import fc from 'fast-check';
import { planVaultRefresh } from '../../src/core/regions/refresh-vault';
import type { VaultRefresh } from '../../src/core/regions/refresh-vault';
import { applyEdits } from '../../src/core/text/text-edit';
import type { NoteIndex } from '../../src/core/vault/note-index';
import { aVault } from './a-note';

/** Path → text. */
export type Files = Readonly<Record<string, string>>;

const TITLES = ['Kafka', 'Flink', '水位线', 'a b'] as const;
const FOLDERS = ['', 'x/', 'x/y/'] as const;

/** A path of a small vault, where two notes may go by one name. */
const anyPath = fc
	.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...TITLES))
	.map(parts => `${parts.join('')}.md`);

const link = fc
	.constantFrom(
		...TITLES,
		...TITLES,
		'Kafka#^q',
		'missing',
		'x/Kafka|K',
		'./Flink',
		'/x/a b',
		'p.png',
	)
	.map(to => `[[${to}]]`);
const word = fc.constantFrom(
	'快',
	'a|b',
	'`code`',
	'**粗**',
	'%%',
	'<!--',
	'。',
	'$x$',
	'| - |',
	'见',
);
const sentence = fc.array(fc.oneof(word, link), { maxLength: 4 }).map(parts => parts.join(' '));
const relation = fc
	.tuple(fc.constantFrom('上游', 'Downstream', '替代', '邻居'), link, sentence)
	.map(([kind, to, reason]) => `- **${kind}** ${to}：${reason}`);

/** Names of regions of every kind that there is, one of a kind that nobody knows and one whose own meaning is free. */
const REGION_NAMES = [
	'backlinks',
	'backlinks:text',
	'map',
	'map:x',
	'comparison',
	'comparison:x',
	'members:x',
	'members:concept',
	'progress',
	'progress:x',
] as const;

const region = fc
	.tuple(
		fc.constantFrom(...REGION_NAMES, ...REGION_NAMES, 'weather'),
		fc.constantFrom('', '', '', ' frozen', ' hash=0123456789abcdef'),
		fc.array(fc.oneof(sentence, relation), { maxLength: 2 }),
		fc.nat(15),
	)
	.map(([name, attributes, body, broken]) =>
		[
			`<!-- stackbook:begin ${name}${attributes} -->`,
			'',
			...body,
			'',
			// One in many pairs is broken: a note with such a pair stays as it is.
			`<!-- stackbook:${broken === 0 ? 'begin' : 'end'} ${name} -->`,
		].join('\n'),
	);
const question = fc
	.tuple(fc.constantFrom(' ', 'x', '/', '-', '?'), fc.nat(99), sentence)
	.map(([status, id, words]) => `### ${words} 问？\n- [${status}] 题 · L1 ★ ^q-${id}`);
const abstract = sentence.map(text => `> [!abstract] 一句话\n> ${text}`);
const block = fc.oneof(
	sentence,
	relation,
	region,
	region,
	region,
	question,
	abstract,
	fc.constantFrom('## 关系', '## 原理', '{{title}}'),
);
const properties = fc.tuple(
	fc.constantFrom(
		'technology',
		'technology',
		'technology',
		'concept',
		'comparison',
		'home',
		'attempts',
	),
	fc.constantFrom('id: n', 'id: "{{id}}"', 'aliases: [k, kafka x]', 'tier: 1', 'tier: 2'),
	fc.constantFrom('category: x', 'category: x', 'category: y', 'verified: 2026-11-20'),
	fc.constantFrom(
		'alternatives: ["[[Kafka]]", "[[Flink]]"]',
		'alternatives: [a b]',
		'alternatives: [k, "[[Flink]]"]',
		'language: en',
		'broken: [',
	),
	sentence.map(text => `执行模型: ${JSON.stringify(text)}`),
);
const frontMatter = properties.map(
	([type, ...lines]) => `---\ntype: ${type}\n${lines.join('\n')}\n---\n`,
);

/** A note of any content: now and then with broken properties, a torn region or other line breaks. */
const roughNote = fc
	.tuple(
		fc.option(frontMatter, { nil: '', freq: 5 }),
		fc.array(block, { maxLength: 6 }),
		fc.constantFrom('\n', '\n', '\r\n'),
	)
	.map(([head, blocks, eol]) => `${head}${blocks.join('\n\n')}\n`.replaceAll('\n', eol));

const plainRelation = fc
	.tuple(
		fc.constantFrom('上游', '下游', '替代', '集成', '相关'),
		fc.constantFrom(...TITLES, 'k', 'x/Kafka'),
	)
	.map(([kind, to]) => `- **${kind}** [[${to}]]：因为`);
const plainQuestion = fc
	.tuple(fc.constantFrom(' ', 'x'), fc.nat(99), fc.constantFrom(...TITLES, 'k', 'kafka x', 'b'))
	.map(([status, id, name]) => `### 用 ${name} 吗？\n- [${status}] 题 ^q-${id}`);
const plainRegion = fc
	.constantFrom(
		'map',
		'map',
		'map:x',
		'backlinks',
		'backlinks',
		'comparison',
		'members:x',
		'progress',
	)
	.map(name => `<!-- stackbook:begin ${name} -->\n\n<!-- stackbook:end ${name} -->`);

/** A note as people write it: relations where they belong, and questions that call notes by their names. */
const tidyNote = fc
	.record({
		type: fc.constantFrom('technology', 'technology', 'concept', 'comparison'),
		category: fc.constantFrom('x', 'x', 'y'),
		alternatives: fc.subarray([...TITLES, 'k']),
		relations: fc.array(plainRelation, { maxLength: 3 }),
		questions: fc.array(plainQuestion, { maxLength: 2 }),
		regions: fc.uniqueArray(plainRegion, { maxLength: 3 }),
	})
	.map(({ type, category, alternatives, relations, questions, regions }) => {
		const named = type === 'comparison' ? `alternatives: ${JSON.stringify(alternatives)}\n` : '';
		const head = `---\ntype: ${type}\ncategory: ${category}\n${named}---\n`;
		return `${head}${['## 关系', ...relations, ...questions, ...regions].join('\n\n')}\n`;
	});

/** A note of either kind. */
const anyNote = fc.oneof(roughNote, tidyNote);

/** A vault of at most so many notes. */
export function anyVaultOf(maxKeys: number): fc.Arbitrary<Files> {
	return fc.dictionary(anyPath, anyNote, { minKeys: 1, maxKeys, noNullPrototype: true });
}

/** A vault of a few notes. */
export const anyVault = anyVaultOf(6);

/** Something that a person, an app or a sync tool does to a vault. */
export type VaultStep =
	| { readonly kind: 'write'; readonly path: string; readonly text: string }
	| {
			readonly kind:
				'delete' | 'tick' | 'alias' | 'category' | 'relation' | 'break' | 'type-in-region';
			readonly which: number;
			readonly word: string;
	  }
	| { readonly kind: 'rename'; readonly which: number; readonly path: string };

/** Any step; which note it takes is counted around the notes that are there. */
export const anyStep: fc.Arbitrary<VaultStep> = fc.oneof(
	fc.record({ kind: fc.constant('write' as const), path: anyPath, text: anyNote }),
	fc.record({
		kind: fc.constantFrom(
			'delete' as const,
			...(['tick', 'tick', 'alias', 'category', 'relation', 'break', 'type-in-region'] as const),
		),
		which: fc.nat(5),
		word: fc.oneof(sentence, relation),
	}),
	fc.record({ kind: fc.constant('rename' as const), which: fc.nat(5), path: anyPath }),
);

/** The files after a step; a rename moves the file and leaves links to the app. */
export function takeStep(files: Files, step: VaultStep): Files {
	if (step.kind === 'write') return { ...files, [step.path]: step.text };
	const paths = Object.keys(files);
	const path = paths[step.which % Math.max(1, paths.length)];
	if (path === undefined) return files;
	const { [path]: text = '', ...others } = files;
	switch (step.kind) {
		case 'delete':
			return others;
		case 'rename':
			return step.path in others ? files : { ...others, [step.path]: text };
		case 'tick':
			return { ...files, [path]: text.replace(/^- \[.\]/m, step.which % 2 ? '- [x]' : '- [/]') };
		case 'alias':
			return { ...files, [path]: text.replace(/^(type: .*)/m, '$1\naliases: [a b, k]') };
		case 'category':
			return {
				...files,
				[path]: text.replace(/^category: ./m, `category: ${'xyx'[step.which % 3] ?? ''}`),
			};
		case 'relation':
			return { ...files, [path]: `${text}\n\n## 关系\n- **替代** ${step.word}\n` };
		case 'break':
			return { ...files, [path]: breakOrMend(text) };
		case 'type-in-region':
			return {
				...files,
				[path]: text.replace(/^(<!-- stackbook:begin.*\s)/m, `$1\n${step.word}\n`),
			};
	}
}

/** Makes the properties of a note unreadable, or readable again. */
function breakOrMend(text: string): string {
	return /^broken: \[$/m.test(text)
		? text.replace(/^broken: \[$/m, 'x: 1')
		: text.replace(/^(type: .*)/m, '$1\nbroken: [');
}

/** The files after the edits of a refresh. */
export function afterRefresh(files: Files, { edits }: VaultRefresh): Files {
	const after: Record<string, string> = { ...files };
	for (const edit of edits) {
		if (edit.kind === 'change') after[edit.path] = applyEdits(files[edit.path] ?? '', edit.edits);
	}
	return after;
}

/** The files after every region was brought up to date. */
export function refreshAll(files: Files, index: NoteIndex = aVault(files)): Files {
	return afterRefresh(files, planVaultRefresh(index));
}
