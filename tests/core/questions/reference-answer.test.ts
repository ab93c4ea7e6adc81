import { describe, expect, test } from '@jest/globals';
import { questionsOf } from '../../../src/core/questions/question';
import {
	parseReferenceAnswer,
	referenceAnswerOf,
} from '../../../src/core/questions/reference-answer';
import { aNote } from '../../support/a-note';

const CHINESE = [
	'> [!answer]- 参考答案',
	'> **30 秒** 屏障把流切成两段，',
	'> 快照只含前一段。',
	'>',
	'> **要点**',
	'> - 对齐时先到的通道等待',
	'> - `alignment` 可以**关闭**',
	'>',
	'> **追问**',
	'> - 深入：不对齐呢？ → 通道里的数据也存。',
	'> - 故障：超时怎么办？',
	'>',
	'> **常见误答**',
	'> - 「对齐会丢数据」：只是等待。',
	'>',
	'> **依据** [Checkpointing](https://flink.apache.org) · 适用 Flink ≥ 1.11 · 核对 2026-11-20',
];

const ENGLISH = CHINESE.map(line =>
	line
		.replace('30 秒', '30 seconds')
		.replace('要点', 'Key points')
		.replace('追问', 'Follow-ups')
		.replace('常见误答', 'Common mistakes')
		.replace('依据', 'Sources'),
);

const PARTS = {
	summary: '屏障把流切成两段，\n快照只含前一段。',
	keyPoints: ['对齐时先到的通道等待', '`alignment` 可以**关闭**'],
	followUps: [
		{ prompt: '深入：不对齐呢？', answer: '通道里的数据也存。' },
		{ prompt: '故障：超时怎么办？' },
	],
	mistakes: ['「对齐会丢数据」：只是等待。'],
	sources: '[Checkpointing](https://flink.apache.org) · 适用 Flink ≥ 1.11 · 核对 2026-11-20',
};

describe('the parts of a reference answer', () => {
	test.each([
		['Chinese labels', CHINESE],
		['English labels', ENGLISH],
		['labels in another case', ENGLISH.map(line => line.replace('Key points', 'KEY POINTS'))],
		['no blank lines between the parts', CHINESE.filter(line => line !== '>')],
		['no space after the mark', CHINESE.map(line => line.replace(/^> /, '>'))],
		['indented marks', CHINESE.map(line => `  ${line}`)],
	])('are found with %s', (_, lines) => {
		expect(parseReferenceAnswer(lines.join('\n'))).toMatchObject(PARTS);
		expect(parseReferenceAnswer(lines.join('\r\n'))).toMatchObject(PARTS);
	});

	test('are empty where there are none', () => {
		expect(parseReferenceAnswer('> [!answer]-')).toEqual({
			summary: '',
			keyPoints: [],
			followUps: [],
			mistakes: [],
			remarks: '',
			sources: '',
			markdown: '',
		});
	});

	test('may come in any order, and text before the first label is the summary', () => {
		const answer = parseReferenceAnswer(
			'> [!answer]\n> 先说\n>\n> **依据** s\n>\n> **要点**\n> - k\n>\n> **30 秒** 再说',
		);
		expect(answer).toMatchObject({ summary: '先说\n\n再说', sources: 's', keyPoints: ['k'] });
	});

	test('are not begun by bold words that are no labels', () => {
		const answer = parseReferenceAnswer('> [!answer]\n> **要点**\n> - a\n>\n> **注意** b');
		expect(answer).toMatchObject({ keyPoints: ['a'], remarks: '**注意** b' });
	});

	test('keep their lists, code and tables as written, and only points, follow-ups and mistakes are items', () => {
		const summary = '1. first stop\n2. then snapshot\n   - nested\n3. ack\n- bullet';
		const sources = '- [a](b)\n\n| v |\n|---|';
		const text = `**30 秒：**\n${summary}\n\n**要点**：（共一条）\n- [ ] a\n\n**依据:**\n${sources}`;
		const callout = ['> [!answer]', ...text.split('\n').map(line => `> ${line}`)].join('\n');
		expect(parseReferenceAnswer(callout)).toMatchObject({
			summary,
			keyPoints: ['a'],
			remarks: '（共一条）',
			sources,
		});
	});
});

describe('an item', () => {
	function keyPoints(...lines: string[]): readonly string[] {
		const callout = ['> [!answer]', '> **要点**', ...lines.map(line => `> ${line}`)];
		return parseReferenceAnswer([...callout, '> **追问**', '> - f'].join('\n')).keyPoints;
	}

	test('keeps its nested list as it is written', () => {
		expect(keyPoints('- a', '  - b', '    - c', '- d')).toEqual(['a\n- b\n  - c', 'd']);
	});

	test('keeps its code as it is written, indentation and blank lines too', () => {
		expect(
			keyPoints('- 先：', '', '  ```python', '  if a:', '      b', '', '  c', '  ```'),
		).toEqual(['先：\n\n```python\nif a:\n    b\n\nc\n```']);
	});

	test('keeps a bold label inside code', () => {
		expect(keyPoints('- a', '  ```', '  **追问**', '  ```', '- b')).toEqual([
			'a\n```\n**追问**\n```',
			'b',
		]);
	});

	test('may be numbered, ticked or spread over paragraphs', () => {
		expect(keyPoints('1. a', '2. b')).toEqual(['a', 'b']);
		expect(keyPoints('- a', '', '  b', '', '- c')).toEqual(['a\n\nb', 'c']);
		expect(keyPoints('- a', '  goes on', '-', '- b')).toEqual(['a\ngoes on', 'b']);
	});
});

describe('a follow-up', () => {
	function followUp(item: string): unknown {
		return parseReferenceAnswer(`> [!answer]\n> **追问**\n> - ${item}`).followUps[0];
	}

	test('ends its question at the first arrow with spaces around it', () => {
		expect(followUp('为什么？ → 先 A → 后 B')).toEqual({
			prompt: '为什么？',
			answer: '先 A → 后 B',
		});
	});

	test('has no answer without such an arrow', () => {
		expect(followUp('为什么 A→B？')).toEqual({ prompt: '为什么 A→B？' });
		expect(followUp('为什么？->因为')).toEqual({ prompt: '为什么？->因为' });
	});
});

test('the whole answer is given as Markdown without quote marks', () => {
	const { markdown } = parseReferenceAnswer('> [!answer]- x\r\n> **30 秒** a\r\n>\r\n> > b\r\n');
	expect(markdown).toBe('**30 秒** a\n\n> b\n');
});

test('the answer of a question is that of its own section', () => {
	const note = aNote('a.md', `## 一\n- [ ] 甲 ^a\n\n## 二\n- [ ] 乙 ^b\n\n${CHINESE.join('\n')}`);
	const [first, second] = questionsOf(note).tracked;
	expect(first && referenceAnswerOf(note, first)).toBeUndefined();
	expect(second && referenceAnswerOf(note, second)).toMatchObject(PARTS);
});

test.each(['> [!answer]\n> ```\n> **要点**', '> [!answer]\n> - - - -\n> ***', '', '> '])(
	'%j is read without an exception',
	text => {
		expect(typeof parseReferenceAnswer(text).markdown).toBe('string');
	},
);
