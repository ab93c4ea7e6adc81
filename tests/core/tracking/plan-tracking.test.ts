import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listQuestions, questionsOf, type Question } from '../../../src/core/questions/question';
import { planCellQuestion, planTracking } from '../../../src/core/tracking/plan-tracking';
import { emptyCells, untrackedQuestions } from '../../../src/core/tracking/untracked-question';
import type { LiveNoteIndex } from '../../../src/core/vault/note-index';
import { aNote, aVault } from '../../support/a-note';
import { applyVaultEdits } from '../../support/apply-vault-edits';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

/** The note after its untracked questions were given line and id. */
function track(text: string, path = 'Kafka.md', lines?: number[]): string {
	const index = aVault({ [path]: text });
	applyVaultEdits(index, planTracking(index, path, lines));
	return index.find(path)?.text ?? '';
}

describe('an untracked question', () => {
	test('gets its line with an id directly below the heading', () => {
		expect(track('## 原理\n\n### 为什么要有 ISR？\n\n正文\n')).toBe(
			'## 原理\n\n### 为什么要有 ISR？\n- [ ] 为什么要有 ISR · L2 ^kafka-q1\n\n正文\n',
		);
	});

	test.each([
		['text', '正文\n'],
		['a list', '- 一\n- 二\n'],
		['a checkbox without id', '- [ ] 早先\n'],
		['a callout', '> [!answer]-\n> **30 秒** 快\n'],
		['code', '```\nx\n```\n'],
		['a tag', '#标签 #x\n'],
		['text that is set in', '  正文\n'],
	])('gets a gap below its line where %s follows directly', (_, below) => {
		expect(track(`## 问？\n${below}`)).toBe(`## 问？\n- [ ] 问 · L2 ^kafka-q1\n\n${below}`);
	});

	test.each([
		['a blank line', '\n正文\n'],
		['a line of blanks', ' \t\n正文\n'],
		['a heading', '## 后\n'],
		['a heading without a word', '###\n'],
		['nothing', ''],
	])('gets its line alone where %s follows', (_, below) => {
		expect(track(`## 问？\n${below}`)).toBe(`## 问？\n- [ ] 问 · L2 ^kafka-q1\n${below}`);
	});

	test.each([
		['directly', '    code\n    more\n'],
		['behind a blank line', '\n    code\n'],
		['behind a line of blanks', ' \t\n\n\tcode\n'],
	])('gets a comment that ends its list item where code set in follows %s', (_, below) => {
		expect(track(`## 问？\n${below}`)).toBe(`## 问？\n- [ ] 问 · L2 ^kafka-q1\n<!-- -->\n${below}`);
	});

	test('is read in time that grows with the blank lines below it', () => {
		for (const eol of ['\r\n', '\r', ' \n', '\n\r']) {
			expect(track(`## 问？${eol.repeat(5000)}x`)).toContain('^kafka-q1');
		}
	}, 2000);

	test('may stand at the end without line break', () => {
		expect(track('字\n## 问？')).toBe('字\n## 问？\n- [ ] 问 · L2 ^kafka-q1');
	});

	test('gets the line breaks of its note', () => {
		expect(track('\uFEFF## 问？\r\n正文\r\n### 又？')).toBe(
			'\uFEFF## 问？\r\n- [ ] 问 · L2 ^kafka-q1\r\n\r\n正文\r\n### 又？\r\n- [ ] 又 · L2 ^kafka-q2',
		);
	});

	test('may be picked by its line', () => {
		expect(track('## 一？\n## 二？\n## 三？\n', 'Kafka.md', [2, 99])).toBe(
			'## 一？\n## 二？\n- [ ] 二 · L2 ^kafka-q1\n## 三？\n',
		);
		expect(track('## 一？\n', 'Kafka.md', [])).toBe('## 一？\n');
	});

	test('keeps what it is: prompt, kind and place', () => {
		const [question] = questionsOf(aNote('Kafka.md', track('## 优化\n### 批量\n'))).tracked;
		expect(question).toMatchObject({
			id: 'kafka-q1',
			prompt: '批量',
			kind: 'optimization',
			topic: '批量',
			level: 2,
			status: 'open',
			answered: false,
		});
	});

	test('in a note that is not there is none', () => {
		expect(planTracking(aVault({}), 'a.md')).toEqual([]);
		expect(planTracking(aVault({ 'a.md': '# 字\n' }), 'a.md')).toEqual([]);
	});

	test.each(['## 什么是 %%？\n字 %%\n', '## <!-- 什么？\n-->\n'])(
		'gets its line whatever comment its heading opens, for that ends with the heading: %j',
		text => {
			expect(track(text)).toMatch(/^## .*？\n- \[ \] .* · L2 \^kafka-q1\n\n/);
		},
	);

	test('in a template stays as it is', () => {
		const template = '---\nid: "{{id}}"\n---\n## {{title}} 问？\n';
		expect(track(template)).toBe(template);
	});
});

describe('the topic on the line', () => {
	test.each([
		['为什么屏障对齐才能做到精确一次？', '为什么屏障对齐才能做'],
		['What is a log?', 'What is a log'],
		['How does checkpoint alignment work?', 'How does checkpoint'],
		['How do the barriers align?', 'How do the barriers'],
		['How do the barriers wait?', 'How do the barriers wait'],
		['Flink 的 checkpoint 是怎样的？', 'Flink 的 checkpoint 是'],
		['Antidisestablishmentarianism?', 'Antidisestablishmentaria'],
		['Élève naïve?', 'Élève naïve'],
		['**ISR** 是 [[Kafka|它]] 的？', 'ISR 是 它 的'],
		['`offset` · ^x 呢？', 'offset x 呢'],
		['🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂？', '🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂'],
		['？', '…'],
	])('of %j is %j', (prompt, topic) => {
		const [question] = questionsOf(aNote('Kafka.md', track(`## ${prompt}\n`))).tracked;
		expect(question).toMatchObject({ prompt, topic, level: 2 });
	});
});

describe('the id of a tracked question', () => {
	function idsOf(files: Record<string, string>, path: string): string {
		const index = aVault(files);
		applyVaultEdits(index, planTracking(index, path));
		const note = index.find(path);
		return (note ? questionsOf(note).tracked : []).map(({ id }) => id).join(' ');
	}

	test.each([
		['the id of its note', 'x/随便.md', '---\nid: apache-kafka\n---\n', 'apache-kafka-q1'],
		['an id that is not Latin', 'Kafka.md', '---\nid: 卡夫卡\n---\n', 'kafka-q1'],
		['the title', 'x/Apache Kafka 3.0.md', '', 'apache-kafka-3-0-q1'],
		['the Latin part of a title', 'Kafka 原理.md', '', 'kafka-q1'],
		['nothing Latin at all', '原理.md', '', 'note-q1'],
	])('is made from %s', (_, path, head, id) => {
		expect(idsOf({ [path]: `${head}## 问？\n` }, path)).toBe(id);
	});

	test('is one that no question of the vault has, in whatever letters', () => {
		const other = '## 甲\n- [ ] 题 ^KAFKA-Q1\n';
		const own = '## 一？\n## 二？\n字 ^kafka-q3\n';
		expect(idsOf({ 'a.md': other, 'Kafka.md': own }, 'Kafka.md')).toBe('kafka-q2 kafka-q4');
	});

	test('is none that stands in a note which the index does not hold', () => {
		const index = aVault({ 'Kafka.md': '## 一？\n' });
		const [plan] = planTracking(index, 'Kafka.md', undefined, ['Kafka-Q1', 'kafka-q2']);
		expect(JSON.stringify(plan)).toContain('^kafka-q3"');
	});

	test('is none that a deleted question had, for its attempts are still there', () => {
		const attempts =
			'---\ntype: attempts\n---\n- 2026-11-20T21:04:05Z · kafka-q1 · good · 9s · 1/1\n';
		expect(idsOf({ 'a.md': attempts, 'Kafka.md': '## 一？\n' }, 'Kafka.md')).toBe('kafka-q2');
	});

	test('is the same for the same notes, and stays when another question comes', () => {
		const once = track('## 一？\n## 二？\n');
		expect(track('## 一？\n## 二？\n')).toBe(once);
		const more = track(`## 零？\n${once}`);
		expect(more).toBe(`## 零？\n- [ ] 零 · L2 ^kafka-q3\n${once}`);
	});
});

describe('in any vault', () => {
	const heading = fc
		.tuple(
			fc.constantFrom('## ', '### ', '###### ', '## 原理\n### ', '# '),
			fc.array(
				fc.constantFrom(
					...['为什么', '[[Kafka]]', '`x`', '`', '$', '$a$', '**b**', '<!--', '|', '\\', '^id'],
					...['·', ' · L4 ★', '#', '- [ ] ', '[x]', '🙂', ' ', '==', '~~', '<b>', '__'],
				),
				{ maxLength: 5 },
			),
			fc.constantFrom('？', '?', ''),
		)
		.map(([marks, words, end]) => marks + words.join('') + end);
	const below = fc.constantFrom(
		'',
		'',
		'正文',
		'- 项',
		'> 引',
		'```\nx\n```',
		'    深',
		'#标签',
		' ',
	);
	const note = fc
		.tuple(
			fc.array(fc.tuple(heading, below), { maxLength: 5 }),
			fc.constantFrom('\n', '\r\n', '\r'),
			fc.constantFrom('', '\n'),
			fc.constantFrom('', '\uFEFF', '---\nid: same\n---\n'),
		)
		.map(([parts, eol, end, head]) =>
			`${head}${parts.flat().join('\n')}${end}`.replaceAll('\n', eol),
		);
	const vault = fc.record({ 'a.md': fc.oneof(note, anyMarkdown), 'b.md': note, '丙.md': note });

	test('every question is tracked after it, by one line and a gap at most, and no other byte changes', () => {
		fc.assert(
			fc.property(vault, files => {
				const index = aVault(files);
				for (const path of Object.keys(files)) expectTracked(index, path);
			}),
			{ numRuns: propertyRuns(200, 3000) },
		);
	});

	function expectTracked(index: LiveNoteIndex, path: string): void {
		const before = index.find(path)?.text ?? '';
		const untracked = untrackedQuestions(index, path);
		const others = listQuestions(index).map(({ id }) => id.toLowerCase());
		const plan = planTracking(index, path);
		for (const edit of plan) {
			if (edit.kind !== 'change') throw new Error('Tracking makes no note');
			expect(edit.edits.length).toBeLessThanOrEqual(untracked.length);
			for (const { range, newText } of edit.edits) {
				expect(range.start).toBe(range.end);
				expect(newText).toMatch(
					/^(\r\n|\n|\r)- \[ \] [^\r\n]* · L2 \^[a-z0-9-]+(?:\1|\1<!-- -->)?$/,
				);
				const follows = before.slice(range.end).split(/\r\n|\n|\r/)[1] ?? '';
				if (follows.trim() === '') expect(newText).not.toMatch(/[\r\n]$/);
				expect(newText.endsWith('-->')).toBe(
					/^\s*?[\r\n](?: {4}|\t)/.test(before.slice(range.end)),
				);
			}
		}
		applyVaultEdits(index, plan);
		const tracked = new Map(listQuestions(index).map(question => [question.id, question]));
		const made = [...tracked.values()].filter(({ id }) => !others.includes(id.toLowerCase()));
		expect(untrackedQuestions(index, path)).toEqual([]);
		expect(made.map(({ prompt, kind }) => prompt + kind).sort()).toEqual(
			untracked.map(({ prompt, kind }) => prompt + kind).sort(),
		);
		expect(planTracking(index, path)).toEqual([]);
	}
});

describe('an empty cell', () => {
	const REGION = '<!-- stackbook:begin backlinks -->\n\n- x\n\n<!-- stackbook:end backlinks -->\n';
	const TABLE = '<!-- stackbook:begin comparison -->\n\n<!-- stackbook:end comparison -->\n';
	const PROMPT = 'Flink 的状态是怎样的？';
	const LINE = '- [ ] 状态 · L2 ^flink-q1';
	const CELL = { path: 'Flink.md', criterion: '状态', prompt: PROMPT };

	/** The note after the cell was written down as a question, which must be one that compares. */
	function write(text: string, files: Record<string, string> = {}): string {
		const index = aVault({ 'Flink.md': text, ...files });
		const regions = index.find('Flink.md')?.structure.regions.map(({ name }) => name);
		applyVaultEdits(index, planCellQuestion(index, CELL));
		const note = index.find('Flink.md') ?? aNote('');
		expect(made(note.text)).toMatchObject({ kind: 'comparison', status: 'open', id: 'flink-q1' });
		expect(note.structure.regions.map(({ name }) => name)).toEqual(regions);
		expect(note.structure.markerProblems).toEqual([]);
		expect(planCellQuestion(index, CELL)).toEqual([]);
		return note.text;
	}

	function made(text: string): Question | undefined {
		return questionsOf(aNote('Flink.md', text)).tracked.find(({ prompt }) => prompt === PROMPT);
	}

	test('becomes an open question in a section of its own, at the end of the note', () => {
		const added = `## 对比\n\n### ${PROMPT}\n${LINE}`;
		expect(write('---\ntype: technology\n---\n## 原理\n字\n')).toBe(
			`---\ntype: technology\n---\n## 原理\n字\n\n${added}\n`,
		);
		expect(write('字')).toBe(`字\n\n${added}`);
		expect(write('')).toBe(added);
		expect(write('\uFEFF')).toBe(`\uFEFF${added}`);
		expect(write('---\na: 1\n---\n')).toBe(`---\na: 1\n---\n\n${added}`);
	});

	test('has the heading of the language of the notes', () => {
		const home = { 'Home.md': '---\ntype: home\nlanguage: en\n---\n' };
		expect(write('字\n', home)).toContain('\n## Comparisons\n');
	});

	test('has the line breaks of its note', () => {
		expect(write('字\r\n')).toBe(`字\r\n\r\n## 对比\r\n\r\n### ${PROMPT}\r\n${LINE}\r\n`);
	});

	test('stands at the end of the section that compares, before the next one', () => {
		expect(write('## 对比\n### 旧？\n- [ ] 旧 ^old\n我的话\n\n## 参考\n')).toBe(
			`## 对比\n### 旧？\n- [ ] 旧 ^old\n我的话\n\n### ${PROMPT}\n${LINE}\n\n## 参考\n`,
		);
		expect(write('## 对比')).toBe(`## 对比\n\n### ${PROMPT}\n${LINE}`);
		expect(write('## Comparisons\n')).toBe(`## Comparisons\n\n### ${PROMPT}\n${LINE}\n`);
	});

	test.each([1, 2, 3, 4, 5])('is one level below a section of level %i', level => {
		const marks = '#'.repeat(level);
		const text = `${marks} 对比\n\n${marks}# 优化\n\n${marks} 后\n`;
		expect(write(text)).toContain(`\n${marks}# ${PROMPT}\n${LINE}\n\n${marks} 后\n`);
	});

	test('gets a section of its own where no heading fits below the one that is there', () => {
		expect(write('###### 对比\n')).toContain(`\n## 对比\n\n### ${PROMPT}\n`);
	});

	test('leaves the regions at the end of the note, with the heading that introduces them', () => {
		expect(write(`## 原理\n字\n\n## 反向链接\n\n${REGION}`)).toBe(
			`## 原理\n字\n\n## 对比\n\n### ${PROMPT}\n${LINE}\n\n## 反向链接\n\n${REGION}`,
		);
		expect(write(`字\n\n## 表\n\n${TABLE}\n## 反向链接\n\n${REGION}\n`)).toBe(
			`字\n\n## 对比\n\n### ${PROMPT}\n${LINE}\n\n## 表\n\n${TABLE}\n## 反向链接\n\n${REGION}\n`,
		);
		expect(write(`字\n\n${REGION}`)).toBe(`字\n\n## 对比\n\n### ${PROMPT}\n${LINE}\n\n${REGION}`);
		expect(write(REGION)).toBe(`## 对比\n\n### ${PROMPT}\n${LINE}\n\n${REGION}`);
		expect(write(`---\na: 1\n---\n${REGION}`)).toBe(
			`---\na: 1\n---\n\n## 对比\n\n### ${PROMPT}\n${LINE}\n\n${REGION}`,
		);
	});

	test('leaves the region at the end of a section that compares below its own heading', () => {
		expect(write(`## 对比\n字\n\n### 反向链接\n\n${REGION}`)).toBe(
			`## 对比\n字\n\n### ${PROMPT}\n${LINE}\n\n### 反向链接\n\n${REGION}`,
		);
		expect(write(`## 对比\n\n${TABLE}`)).toBe(
			`## 对比\n\n${TABLE.trimEnd()}\n\n### ${PROMPT}\n${LINE}\n`,
		);
	});

	test('stands behind a region in the middle of the note', () => {
		expect(write(`## 表\n\n${TABLE}\n## 原理\n字\n`)).toBe(
			`## 表\n\n${TABLE}\n## 原理\n字\n\n## 对比\n\n### ${PROMPT}\n${LINE}\n`,
		);
		expect(write(`## 表\n\n${TABLE}\n## 对比\n字\n`)).toBe(
			`## 表\n\n${TABLE}\n## 对比\n字\n\n### ${PROMPT}\n${LINE}\n`,
		);
	});

	test('is written once, and is then no empty cell any more', () => {
		const index = aVault({
			'Flink.md': '字\n',
			'对比.md':
				'---\ntype: comparison\nalternatives: ["[[Flink]]"]\ncriteria: [状态, 语言]\n---\n',
		});
		for (let left = 2; left > 0; left--) {
			const [cell] = emptyCells(index);
			expect(emptyCells(index)).toHaveLength(left);
			if (cell) applyVaultEdits(index, planCellQuestion(index, cell));
		}
		expect(emptyCells(index)).toEqual([]);
		expect(listQuestions(index).map(({ id }) => id)).toEqual(['flink-q1', 'flink-q2']);
		expect(index.find('Flink.md')?.text.match(/## 对比/g)).toHaveLength(1);
	});

	test.each([
		['code', '## 原理\n```\ncode\n'],
		['code in the section that compares', '## 对比\n~~~\ncode\n\n## 参考\n'],
		['a comment', '## 原理\n%% 字\n'],
		['an HTML comment', '<!-- 字\n'],
		['math', '$$\nx\n'],
	])('is not written where %s that is never closed would swallow it', (_, text) => {
		expect(planCellQuestion(aVault({ 'Flink.md': text }), CELL)).toEqual([]);
	});

	test('of a note that is gone is nothing to write', () => {
		expect(planCellQuestion(aVault({}), CELL)).toEqual([]);
	});

	test('changes no other byte, whatever stands in the note', () => {
		const block = fc.constantFrom(
			...[
				'## 对比',
				'### 对比',
				'## 原理',
				'### 旧？',
				'- [ ] 旧 ^old',
				'字',
				'',
				'> 引',
				'# 对比',
			],
			...[REGION, TABLE, '## 反向链接', '#### 表'],
		);
		fc.assert(
			fc.property(fc.uniqueArray(block, { maxLength: 8 }), fc.boolean(), (blocks, windows) => {
				const text = blocks.join('\n').replaceAll('\n', windows ? '\r\n' : '\n');
				const after = write(text);
				const [plan] = planCellQuestion(aVault({ 'Flink.md': text }), CELL);
				const edits = plan?.kind === 'change' ? plan.edits : [];
				expect(edits).toHaveLength(1);
				for (const { range, newText } of edits) {
					expect(after).toBe(text.slice(0, range.start) + newText + text.slice(range.start));
				}
			}),
			{ numRuns: propertyRuns(500) },
		);
	});
});
