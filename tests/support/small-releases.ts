import { planUpgrade } from '../../src/core/upgrades/plan-upgrade';
import type { UpgradeChoice, UpgradePlan } from '../../src/core/upgrades/plan-upgrade';
import { makeRelease } from '../../src/core/upgrades/release';
import type { Release } from '../../src/core/upgrades/release';
import {
	compactHistory,
	readHistory,
	recordRelease,
} from '../../src/core/upgrades/release-history';
import type { HistoryRecord } from '../../src/core/upgrades/release-history';
import { applyVaultEdits } from './apply-vault-edits';
import { aVault } from './a-note';

type Files = Readonly<Record<string, string>>;

/** Releases 1.0.0, 2.0.0 … from their files; the last one is the present. */
export function makeReleases(...all: readonly Files[]): Release[] {
	let record: HistoryRecord = { releases: [], lines: {} };
	for (const [i, files] of all.slice(0, -1).entries()) {
		record = recordRelease(record, makeRelease(`${i + 1}.0.0`, files, 'lines'));
	}
	const present = all.at(-1) ?? {};
	return readHistory(compactHistory(record, present), `${all.length}.0.0`, present);
}

/** An upgrade of a reader's vault, and the vault as it leaves it. */
export interface SmallUpgrade {
	readonly plan: UpgradePlan;
	readonly after: Readonly<Record<string, string>>;
}

/** Upgrades a reader's vault to the last of some releases. */
export function upgradeVault(
	reader: Files,
	releases: readonly Files[],
	choices: Readonly<Record<string, UpgradeChoice>> = {},
): SmallUpgrade {
	const index = aVault(reader);
	const plan = planUpgrade({
		index,
		shipped: releases.at(-1) ?? {},
		releases: makeReleases(...releases),
		choiceFor: path => choices[path] ?? 'merge',
	});
	if (plan.kind !== 'planned') throw new Error(plan.kind);
	applyVaultEdits(index, plan.edits);
	const after = Object.fromEntries(index.notes().map(({ path, text }) => [path, text]));
	return { plan, after };
}
