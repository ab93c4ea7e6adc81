import { describe, expect, test } from '@jest/globals';
import { planUpgrade } from '../../../src/core/upgrades/plan-upgrade';
import type { UpgradePlan } from '../../../src/core/upgrades/plan-upgrade';
import type { NoteIndex } from '../../../src/core/vault/note-index';
import { applyVaultEdits } from '../../support/apply-vault-edits';
import { aVault } from '../../support/a-note';
import { readFirstRelease, readPresent, releasesUpTo } from '../../support/old-release';

const FIRST = readFirstRelease();
const PRESENT = readPresent();
const RELEASES = releasesUpTo(PRESENT);

function plan(index: NoteIndex, shipped = PRESENT, releases = RELEASES): UpgradePlan {
	const planned = planUpgrade({ index, shipped, releases, choiceFor: () => 'merge' });
	if (planned.kind !== 'planned') throw new Error(planned.kind);
	return planned;
}

describe('a vault of the first version that nobody touched', () => {
	test('becomes the present one, but for regions, which a refresh fills', () => {
		const index = aVault(FIRST);
		const planned = plan(index);
		applyVaultEdits(index, planned.edits);
		expect(planned.conflicts).toEqual([]);
		expect(planned.skipped).toEqual([]);
		const withoutRegions = (text: string): string =>
			text.replaceAll(/(<!-- stackbook:begin \S+)[^]*?(<!-- stackbook:end)/g, '$1 $2');
		for (const [path, text] of Object.entries(PRESENT)) {
			if (!path.endsWith('.md')) continue;
			const actual = (index.find(path)?.text ?? '').replace('release: 99.0.0\n', '');
			expect(withoutRegions(actual)).toBe(withoutRegions(text).replace(/^release: .*\n/m, ''));
		}
		expect(planned.from).toBe('0.1.0');
		expect(plan(index).edits).toEqual([]);
	});
});
