import fc from 'fast-check';
import { inverseOf } from '../../src/core/relations/relation-kind';
import type { RelationKind } from '../../src/core/relations/relation-kind';

/** A line of a note that links, or only seems to. */
interface LinkingLine {
	readonly form: 'item' | 'field' | 'bracket' | 'mention' | 'code' | 'property' | 'region';
	readonly word: string;
	readonly target: string;
	readonly reason: string;
}

/** The links of one note, before they are written. */
type LinkingNote = readonly LinkingLine[];

const WORDS: Readonly<Record<string, RelationKind>> = {
	上游: 'upstream',
	'Based on': 'based-on',
	part_of: 'part-of',
	相关: 'related-to',
};
const NAMES = ['甲文', 'bb', 'cc'];

const line: fc.Arbitrary<LinkingLine> = fc.record({
	form: fc.constantFrom('item', 'field', 'bracket', 'mention', 'code', 'property', 'region'),
	word: fc.constantFrom(...Object.keys(WORDS)),
	target: fc.constantFrom(...NAMES),
	reason: fc.constantFrom('', '因为快'),
});

/** A few notes that link to each other in every way. */
export const linkingVault: fc.Arbitrary<readonly LinkingNote[]> = fc.array(
	fc.array(line, { maxLength: 4 }),
	{ minLength: 2, maxLength: NAMES.length },
);

const REGION = ['<!-- stackbook:begin backlinks -->', '', '<!-- stackbook:end backlinks -->'];
const WRITTEN = {
	property: ({ word, target }: LinkingLine) => `${word}: "[[${target}]]"`,
	item: ({ word, target, reason }: LinkingLine) => `- **${word}** [[${target}]]：${reason}`,
	field: ({ word, target, reason }: LinkingLine) => `${word}:: [[${target}]] ${reason}`,
	bracket: ({ word, target, reason }: LinkingLine) => `见 (${word}:: [[${target}]] ${reason}) 一节`,
	mention: ({ target, reason }: LinkingLine) => `先。读 [[${target}]]${reason}。后。`,
	code: ({ target }: LinkingLine) => `\`[[${target}]]\``,
	region: ({ target }: LinkingLine) => `- [[${target}]]`,
};

/** The order in which forms stand in a note; one property of each name. */
function inOrder(note: LinkingNote): LinkingLine[] {
	const of = (...forms: LinkingLine['form'][]): LinkingLine[] =>
		note.filter(({ form }) => forms.includes(form));
	const properties = new Map(of('property').map(one => [one.word, one]));
	return [...properties.values(), ...of('item'), ...of('field', 'bracket', 'mention', 'code')];
}

/** The notes as they stand in files: properties, relations, text, and a region that may list anything. */
export function writeVault(vault: readonly LinkingNote[]): Record<string, string> {
	return Object.fromEntries(
		vault.map((note, i) => {
			const lines = inOrder(note);
			const write = (...forms: LinkingLine['form'][]): string[] =>
				lines.filter(({ form }) => forms.includes(form)).map(one => WRITTEN[one.form](one));
			const listed = note.filter(({ form }) => form === 'region').map(WRITTEN.region);
			const [begin = '', blank = '', end = ''] = REGION;
			const properties = write('property');
			const head = properties.length > 0 ? ['---', ...properties, '---'] : [];
			const text = [...head, '## 关系', ...write('item'), '## 正文'];
			const body = write('field', 'bracket', 'mention', 'code').flatMap(one => [one, '']);
			return [
				`${NAMES[i]}.md`,
				[...text, ...body, begin, blank, ...listed, blank, end, ''].join('\n'),
			];
		}),
	);
}

/** Who links to a note, told from what was meant and not from what was written: the oracle. */
export function expectedBacklinks(vault: readonly LinkingNote[], to: string): string[] {
	return [...vault.entries()]
		.map(([i, note]) => ({ source: NAMES[i] ?? '', links: inOrder(note) }))
		.filter(({ source }) => source !== to)
		.sort((a, b) => (a.source < b.source ? -1 : 1))
		.flatMap(({ source, links }) => {
			const here = links.filter(({ form, target }) => target === to && form !== 'code');
			const related = here.filter(({ form }) => form !== 'mention');
			const [mention] = here;
			return related.length > 0
				? related.map(({ form, word, reason }) => {
						const kind = WORDS[word] ?? 'related-to';
						return `${source} ${inverseOf(kind)} ${form === 'property' ? '' : reason}`;
					})
				: mention
					? [`${source} mention 读 ${to}${mention.reason}。`]
					: [];
		});
}
