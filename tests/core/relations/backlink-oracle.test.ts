import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listBacklinks } from '../../../src/core/relations/backlink-list';
import { aVault } from '../../support/a-note';
import { expectedBacklinks, linkingVault, writeVault } from '../../support/backlink-vaults';
import { propertyRuns } from '../../support/property-runs';
import { assertAndRecord } from '../../support/reliability';

test('backlinks are those that the notes mean, on any vault and in any order of its files', () => {
	assertAndRecord(
		'relations',
		'backlinks of a random vault, compared with an oracle',
		fc.property(linkingVault, fc.boolean(), (vault, isReversed) => {
			const files = Object.entries(writeVault(vault));
			const index = aVault(Object.fromEntries(isReversed ? files.reverse() : files));
			const found = index
				.notes()
				.map(({ path }) =>
					listBacklinks(index, path).map(
						({ source, kind, reason }) => `${source.replace('.md', '')} ${kind} ${reason}`,
					),
				);
			const expected = index.notes().map(({ title }) => expectedBacklinks(vault, title));
			expect(found).toEqual(expected);
		}),
		propertyRuns(5000),
	);
});
