import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkVault, countSeverities } from '../../../src/core/checks/check-vault';
import { planRepairs } from '../../../src/core/fixes/repair-vault';
import { planVaultRefresh } from '../../../src/core/regions/refresh-vault';
import { aVault } from '../../support/a-note';
import { applyVaultEdits } from '../../support/apply-vault-edits';
import { propertyRuns } from '../../support/property-runs';

describe('a vault of strangers', () => {
	const scrap = fc.constantFrom(
		...[
			'---',
			'...',
			'- [ ] a ^b',
			'- [é] ^',
			'> [!answer]-',
			'> **要点**',
			'> - a → b',
			'## ？',
			'#',
		],
		...[
			'###### 原理',
			'```',
			'~~~',
			'$$',
			'%%',
			'<!--',
			'-->',
			'| a | [[b\\|c]] |',
			'[[',
			']]',
			'[[#^]]',
		],
		...[
			'[[../../x]]',
			'![[p.png|100]]',
			'[a](%E0%A4%A)',
			'[a](<b c.md>)',
			'a: [',
			'{{id}}',
			'<% tp %>',
		],
		...[
			'type: comparison',
			'type: technology',
			'tag: x',
			'aliases: x, y',
			'up: [[b]], [[a]]',
			'up: [[b]]',
			'- [ ] 甲 · L2 ★',
			'## 为什么？',
			'<!--stackbook:begin backlinks-->',
			'<!-- stackbook:begin backlinks -->',
			'<!-- stackbook:end backlinks -->',
			'<!-- stackbook:begin backlinks hash=0',
			'alternatives: [[x]]',
			'aliases: {a: b}',
			'id: *x',
			'__proto__: 1',
			'\t- x',
		],
		...[
			'## 关系',
			'- **上游** [[b]]',
			'- **上游**',
			'<!-- stackbook:begin members:x -->',
			'\ufeff',
			'\u2028',
		],
		...[
			'<!-- stackbook:end members:x -->',
			'<!-- stackbook:begin comparison frozen -->',
			'#标签',
			'\ud800',
		],
	);
	const text = fc
		.array(fc.oneof(scrap, scrap, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 25 })
		.chain(lines => fc.constantFrom('\n', '\r\n', '\r').map(eol => lines.join(eol)));
	const name = fc.constantFrom(
		'a.md',
		'b.md',
		'x/b.md',
		'constructor.md',
		'__proto__/a.md',
		'é.md',
	);

	test('is repaired without an exception, without a new error, and a second time in vain', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(name, text), { maxLength: 4 }), entries => {
				const index = aVault(Object.fromEntries(entries));
				const before = countSeverities(checkVault(index));
				const { edits, left } = planRepairs(index);
				expect(countSeverities(left).error).toBeLessThanOrEqual(before.error);
				applyVaultEdits(index, edits);
				expect(checkVault(index)).toEqual(left);
				expect(planRepairs(index).edits).toEqual([]);
			}),
			{ numRuns: propertyRuns(500) },
		);
	});

	test('is checked and refreshed without an exception', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(name, text), { maxLength: 4 }), entries => {
				const index = aVault(Object.fromEntries(entries));
				for (const { line, path } of checkVault(index)) {
					expect(line).toBeGreaterThan(0);
					expect(index.find(path)).toBeDefined();
				}
				planVaultRefresh(index);
			}),
			{ numRuns: propertyRuns(200, 3000) },
		);
	});
});
