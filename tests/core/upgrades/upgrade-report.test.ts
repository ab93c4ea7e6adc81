import { expect, test } from '@jest/globals';
import { planUpgradeReport } from '../../../src/core/upgrades/upgrade-report';
import { aVault } from '../../support/a-note';

test.each([
	['zh', '- 没有写入：这个位置已经有别的文件：`新.md`'],
	['en', '- Not written: another file stands there: `新.md`'],
])('a report in %s is punctuated as its language is', (language, line) => {
	const index = aVault({ 'Home.md': `---\ntype: home\nformat: 1\nlanguage: ${language}\n---\n` });
	const plan = {
		...({ kind: 'planned', from: '1.0.0', to: '2.0.0' } as const),
		...{ edits: [], merged: [], kept: [], created: [], deleted: [], conflicts: [], dropped: [] },
		skipped: [{ path: '新.md', reason: 'path-taken' } as const],
	};
	const report = planUpgradeReport(index, plan, '', '2026-11-20');
	expect(report?.text.split('\n')).toContain(line);
});
