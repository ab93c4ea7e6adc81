// Every relation that the documents which the vault grew from state between two things that have a note is stated in
// the notes. The documents are not here: a row names a document and a line (`000:87`) and the kinds that say the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inverseOf, RELATION_KINDS } from '../../src/core/relations/relation-kind';
import type { RelationKind } from '../../src/core/relations/relation-kind';
import { statedRelations } from '../../src/core/relations/stated-relation';
import { noteIdOf } from '../../src/core/schema/note-type';
import { ROOT } from '../support/room-table';
import { readShippedVault } from '../support/shipped-vault';

interface SourceRelation {
	readonly source: string;
	readonly from: string;
	readonly to: string;
	/** What `to` is to `from`. */
	readonly kinds: readonly RelationKind[];
}

const table = JSON.parse(
	readFileSync(join(ROOT, 'tests/vault-template/source-relations.json'), 'utf8'),
) as SourceRelation[];
const index = readShippedVault();
const idByPath = new Map(index.notes().map(note => [note.path, noteIdOf(note)]));
const stated = statedRelations(index).map(({ source, target, kind, reason }) => {
	return { from: idByPath.get(source), to: idByPath.get(target), kind, reason };
});

describe.each(table)('$source: $from → $to', ({ from, to, kinds }) => {
	test('is stated by one of the two notes, with a reason', () => {
		const found = stated.filter(
			one =>
				(one.from === from && one.to === to && kinds.includes(one.kind)) ||
				(one.from === to && one.to === from && kinds.includes(inverseOf(one.kind))),
		);
		expect(found).not.toEqual([]);
		expect(found.map(({ reason }) => reason)).not.toContain('');
	});
});

test('the table names notes and kinds that there are', () => {
	const ids = new Set(idByPath.values());
	expect(table.length).toBe(28);
	expect(table.flatMap(({ from, to }) => [from, to]).filter(id => !ids.has(id))).toEqual([]);
	expect(
		table.flatMap(({ kinds }) => kinds).filter(kind => !RELATION_KINDS.includes(kind)),
	).toEqual([]);
});
