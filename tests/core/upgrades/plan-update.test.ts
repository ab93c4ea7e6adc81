import { expect, test } from '@jest/globals';
import { planUpdate, planUpdateInSteps } from '../../../src/core/upgrades/plan-update';
import { prepareShipped } from '../../../src/core/upgrades/release';
import { aVault } from '../../support/a-note';
import { readFirstRelease, readPresent, releasesUpTo } from '../../support/old-release';

test('an update in steps is the one in one go, with a step for each note, and a note that changes meanwhile counts as it was', () => {
	const first = readFirstRelease();
	const shipped = readPresent();
	const notes = Object.keys(shipped).filter(path => path.endsWith('.md'));
	expect([...prepareShipped(shipped)]).toHaveLength(notes.length);
	const index = aVault(first);
	const request = {
		index,
		shipped,
		releases: releasesUpTo(shipped),
		choiceFor: () => 'merge' as const,
		textOf: () => undefined,
		otherFiles: [],
		date: '2026-11-20',
	};
	const whole = planUpdate(request);
	const steps = planUpdateInSteps(request);
	let count = 0;
	let step = steps.next();
	for (; !step.done; step = steps.next()) {
		count++;
		index.remove('首页.md');
	}
	expect(step.value).toEqual(whole);
	expect(count).toBeGreaterThan(3 * notes.length);
});
