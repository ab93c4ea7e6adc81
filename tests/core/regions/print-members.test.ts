import { describe, expect, test } from '@jest/globals';
import { printMembers } from '../../../src/core/regions/print-members';
import { aVault } from '../../support/a-note';

const FILES = {
	'b.md': '---\ntype: technology\ncategory: x\ntier: 2\n---\n> [!abstract] 一句话\n> 乙引擎\n',
	'a.md': '---\ntype: technology\ncategory: x\ntier: 2\n---\n',
	'z.md': '---\ntype: technology\ncategory: x\ntier: 1\n---\n> [!abstract]\n> 丙\n> 引擎\n',
	'u.md': '---\ntype: technology\ncategory: x\ntier: soon\n---\n',
	'v.md': '---\ntype: technology\ncategory: x\n---\n',
	'other.md': '---\ntype: technology\ncategory: y\n---\n',
	'c.md': '---\ntype: concept\ncategory: x\n---\n> [!abstract]\n> 概念\n',
	'模板.md': '---\ntype: technology\nid: "{{id}}"\ncategory: x\n---\n{{title}}',
};

function print(argument: string, language: 'zh' | 'en' = 'zh'): string {
	const index = aVault({ '首页.md': '', ...FILES });
	const note = index.find('首页.md');
	if (!note) throw new Error('no note');
	return printMembers({ index, note, language, argument });
}

describe('members', () => {
	test('are the technologies of a category, by tier and name, with what each one is', () => {
		expect(print('x')).toBe(
			['- [[z]]：丙 引擎', '- [[a]]', '- [[b]]：乙引擎', '- [[u]]', '- [[v]]'].join('\n'),
		);
	});

	test('of `concept` are all concepts', () => {
		expect(print('concept')).toBe('- [[c]]：概念');
		expect(print('concept', 'en')).toBe('- [[c]]: 概念');
	});

	test.each(['', 'nothing', 'constructor'])('of %j are none', argument => {
		expect(print(argument)).toBe('');
	});
});
