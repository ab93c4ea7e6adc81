import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listRelationConflicts } from '../../../src/core/relations/relation-conflict';
import { aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';

/** `A 整体 B` → a vault in which A says so in its list. */
function conflicts(...statements: string[]): string[] {
	const files: Record<string, string> = { 'A.md': '', 'B.md': '', 'C.md': '', 'D.md': '' };
	for (const statement of statements) {
		const [source = '', word = '', target = ''] = statement.split(' ');
		const path = `${source}.md`;
		files[path] = `${files[path] || '## 关系'}\n- **${word}** [[${target}]]：因为`;
	}
	return listRelationConflicts(aVault(files)).map(conflict => {
		const { source, line } = conflict.stated;
		const place = `${source}:${line} ${conflict.kind}`;
		if (conflict.kind === 'cycle') return `${place} ${conflict.along} ${conflict.chain.join(' ')}`;
		return conflict.kind === 'to-itself'
			? place
			: `${place} ${conflict.other.source}:${conflict.other.line}`;
	});
}

describe('a cycle', () => {
	test.each([
		['of two notes', ['A 基于 B', 'B 基于 A'], 'A.md:2 cycle based-on A.md B.md A.md'],
		['of three', ['A 整体 B', 'B 整体 C', 'C 整体 A'], 'A.md:2 cycle part-of A.md B.md C.md A.md'],
		['told from the other end', ['B 部分 A', 'A 部分 B'], 'B.md:2 cycle part-of A.md B.md A.md'],
		[
			'told from both ends',
			['A 被取代 B', 'C 取代 B', 'C 被取代 A'],
			'A.md:2 cycle replaced-by A.md B.md C.md A.md',
		],
	])('%s is found once, with its chain', (_, statements, expected) => {
		expect(conflicts(...statements)).toEqual([expected]);
	});

	test('is told by its shortest chain where several cross', () => {
		expect(conflicts('A 基于 B', 'B 基于 C', 'C 基于 D', 'D 基于 A', 'B 基于 A')).toEqual([
			'A.md:2 cycle based-on A.md B.md A.md',
		]);
	});

	test('is found apart for each tangle', () => {
		expect(conflicts('A 基于 B', 'B 基于 A', 'C 基于 D', 'D 基于 C')).toHaveLength(2);
	});

	test.each([
		['upstream and downstream of the same note', ['A 上游 B', 'A 下游 B']],
		['upstream both ways', ['A 上游 B', 'B 上游 A']],
		['both dependent on each other', ['A 依赖 B', 'B 依赖 A']],
		['the same told from both ends', ['A 整体 B', 'B 部分 A']],
		['two kinds that run against each other', ['A 整体 B', 'B 基于 A']],
		['a diamond', ['A 基于 B', 'A 基于 C', 'B 基于 D', 'C 基于 D']],
	])('is none for %s', (_, statements) => {
		expect(conflicts(...statements)).toEqual([]);
	});
});

describe('a contradiction', () => {
	test.each([
		['part and whole at once', ['A 整体 B', 'A 部分 B'], 'A.md:3 contradiction A.md:2'],
		['replaced and replacing at once', ['A 取代 B', 'A 被取代 B'], 'A.md:3 contradiction A.md:2'],
		['an alternative to its whole', ['A 替代 B', 'A 整体 B'], 'A.md:2 contradiction A.md:3'],
		['an alternative to its base', ['A 基于 B', 'B 替代 A'], 'B.md:2 contradiction A.md:2'],
	])('is found once: %s', (_, statements, expected) => {
		expect(conflicts(...statements)).toEqual([expected]);
	});

	test.each([
		['an alternative that replaces', ['A 替代 B', 'A 取代 B']],
		['an alternative and a part of different notes', ['A 替代 B', 'A 整体 C']],
	])('is none: %s', (_, statements) => {
		expect(conflicts(...statements)).toEqual([]);
	});
});

test('a list that says the same twice is told, a field or a property that repeats it is not', () => {
	expect(conflicts('A 上游 B', 'A 上游 B')).toEqual(['A.md:3 twice A.md:2']);
	const text = '---\n上游: "[[B]]"\n---\n## 关系\n- **上游** [[B]]：因为\n\n上游:: [[B]]';
	expect(listRelationConflicts(aVault({ 'A.md': text, 'B.md': '' }))).toEqual([]);
});

test('a relation to the note itself is told, by name and by heading', () => {
	expect(conflicts('A 上游 A')).toEqual(['A.md:2 to-itself']);
	expect(conflicts('A 上游 #x')).toEqual(['A.md:2 to-itself']);
});

test('templates, and links to no note, state nothing', () => {
	const template = '---\nid: "{{id}}"\n---\n{{title}}\n基于:: [[B]]';
	const files = { 'A.md': template, 'B.md': '基于:: [[A]]\n基于:: [[无]]' };
	expect(listRelationConflicts(aVault(files))).toEqual([]);
});

test('a chain of ten thousand notes is followed to its end', () => {
	const files: Record<string, string> = {};
	for (let i = 0; i < 10_000; i++) files[`${i}.md`] = `基于:: [[${(i + 1) % 10_000}]]`;
	const [found, ...others] = listRelationConflicts(aVault(files));
	expect(others).toEqual([]);
	expect(found?.kind === 'cycle' && found.chain.length).toBe(10_001);
});

test('a cycle is found exactly where a note reaches itself', () => {
	const pairs = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), { maxLength: 12 });
	fc.assert(
		fc.property(pairs, all => {
			const arrows = all.filter(([from, to]) => from !== to);
			const files = Object.fromEntries(
				[0, 1, 2, 3, 4, 5].map(node => [
					`${node}.md`,
					arrows
						.filter(([from]) => from === node)
						.map(([, to]) => `基于:: [[${to}]]`)
						.join('\n'),
				]),
			);
			const reaches = (from: number, seen: Set<number>): Set<number> => {
				for (const [, to] of arrows.filter(([start]) => start === from)) {
					if (!seen.has(to)) reaches(to, seen.add(to));
				}
				return seen;
			};
			const isCyclic = [0, 1, 2, 3, 4, 5].some(node => reaches(node, new Set()).has(node));
			expect(listRelationConflicts(aVault(files)).length > 0).toBe(isCyclic);
		}),
		{ numRuns: propertyRuns(500) },
	);
});
