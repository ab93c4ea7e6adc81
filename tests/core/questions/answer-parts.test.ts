import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPlainParts } from '../../../src/core/questions/answer-parts';
import { listQuestions } from '../../../src/core/questions/question';
import { readPartsFromTree, referenceAnswerOf } from '../../../src/core/questions/reference-answer';
import { aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';
import vaultTemplates from '../../support/vault-template';

const LINES = [
	'',
	'',
	'**30 秒** 一句话',
	'**要点**',
	'**追问**',
	'**依据** [文](https://example.org) · 核对',
	'**粗** 的段落',
	'- 一条',
	'- 又一条 `a | b` [[链接]]',
	'- **粗** 开头',
	'- - 嵌套',
	'- 1. 数字',
	'- `码` 开头',
	'`码` 开头',
	'- ```',
	'- [ ] 框',
	'  - 缩进',
	'普通一行',
	'普通一行\\',
	'硬换行  ',
	'1. 数字',
	'* 星',
	'> 引用',
	'```',
	'---',
	'# 标题',
	'[a]: https://example.org',
	'| 表 |',
	'<b>',
	'    代码',
	'***',
	'-',
	'===',
];

describe('reading line by line', () => {
	test('is enough for every answer that ships, and says what the tree says', () => {
		const index = aVault(
			Object.fromEntries(
				Object.entries(vaultTemplates.zh ?? {}).filter(([path]) => path.endsWith('.md')),
			),
		);
		const questions = listQuestions(index);
		expect(questions.length).toBeGreaterThan(200);
		for (const question of questions) {
			const note = index.find(question.path);
			const markdown = (note && referenceAnswerOf(note, question)?.markdown) ?? '';
			const plain = readPlainParts(markdown);
			expect([question.id, plain]).toEqual([question.id, readPartsFromTree(markdown)]);
		}
	});

	test('says what the tree says, or leaves it to the tree', () => {
		const markdown = fc.array(fc.constantFrom(...LINES), { maxLength: 12 });
		fc.assert(
			fc.property(markdown, lines => {
				const text = lines.join('\n');
				const plain = readPlainParts(text);
				if (plain) expect(plain).toEqual(readPartsFromTree(text));
			}),
			{ numRuns: propertyRuns(1500) },
		);
	});
});
