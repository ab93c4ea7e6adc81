import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canvasInFolder } from '../../../src/core/maps/canvas';
import { planCanvas, stackCanvasPath } from '../../../src/core/maps/plan-canvas';
import { notesOfType } from '../../../src/core/schema/note-type';
import { parseNote } from '../../../src/core/vault/note';
import { createNoteIndex } from '../../../src/core/vault/note-index';
import type { NoteIndex } from '../../../src/core/vault/note-index';
import { aVault } from '../../support/a-note';
import { canvasFaults, overlaps } from '../../support/check-canvas';
import type { AnyCanvas } from '../../support/check-canvas';
import { readShippedFile, readShippedVault } from '../../support/shipped-vault';

const NAME = '技术全景.canvas';

function drawn(index: NoteIndex): string {
	const plan = planCanvas(index);
	if (plan.kind !== 'write') throw new Error(plan.kind);
	return plan.text;
}

function read(text: string): AnyCanvas {
	return JSON.parse(text) as AnyCanvas;
}

/** A technology note. */
function technology(id: string, category = 'c', relations = ''): string {
	return `---\ntype: technology\nid: ${id}\ncategory: ${category}\n---\n## 关系\n${relations}\n`;
}

const FILES = {
	'首页.md': '---\ntype: home\nlanguage: zh\n---\n',
	'A.md': technology('a', 'stream-processing', '- **上游** [[B]]：x\n- **替代** [[C]]：x'),
	'B.md': technology('b', 'message-queue'),
	'C.md': technology('c', 'stream-processing', '- **上游** [[B]]：x\n- **下游** [[B]]：x'),
	'I.md': '---\ntype: concept\nid: i\n---\n## 关系\n- **相关** [[A]]：x\n',
};

describe('the canvas of the stack', () => {
	test('has a card for each technology in the frame of its category, and a line for each relation', () => {
		const { nodes, edges } = read(drawn(aVault(FILES)));
		expect(nodes.map(({ id, type }) => `${String(type)} ${String(id)}`)).toEqual([
			'text stackbook-legend',
			'group category-stream-processing',
			'file note-a',
			'file note-c',
			'group category-message-queue',
			'file note-b',
		]);
		expect(edges.map(({ id, label }) => `${String(id)} ${String(label)}`)).toEqual([
			'alternative-to:note-a:note-c 替代',
			'downstream:note-b:note-a 下游',
			'downstream:note-b:note-c 下游 / 上游',
		]);
	});

	test('keeps to the specification, and no card lies on another, for any stack', () => {
		const anyStack = fc.array(
			fc.record({
				category: fc.constantFrom('', 'stream-processing', 'x', 'y', 'z"\\', '流'),
				id: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
				targets: fc.array(fc.nat(14), { maxLength: 4 }),
				kind: fc.constantFrom('上游', '替代', '集成', '被取代', '部分'),
			}),
			{ maxLength: 15 },
		);
		fc.assert(
			fc.property(anyStack, stack => {
				const notes = stack.map(({ category, id, targets, kind }, at) => {
					const properties = [
						'type: technology',
						...(id === undefined ? [] : [`id: ${id}`]),
						...(category === '' ? [] : [`category: ${JSON.stringify(category)}`]),
					];
					const relations = targets.map(target => `- **${kind}** [[N${target}]]：x`);
					const text = ['---', ...properties, '---', '## 关系', ...relations, ''].join('\n');
					return parseNote(`N${at}.md`, text);
				});
				const text = drawn(createNoteIndex(notes));
				const canvas = read(text);
				expect([canvasFaults(canvas), overlaps(canvas)]).toEqual([[], []]);
				expect(drawn(createNoteIndex([...notes].reverse()))).toBe(text);
				expect(planCanvas(createNoteIndex(notes), text)).toEqual({ kind: 'unchanged' });
			}),
			{ numRuns: 200, seed: 4 },
		);
	});

	test('ships as it is drawn, with every technology', () => {
		const index = readShippedVault();
		const text = readShippedFile(NAME);
		expect(drawn(index)).toBe(text);
		expect(canvasFaults(read(text))).toEqual([]);
		expect(read(text).nodes.filter(({ type }) => type === 'file')).toHaveLength(
			notesOfType(index, 'technology').length,
		);
	});

	test('stands beside the home note, else in the folder', () => {
		expect(stackCanvasPath(aVault({ 'S/首页.md': '---\ntype: home\n---\n' }), '')).toBe(
			`S/${NAME}`,
		);
		expect(stackCanvasPath(aVault({}), 'F')).toBe(`F/${NAME}`);
		expect(stackCanvasPath(aVault({ 'H.md': '---\ntype: home\nlanguage: en\n---\n' }), '')).toBe(
			'The stack.canvas',
		);
	});

	test('in another folder is the one that is drawn there', () => {
		const moved = Object.fromEntries(
			Object.entries(FILES).map(([path, text]) => [`资料 "x"/${path}`, text]),
		);
		expect(canvasInFolder(drawn(aVault(FILES)), '资料 "x"')).toBe(drawn(aVault(moved)));
		expect(canvasInFolder(drawn(aVault(FILES)), '')).toBe(drawn(aVault(FILES)));
	});

	test('the checks find what is wrong', () => {
		const card = { id: 'a', type: 'file', file: 'A.md', x: 0, y: 0, width: 9, height: 9 };
		const edge = { id: 'e', fromNode: 'a', toNode: 'a', fromSide: 'left' };
		expect(canvasFaults({ nodes: [card], edges: [edge] })).toEqual([]);
		const faults = [
			{ nodes: [card, card], edges: [] },
			{ nodes: [{ ...card, x: 0.5 }], edges: [] },
			{ nodes: [{ ...card, color: '7' }], edges: [] },
			{ nodes: [{ ...card, type: 'note' }], edges: [] },
			{ nodes: [{ ...card, file: undefined }], edges: [] },
			{ nodes: [card], edges: [{ ...edge, toNode: 'b' }] },
			{ nodes: [card], edges: [{ ...edge, fromSide: 'middle' }] },
		].map(canvas => canvasFaults(canvas).length);
		expect(faults).toEqual([1, 1, 1, 1, 1, 1, 1]);
		expect(overlaps({ nodes: [card, { ...card, id: 'b', x: 8 }], edges: [] })).toEqual(['a b']);
	});
});

