import { describe, expect, test } from '@jest/globals';
import { basePaths, planBase, signBase } from '../../../src/core/maps/plan-base';
import { notesOfType } from '../../../src/core/schema/note-type';
import { aVault } from '../../support/a-note';
import { readShippedFile, readShippedVault, SHIPPED_PATHS } from '../../support/shipped-vault';

const comparison = (...criteria: string[]): string =>
	`---\ntype: comparison\ncategory: mq\nalternatives: []\ncriteria: ${JSON.stringify(criteria)}\n---\n`;
const base = (...columns: string[]): string =>
	[
		'filters:\n  and:\n    - type == "technology"\n    - category == "mq"',
		'views:\n  - type: table\n    name: 表格\n    order:\n      - file.name\n      - status',
		...columns.map(column => `      - ${column}`),
		'    sort:\n      - property: tier\n        direction: ASC\n',
	].join('\n');
const vault = (...criteria: string[]) =>
	aVault({ 'c.md': comparison(...criteria), 'b/x.base': '', 'a.base': '', 'p.png': '' });

describe('the base of a category', () => {
	test('gets the columns of the criteria of its comparison note, in their order', () => {
		const plan = planBase(
			vault('顺序性', '存储模型', '丢不丢'),
			signBase(base('存储模型', '旧的')),
		);
		expect(plan).toEqual({
			kind: 'write',
			text: signBase(base('顺序性', '存储模型', '丢不丢')),
		});
	});

	test('is right after that', () => {
		expect(planBase(vault('顺序性'), signBase(base('顺序性')))).toEqual({ kind: 'unchanged' });
		const crlf = signBase(base('顺序性')).replaceAll('\n', '\r\n');
		expect(planBase(vault('顺序性'), crlf)).toEqual({ kind: 'unchanged' });
		const written = planBase(vault('顺序性', 'b'), crlf);
		const text = written.kind === 'write' ? written.text : '';
		expect(planBase(vault('顺序性', 'b'), text)).toEqual({ kind: 'unchanged' });
	});

	test('quotes a criterion that YAML would read as something else', () => {
		const names = ['SQL 能力', 'yes', 'a: b', '- x', '#1', '"q"'];
		const plan = planBase(vault(...names), signBase(base('x')));
		const quoted = ['SQL 能力', ...names.slice(1).map(name => JSON.stringify(name))];
		expect(plan).toEqual({ kind: 'write', text: signBase(base(...quoted)) });
		expect(planBase(vault(...names), signBase(base(...quoted)))).toEqual({ kind: 'unchanged' });
	});

	test('stays as it is once somebody changed it, and says so where a criterion is missing', () => {
		const theirs = signBase(base('x')).replace('表格', '我的表格');
		expect(planBase(vault('x', 'y'), theirs)).toEqual({ kind: 'refused', reason: 'edited-base' });
		expect(planBase(vault('x'), theirs)).toEqual({ kind: 'unchanged' });
	});

	test('is theirs without the first line, which the app leaves out when it writes a base', () => {
		expect(planBase(vault('y'), base('x'))).toEqual({ kind: 'foreign' });
		expect(planBase(vault('y'), '')).toEqual({ kind: 'foreign' });
	});

	test('keeps its columns where no comparison note names any', () => {
		expect(planBase(aVault({}), signBase(base('x')))).toEqual({ kind: 'unchanged' });
		expect(planBase(vault(), signBase(base('x')))).toEqual({ kind: 'unchanged' });
	});
});

test('bases are found anywhere, in the order of their paths', () => {
	expect(basePaths(vault())).toEqual(['a.base', 'b/x.base']);
});

test('the shipped bases of categories are signed, and right', () => {
	const index = readShippedVault();
	const paths = SHIPPED_PATHS.filter(path => /^对比\/.*\.base$/.test(path));
	expect(paths).toHaveLength(notesOfType(index, 'comparison').length);
	for (const path of paths) {
		const text = readShippedFile(path);
		expect(planBase(index, text)).toEqual({ kind: 'unchanged' });
		expect(signBase(text.replace(/^#.*\n/, ''))).toBe(text);
	}
});
