import { describe, expect, test } from '@jest/globals';
import { splitAnswerParts } from '../../../src/core/questions/answer-parts';

const NOTHING = { summary: '', keyPoints: '', followUps: '', mistakes: '', sources: '' };

describe('a label', () => {
	test.each([
		['alone', '**要点**\n- a'],
		['with a colon inside', '**要点：**\n- a'],
		['with a colon behind', '**要点**：\n- a'],
		['with an ASCII colon inside', '**Key points:**\n- a'],
		['with an ASCII colon behind', '**KEY POINTS** :\n- a'],
		['with blanks around its colon', '**要点 ：** \n- a'],
		['with both colons', '**要点：**:\n- a'],
		['in underscores', '__要点__\n- a'],
		['with a blank before it', ' **要点**\n- a'],
	])('begins a part: %s', (_, markdown) => {
		expect(splitAnswerParts(markdown).parts).toEqual({ ...NOTHING, keyPoints: '- a' });
	});

	test.each([
		['in code', '```\n**要点**\n```'],
		['in an item', '- a\n  **要点** b'],
		['in a quote', '> **要点**'],
		['in a sentence', '见 **要点**'],
		['of another word', '**注意：** b'],
	])('is none: %s', (_, markdown) => {
		expect(splitAnswerParts(markdown).parts).toEqual({ ...NOTHING, summary: markdown });
	});
});

describe('a part', () => {
	test('is what stands behind and below its label, as written', () => {
		const summary = ['1. first stop', '2. then snapshot', '   - nested', '', '', '| a |', '|---|'];
		const markdown = ['**30 秒：** in short', ...summary, '**依据**', '', '- [x](y)', '- z'];
		expect(splitAnswerParts(markdown.join('\n')).parts).toEqual({
			...NOTHING,
			summary: ['in short', ...summary].join('\n'),
			sources: '- [x](y)\n- z',
		});
	});

	test('keeps the indentation of its first line', () => {
		expect(splitAnswerParts('**30 秒**\n\n    code').parts.summary).toBe('    code');
	});

	test('that comes twice is both', () => {
		const { summary } = splitAnswerParts('先\n**依据** s\n**30 秒** 后\n').parts;
		expect(summary).toBe('先\n\n后');
	});
});

test('labels are set free from what stands above them, and code is not touched', () => {
	expect(splitAnswerParts('**要点**\n- a\n**追问**\n- b\n```\nc\n**依据**\n```').markdown).toBe(
		'**要点**\n- a\n\n**追问**\n- b\n```\nc\n**依据**\n```',
	);
});