describe('a canvas that stands', () => {
	const text = drawn(aVault(FILES));
	const changed = aVault({ ...FILES, 'D.md': technology('d') });

	/** The canvas after somebody did something to it in the app, which lays out the JSON anew. */
	function edited(
		change: (canvas: { nodes: Record<string, unknown>[]; edges: unknown[] }) => void,
	): string {
		const canvas = JSON.parse(text) as Parameters<typeof change>[0];
		change(canvas);
		return JSON.stringify(canvas);
	}

	test('is written anew when the notes have changed', () => {
		expect(planCanvas(changed, text)).toEqual({ kind: 'write', text: drawn(changed) });
	});

	test('is not written for another layout of the same JSON', () => {
		const other = edited(({ nodes }) => nodes.reverse());
		expect(planCanvas(aVault(FILES), other)).toEqual({ kind: 'unchanged' });
		expect(planCanvas(changed, other).kind).toBe('write');
	});

	test.each([
		['moved a card', (node: Record<string, unknown>) => (node['x'] = 7)],
		['gave a card a colour', (node: Record<string, unknown>) => (node['color'] = '2')],
		['chose another note for a card', (node: Record<string, unknown>) => (node['file'] = 'B.md')],
	])('is left alone once a reader %s', (_, change) => {
		const theirs = edited(({ nodes }) => {
			const card = nodes.find(({ id }) => id === 'note-a');
			if (card) change(card);
		});
		expect(planCanvas(changed, theirs)).toEqual({ kind: 'refused', reason: 'edited-canvas' });
	});

	test('is left alone once a reader added a card or a line, or wrote into the legend', () => {
		const card = { id: 'mine', type: 'text', text: 'x', x: 0, y: 0, width: 1, height: 1 };
		for (const theirs of [
			edited(({ nodes }) => nodes.push(card)),
			edited(({ edges }) => edges.pop()),
			text.replace('# 技术全景', '# 我的全景'),
			text.slice(0, -3),
		]) {
			expect(planCanvas(changed, theirs)).toEqual({ kind: 'refused', reason: 'edited-canvas' });
		}
	});

	test('follows a note to its new name, with the path that the app put in or without', () => {
		const { 'A.md': a, ...others } = FILES;
		const renamed = aVault({ ...others, 'x/Alpha.md': a });
		const byApp = text.replace('"file":"A.md"', '"file":"x/Alpha.md"');
		for (const before of [text, byApp]) {
			const plan = planCanvas(renamed, before);
			expect(plan).toEqual({ kind: 'write', text: drawn(renamed) });
		}
	});

	test('is nobody else’s to write in without its legend, or when it never had one', () => {
		const adopted = edited(({ nodes }) => nodes.shift());
		for (const theirs of [adopted, '{"nodes":[],"edges":[]}', '{}', '', 'no JSON', '[]', 'null']) {
			expect(planCanvas(changed, theirs)).toEqual({ kind: 'foreign' });
		}
	});

	test('keeps the card of a note that cannot be read', () => {
		const broken = aVault({ ...FILES, 'A.md': '---\ntype: [technology\n---\n' });
		const unread = createNoteIndex(
			[...aVault(FILES).notes()].filter(({ path }) => path !== 'A.md'),
			['A.md'],
		);
		for (const index of [broken, unread]) {
			expect(planCanvas(index, text)).toEqual({
				kind: 'refused',
				reason: 'unreadable-source',
				source: 'A.md',
			});
		}
	});

	test('loses the card of a note that was deleted', () => {
		const { 'A.md': _, ...others } = FILES;
		expect(planCanvas(aVault(others), text).kind).toBe('write');
	});
});
