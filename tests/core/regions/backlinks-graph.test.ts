// What a backlinks region does to the graph that Obsidian draws, and that it comes to rest.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { collectArrows, pairsOf, withTextBacklinks } from '../../../scripts/link-counts.mjs';
import * as core from '../../../src/core/index';
import { aVault } from '../../support/a-note';
import { applyVaultEdits } from '../../support/apply-vault-edits';
import { linkingVault, writeVault } from '../../support/backlink-vaults';
import { propertyRuns } from '../../support/property-runs';
import { readShippedVault } from '../../support/shipped-vault';

type Files = Readonly<Record<string, string>>;

/** Questions beside the links, so that regions list questions of notes that are linked and of notes that are not. */
const QUESTIONS = '### bb、cc 与甲文 有什么不同？\n- [ ] 题 ^q-';

function refreshed(files: Files): Files {
	const index = aVault(files);
	applyVaultEdits(index, core.planVaultRefresh(index).edits);
	return Object.fromEntries(index.notes().map(({ path, text }) => [path, text]));
}

function withQuestions(files: Files): Files {
	return Object.fromEntries(
		Object.entries(files).map(([path, text], i) => [
			path,
			text.replace('## 正文', `## 原理\n${QUESTIONS}${i}\n## 正文`),
		]),
	);
}

test('a region adds no pair to the graph, its other form not even an arrow', () => {
	let regions = 0;
	fc.assert(
		fc.property(linkingVault, vault => {
			const files = refreshed(withQuestions(writeVault(vault)));
			const { written, byRegion } = collectArrows(core, files);
			const added = [...(byRegion.get('backlinks') ?? [])];
			regions += added.length;
			expect(pairsOf([...written, ...added])).toEqual(pairsOf(written));
			const asText = collectArrows(core, withTextBacklinks(core, files));
			expect([...(asText.byRegion.get('backlinks') ?? [])]).toEqual([]);
		}),
		{ numRuns: propertyRuns(150, 2000) },
	);
	expect(regions).toBeGreaterThan(300);
});

test('the regions of the shipped notes add no pair either', () => {
	const files = Object.fromEntries(
		readShippedVault()
			.notes()
			.map(({ path, text }) => [path, text]),
	);
	const { written, byRegion } = collectArrows(core, files);
	const added = [...(byRegion.get('backlinks') ?? [])];
	expect(added.length).toBeGreaterThan(300);
	expect(pairsOf([...written, ...added]).size).toBe(pairsOf(written).size);
});

test('a second refresh changes nothing, and the order of files makes no difference', () => {
	fc.assert(
		fc.property(linkingVault, vault => {
			const files = withQuestions(writeVault(vault));
			const once = refreshed(files);
			expect(refreshed(once)).toEqual(once);
			expect(refreshed(Object.fromEntries(Object.entries(files).reverse()))).toEqual(once);
		}),
		{ numRuns: propertyRuns(200, 3000) },
	);
});
