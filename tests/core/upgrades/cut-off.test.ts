import { expect, test } from '@jest/globals';
import { planUpdate } from '../../../src/core/upgrades/plan-update';
import type { UpdatePlan } from '../../../src/core/upgrades/plan-update';
import { aVault } from '../../support/a-note';
import { readFirstRelease, readPresent, releasesUpTo } from '../../support/old-release';
import { isDeepRun } from '../../support/property-runs';
import { recordReliability } from '../../support/reliability';

type Files = Readonly<Record<string, string>>;

const present = readPresent();
const releases = releasesUpTo(present);

function plan(files: Files): UpdatePlan {
	const planned = planUpdate({
		index: aVault(files),
		shipped: present,
		releases,
		choiceFor: () => 'merge',
		textOf: path => (path.endsWith('.md') ? undefined : files[path]),
		otherFiles: Object.keys(files).filter(path => !path.endsWith('.md')),
		date: '2026-11-20',
	});
	if (planned.kind !== 'planned') throw new Error(planned.kind);
	return planned;
}

function write(files: Files, changes: UpdatePlan['changes']): Files {
	return {
		...files,
		...Object.fromEntries(changes.map(({ path, after }) => [path, after])),
	};
}

test('an update that was cut off between any two of its files comes to the same end in the next one', () => {
	// Every day a part of the first release; what it lacks counts as deleted.
	const isTried = (path: string): boolean => isDeepRun || /(?:^首页|流计算\/.*)\.md$/.test(path);
	const first = Object.entries(readFirstRelease()).filter(([path]) => isTried(path));
	const start = Object.fromEntries(first);
	const { changes } = plan(start);
	const clean = write(start, changes);
	const others = changes.flatMap((_, count) => {
		const cut = write(start, changes.slice(0, count));
		const end = write(cut, plan(cut).changes);
		const paths = [...new Set([...Object.keys(end), ...Object.keys(clean)])];
		return paths.filter(path => end[path] !== clean[path]).map(path => `${count}: ${path}`);
	});
	recordReliability('upgrade', {
		what: 'an update that ends between two of its files, and the next one',
		count: changes.length,
		losses: others.length,
	});
	expect(changes.length).toBeGreaterThan(5);
	expect(others).toEqual([]);
}, 600_000);
