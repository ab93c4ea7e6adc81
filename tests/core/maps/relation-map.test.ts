import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	categoryMap,
	mapOfNotes,
	MOST_NODES,
	neighbourhoodMap,
} from '../../../src/core/maps/relation-map';
import type { RelationMap } from '../../../src/core/maps/relation-map';
import { createNoteIndex } from '../../../src/core/vault/note-index';
import { aVault } from '../../support/a-note';
import { readShippedVault, shippedNotes } from '../../support/shipped-vault';

/** A technology or concept that states relations, each as `上游 Kafka`. */
function stating(relations: readonly string[] = [], properties = 'type: technology'): string {
	const items = relations.map(relation => {
		const [kind = '', target = ''] = relation.split(' ');
		return `- **${kind}** [[${target}]]：为什么`;
	});
	return ['---', properties, '---', '## 关系', ...items, ''].join('\n');
}

/** The lines of a map as `A -downstream-> B`. */
function lines({ edges }: RelationMap): string[] {
	const title = (path: string): string => path.replace(/\.md$/, '');
	return edges.map(({ from, to, kind, heads }) => {
		const [start, end] = { none: ['-', '-'], to: ['-', '->'], both: ['<-', '->'] }[heads];
		return `${title(from)} ${start}${kind}${end} ${title(to)}`;
	});
}

const titles = ({ nodes }: RelationMap): string[] => nodes.map(({ title }) => title);

describe('the map of a neighbourhood', () => {
	test('draws a relation once, whichever end states it, along the flow of the data', () => {
		const stated = [
			{ 'F.md': stating(['上游 K']), 'K.md': stating() },
			{ 'F.md': stating(), 'K.md': stating(['下游 F']) },
			{ 'F.md': stating(['上游 K']), 'K.md': stating(['下游 F']) },
		];
		for (const vault of stated) {
			expect(lines(neighbourhoodMap(aVault(vault), 'F.md'))).toEqual(['K -downstream-> F']);
		}
	});

	test('has two heads on a line where data flows both ways', () => {
		const vault = aVault({ 'F.md': stating(['上游 K', '下游 K']), 'K.md': stating(['上游 F']) });
		expect(lines(neighbourhoodMap(vault, 'K.md'))).toEqual(['F <-downstream-> K']);
	});

	test('has no head on what holds both ways anyway', () => {
		const vault = aVault({ 'B.md': stating(['替代 A']), 'A.md': stating(['替代 B']) });
		expect(lines(neighbourhoodMap(vault, 'B.md'))).toEqual(['A -alternative-to- B']);
	});

	test('leaves out a mere connection beside a line that says which', () => {
		const vault = aVault({ 'A.md': stating(['集成 B', '相关 B', '依赖 B']), 'B.md': stating() });
		expect(lines(neighbourhoodMap(vault, 'A.md'))).toEqual(['A -depends-on-> B']);
	});

	test('has no line between two neighbours, none to itself, and none to what is no technology or concept', () => {
		const vault = aVault({
			'A.md': stating(['上游 B', '上游 C', '上游 A', '相关 Plain', '上游 Nowhere']),
			'B.md': stating(['替代 C']),
			'C.md': stating(),
			'Plain.md': 'text',
			'T.md': stating(['上游 A'], 'type: technology\nid: "{{id}}"\nx: "{{title}}"'),
		});
		const map = neighbourhoodMap(vault, 'A.md');
		expect([titles(map), lines(map)]).toEqual([
			['A', 'B', 'C'],
			['B -downstream-> A', 'C -downstream-> A'],
		]);
	});

	test('shows a technology the concepts that it depends on, not those that it is merely related to', () => {
		const vault = aVault({
			'A.md': stating(['依赖 State', '相关 Window']),
			'State.md': stating([], 'type: concept'),
			'Window.md': stating([], 'type: concept'),
		});
		expect(titles(neighbourhoodMap(vault, 'A.md'))).toEqual(['A', 'State']);
		expect(titles(neighbourhoodMap(vault, 'Window.md'))).toEqual(['Window', 'A']);
	});

	test('takes the lowest tier first, then who states most, then the title, and counts the rest', () => {
		const others = Object.fromEntries(
			Array.from({ length: 14 }, (_, i) => [
				`N${String(i).padStart(2, '0')}.md`,
				stating(
					i === 7 ? ['上游 A', '上游 N01'] : ['上游 A'],
					`type: technology\ntier: ${i === 13 ? 1 : 2}`,
				),
			]),
		);
		const map = neighbourhoodMap(aVault({ ...others, 'A.md': stating() }), 'A.md');
		expect(titles(map).slice(0, 5)).toEqual(['A', 'N13', 'N07', 'N00', 'N01']);
		expect([map.nodes.length, map.leftOut, map.edges.length]).toEqual([MOST_NODES, 3, 11]);
	});

	test('is empty for a note without relations, for one of another kind, and for none', () => {
		const vault = aVault({ 'A.md': stating(), 'P.md': '## 关系\n- **上游** [[A]]：x' });
		for (const path of ['A.md', 'P.md', 'none.md']) {
			expect(neighbourhoodMap(vault, path).nodes).toEqual([]);
		}
	});
});

describe('the map of a category', () => {
	const inCategory = (name: string): string => `type: technology\ncategory: ${name}`;

	test('shows the members, then those of other categories that they have to do with', () => {
		const vault = aVault({
			'Z.md': stating(['上游 Queue', '替代 Y'], inCategory('engines')),
			'Y.md': stating([], inCategory('engines')),
			'Queue.md': stating(['上游 Far'], inCategory('queues')),
			'Far.md': stating([], inCategory('queues')),
			'Idea.md': stating(['相关 Z'], 'type: concept'),
		});
		const map = categoryMap(vault, 'engines');
		expect([titles(map), lines(map)]).toEqual([['Z', 'Y', 'Queue'], ['Queue -downstream-> Z']]);
	});

	test('draws alternatives where there is nothing else to draw', () => {
		const vault = aVault({
			'Z.md': stating(['替代 Y'], inCategory('engines')),
			'Y.md': stating([], inCategory('engines')),
		});
		expect(lines(categoryMap(vault, 'engines'))).toEqual(['Y -alternative-to- Z']);
		expect(categoryMap(vault, 'no-such').nodes).toEqual([]);
	});
});

test('the map of some notes has these and nobody else', () => {
	const vault = aVault({
		'A.md': stating(['替代 B', '上游 C']),
		'B.md': stating(),
		'C.md': stating(),
	});
	const notes = vault.notes().filter(({ title }) => title !== 'C');
	expect(lines(mapOfNotes(vault, notes))).toEqual(['A -alternative-to- B']);
});

test('the order of files makes no difference', () => {
	const shipped = readShippedVault().notes();
	const expected = JSON.stringify(neighbourhoodMap(readShippedVault(), '技术/流计算/Flink.md'));
	fc.assert(
		fc.property(fc.shuffledSubarray([...shipped], { minLength: shipped.length }), notes => {
			const index = createNoteIndex(notes);
			expect(JSON.stringify(neighbourhoodMap(index, '技术/流计算/Flink.md'))).toBe(expected);
		}),
		{ numRuns: 5, seed: 4 },
	);
});

test('no map of the shipped vault has more than 12 nodes', () => {
	const index = readShippedVault();
	for (const note of shippedNotes(index)) {
		expect(neighbourhoodMap(index, note.path).nodes.length).toBeLessThanOrEqual(MOST_NODES);
	}
});
