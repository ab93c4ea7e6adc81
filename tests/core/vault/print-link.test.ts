import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseWikilinkTarget } from '../../../src/core/markdown/scan-links';
import { printLink } from '../../../src/core/vault/print-link';
import { aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';

describe('printLink', () => {
	const index = aVault({ 'Kafka.md': '', 'a/Flink.md': '', 'b/Flink.md': '', 'c/d/Paimon.md': '' });

	test('writes the title where that is enough', () => {
		expect(printLink(index, 'c/d/Paimon.md', 'Kafka.md')).toBe('[[Paimon]]');
		expect(printLink(index, 'Kafka.md', 'a/Flink.md')).toBe('[[Kafka]]');
	});

	test('writes the path under the title where others have that title too', () => {
		expect(printLink(index, 'a/Flink.md', 'Kafka.md')).toBe('[[a/Flink|Flink]]');
		expect(printLink(index, 'b/Flink.md', 'b/x.md')).toBe('[[b/Flink|Flink]]');
	});

	test('leads back to the note that it was printed for, from everywhere', () => {
		const name = fc.constantFrom('a', 'b', '流', 'x.md', 'a.b');
		const folder = fc.constantFrom('', 'a/', 'b/', 'a/b/', 'b/a/b/');
		const path = fc.tuple(folder, name).map(([parent, title]) => `${parent}${title}.md`);
		fc.assert(
			fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 10 }), path, (paths, from) => {
				const vault = aVault(Object.fromEntries(paths.map(found => [found, ''])));
				for (const to of paths) {
					const { target } = parseWikilinkTarget(printLink(vault, to, from).slice(2, -2));
					expect(vault.resolve(target, from)).toEqual({ kind: 'found', path: to });
				}
			}),
			{ numRuns: propertyRuns(300) },
		);
	});
});
