import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planOutcome } from '../../../src/core/interview/outcome';
import type { InterviewResult } from '../../../src/core/interview/result';
import { planUndo } from '../../../src/core/interview/undo';
import { listQuestions } from '../../../src/core/questions/question';
import { listAttempts, printAttempt, RATINGS } from '../../../src/core/reviews/attempt';
import { planAttempt } from '../../../src/core/reviews/record-attempt';
import type { LiveNoteIndex } from '../../../src/core/vault/note-index';
import { aNote, aVault } from '../../support/a-note';
import { NOW, questionOf, resultOf, timeAt } from '../../support/an-interview';
import { applyVaultEdits } from '../../support/apply-vault-edits';
import { propertyRuns } from '../../support/property-runs';

const FILE = '练习记录/2026-11 desk.md';
const HEAD = '---\ntype: attempts\ndevice: "desk"\nmonth: "2026-11"\n---\n\n';
const NOTE = [
	'## 原理',
	'### 一？',
	'- [ ] 甲 ^a',
	'',
	'> [!answer]-',
	'> **要点**',
	'> - 点',
	'',
	'我早先写的',
	'',
	'### 二？',
	'- [/] 乙 ^b',
	'',
].join('\n');

function aSmallVault(others: Record<string, string> = {}): LiveNoteIndex {
	return aVault({ 'Kafka.md': NOTE, 'Flink.md': '# 空\n', ...others });
}

function textsOf(index: LiveNoteIndex): Record<string, string> {
	return Object.fromEntries(index.notes().map(({ path, text }) => [path, text]));
}

/** Rates a question and writes what came of it. */
function rate(index: LiveNoteIndex, id: string, ownAnswer?: string): InterviewResult {
	const result = resultOf(index, id, { rating: 'good', hits: [0] });
	const outcome = { attempt: result.attempt, ownAnswer };
	applyVaultEdits(index, planOutcome(index, questionOf(index, id), outcome, 'desk'));
	return result;
}

function edit(index: LiveNoteIndex, path: string, change: (text: string) => string): void {
	index.set(aNote(path, change(index.find(path)?.text ?? '')));
}

describe('an undo', () => {
	test('gives the box its character back and takes line and answer away', () => {
		const index = aSmallVault({ [FILE]: HEAD });
		const before = textsOf(index);
		const result = rate(index, 'a', '我说\n第二行');
		expect(textsOf(index)).not.toEqual(before);
		applyVaultEdits(index, planUndo(index, result, '我说\n第二行'));
		expect(textsOf(index)).toEqual(before);
	});

	test('leaves the file that the outcome made, without a line', () => {
		const index = aSmallVault();
		const before = textsOf(index);
		const result = rate(index, 'a');
		applyVaultEdits(index, planUndo(index, result));
		expect(textsOf(index)).toEqual({ ...before, [FILE]: HEAD });
	});

	test('done twice changes nothing more', () => {
		const index = aSmallVault();
		const result = rate(index, 'a', '我说');
		applyVaultEdits(index, planUndo(index, result, '我说'));
		expect(planUndo(index, result, '我说')).toEqual([]);
	});

	test('takes back one rating after the other', () => {
		const index = aSmallVault({ [FILE]: HEAD });
		const before = textsOf(index);
		const first = rate(index, 'a', '一');
		const second = rate(index, 'b', '二');
		applyVaultEdits(index, planUndo(index, second, '二'));
		applyVaultEdits(index, planUndo(index, first, '一'));
		expect(textsOf(index)).toEqual(before);
	});

	test('finds the question in the note that was renamed, and in the one to which it moved', () => {
		const index = aSmallVault();
		const result = rate(index, 'a', '我说');
		edit(index, '新名.md', () => index.find('Kafka.md')?.text ?? '');
		index.remove('Kafka.md');
		applyVaultEdits(index, planUndo(index, result, '我说'));
		expect(index.find('新名.md')?.text).toBe(NOTE);

		const other = aSmallVault();
		const moved = rate(other, 'a', '我说');
		const text = other.find('Kafka.md')?.text ?? '';
		const at = text.indexOf('### 二？');
		edit(other, 'Flink.md', old => old + text.slice(text.indexOf('### 一？'), at));
		edit(other, 'Kafka.md', () => text.slice(at));
		applyVaultEdits(other, planUndo(other, moved, '我说'));
		expect(other.find('Flink.md')?.text).toBe(
			`# 空\n${NOTE.slice(NOTE.indexOf('### 一？'), NOTE.indexOf('### 二？'))}`,
		);
	});

	test('finds a question that was reworded', () => {
		const index = aSmallVault();
		const result = rate(index, 'a');
		edit(index, 'Kafka.md', text => text.replace('### 一？', '## 换了说法'));
		applyVaultEdits(index, planUndo(index, result));
		expect(index.find('Kafka.md')?.text).toBe(NOTE.replace('### 一？', '## 换了说法'));
	});

	test('of a question that is gone takes the line away', () => {
		const index = aSmallVault();
		const result = rate(index, 'a');
		index.remove('Kafka.md');
		applyVaultEdits(index, planUndo(index, result));
		expect(index.find(FILE)?.text).toBe(HEAD);
	});
});

test('an undo leaves a box alone that the rating left alone', () => {
	const index = aSmallVault();
	const question = questionOf(index, 'a');
	edit(index, 'Kafka.md', text => text.replace('[ ] 甲', '[x] 甲'));
	const result = resultOf(index, 'a', { rating: 'good', hits: [0], asked: ' ' });
	const outcome = { attempt: result.attempt, keepsStatus: result.statusKept };
	applyVaultEdits(index, planOutcome(index, question, outcome, 'desk'));
	edit(index, 'Kafka.md', text => text.replace('[x] 甲', '[X] 甲'));
	const text = index.find('Kafka.md')?.text;
	applyVaultEdits(index, planUndo(index, result));
	expect(index.find('Kafka.md')?.text).toBe(text);
	expect(index.find(FILE)?.text).toBe(HEAD);
});

test('an undo takes the attempt first: one that fails halfway leaves no attempt at a question that is open again', () => {
	const index = aSmallVault();
	const result = rate(index, 'a', '我说');
	const paths = planUndo(index, result, '我说').map(({ path }) => path);
	expect(paths).toEqual([FILE, 'Kafka.md']);
	// What is left of it is done when it is tried again.
	applyVaultEdits(index, planUndo(index, result, '我说').slice(0, 1));
	expect(listAttempts(index)).toEqual([]);
	applyVaultEdits(index, planUndo(index, result, '我说'));
	expect(index.find('Kafka.md')?.text).toBe(NOTE);
});

describe('what was changed since the rating', () => {
	test.each([
		['a box that was set by hand', (text: string) => text.replace('[x]', '[-]')],
		['a box with a character of its own', (text: string) => text.replace('[x]', '[?]')],
	])('is left alone: %s', (_, change) => {
		const index = aSmallVault();
		const result = rate(index, 'a');
		edit(index, 'Kafka.md', change);
		const text = index.find('Kafka.md')?.text;
		applyVaultEdits(index, planUndo(index, result));
		expect(index.find('Kafka.md')?.text).toBe(text);
		expect(index.find(FILE)?.text).toBe(HEAD);
	});

	test.each([
		['on the same line', (text: string) => text.replace('> 我说', '> 我说了很多')],
		['on the next line', (text: string) => text.replace('> 我说', '> 我说\n> 又说')],
		['inside', (text: string) => text.replace('> 我说', '> 他说')],
		['in its title', (text: string) => text.replace('我的回答', '更好的回答')],
	])('is left alone: an answer that was written on %s', (_, change) => {
		const index = aSmallVault();
		const result = rate(index, 'a', '我说');
		edit(index, 'Kafka.md', change);
		const text = index.find('Kafka.md')?.text ?? '';
		applyVaultEdits(index, planUndo(index, result, '我说'));
		expect(index.find('Kafka.md')?.text).toBe(text.replace('[x] 甲', '[ ] 甲'));
	});

	test('stays where it was written below the answer', () => {
		const index = aSmallVault();
		const result = rate(index, 'a', '我说');
		edit(index, 'Kafka.md', text => text.replace('> 我说\n', '> 我说\n\n后来写的\n'));
		applyVaultEdits(index, planUndo(index, result, '我说'));
		expect(index.find('Kafka.md')?.text).toBe(NOTE.replace('早先写的', '早先写的\n\n后来写的'));
	});

	test('stays: the same answer that was kept before', () => {
		const index = aSmallVault();
		rate(index, 'a', '我说');
		const text = index.find('Kafka.md')?.text;
		const result = rate(index, 'a', '我说');
		applyVaultEdits(index, planUndo(index, result, '我说'));
		expect(index.find('Kafka.md')?.text).toBe(text);
	});

	test('stays: attempts at other questions, and by other devices', () => {
		const index = aSmallVault({ '练习记录/2026-11 phone.md': HEAD });
		const result = rate(index, 'a');
		const other = { ...result.attempt, time: timeAt(NOW + 1000) };
		applyVaultEdits(index, [planAttempt(index, other, 'desk')]);
		applyVaultEdits(index, [planAttempt(index, { ...other, questionId: 'b' }, 'phone')]);
		applyVaultEdits(index, planUndo(index, result));
		expect(listAttempts(index).map(({ questionId }) => questionId)).toEqual(['a', 'b']);
	});
});

describe('the line of an attempt', () => {
	test('goes wherever a retry or a sync wrote it again, for one that stays would count', () => {
		const index = aSmallVault();
		const result = rate(index, 'a');
		applyVaultEdits(index, [planAttempt(index, result.attempt, 'desk')]);
		applyVaultEdits(index, [planAttempt(index, result.attempt, 'phone')]);
		applyVaultEdits(index, planUndo(index, result));
		expect(listAttempts(index)).toEqual([]);
	});

	test('goes from a file that lost its front matter', () => {
		const index = aSmallVault({ [FILE]: '' });
		const result = rate(index, 'a');
		applyVaultEdits(index, planUndo(index, result));
		expect(index.find(FILE)?.text).toBe('');
	});

	test('goes from the middle of a file that is damaged', () => {
		const index = aSmallVault();
		const result = rate(index, 'a');
		edit(index, FILE, text => `${text}<<<<<<< HEAD\n- half a li`);
		applyVaultEdits(index, planUndo(index, result));
		expect(index.find(FILE)?.text).toBe(`${HEAD}<<<<<<< HEAD\n- half a li`);
	});

	test('stays in a note of the reader that quotes it', () => {
		const index = aSmallVault();
		const result = rate(index, 'a');
		const quote = `我的记录\n${printAttempt(result.attempt)}\n`;
		index.set(aNote('日记.md', quote));
		applyVaultEdits(index, planUndo(index, result));
		expect(index.find('日记.md')?.text).toBe(quote);
	});
});

describe('in any vault', () => {
	const line = fc.constantFrom(
		...[
			'',
			'',
			'我写的',
			'- [ ] 子任务',
			'> 引用',
			'> [!quote] 我的回答 · 2026-11-20',
			'> 一',
			'  ',
		],
		...[
			'```',
			'%%',
			'字 %% 开',
			'<!-- stackbook:begin backlinks -->',
			'<!-- stackbook:end backlinks -->',
		],
		...['> [!answer]-', '> **要点**', '> - 一点', '| a |', '\u3000', '#标签'],
	);
	const section = fc.tuple(
		fc.constantFrom('## 原理', '### 为什么？', '###### 问', '## '),
		fc.constantFrom(' ', '/', 'x', 'X', '-', '?', '✅'),
		fc.array(line, { maxLength: 6 }),
	);
	const vault = fc
		.record({
			notes: fc.array(fc.array(section, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
			eol: fc.constantFrom('\n', '\r\n', '\r'),
			mark: fc.constantFrom('', '\uFEFF'),
			end: fc.constantFrom('', '\n', '\n\n \n'),
			head: fc.constantFrom('', '---\ntype: technology\n---\n'),
			attempts: fc.constantFrom(undefined, HEAD, HEAD.replaceAll('\n', '\r\n'), ''),
			language: fc.constantFrom('zh', 'en'),
		})
		.map(({ notes, eol, mark, end, head, attempts, language }) => {
			const files: Record<string, string> = {
				'首页.md': `---\ntype: home\nlanguage: ${language}\n---\n`,
			};
			for (const [n, sections] of notes.entries()) {
				const lines = sections.flatMap(([heading, character, rest], i) => [
					heading,
					`- [${character}] 题 ^q-${n}-${i}`,
					...rest,
				]);
				const text = mark + head + lines.join('\n') + end;
				files[`n${n}.md`] = text.replaceAll('\n', eol);
			}
			const folder = language === 'zh' ? '练习记录' : 'Attempts';
			if (attempts !== undefined) files[`${folder}/2026-11 desk.md`] = attempts;
			return files;
		});
	const answer = fc.oneof(
		fc.constant(undefined),
		fc.constantFrom('一', '', ' \n', '一\n\n> 二', '## 题？\n- [ ] x ^q-0-0', '```\r\n%%', '$&'),
		fc.constantFrom('字 %% 开', '一\n\n二 <!-- 开', '%% 一\n%%%'),
		fc.string({ unit: 'binary', maxLength: 20 }),
	);

	test('an undo brings back every byte of every note', () => {
		fc.assert(
			fc.property(
				vault,
				answer,
				fc.constantFrom(...RATINGS),
				fc.nat(),
				(files, ownAnswer, rating, choice) => {
					const index = aVault(files);
					const questions = listQuestions(index);
					const question = questions[choice % Math.max(1, questions.length)];
					if (!question) return;
					const result = resultOf(index, question.id, { rating, hits: [0] });
					const outcome = { attempt: result.attempt, ownAnswer };
					const edits = planOutcome(index, question, outcome, 'desk');
					applyVaultEdits(index, edits);
					expect(listAttempts(index).length).toBeLessThanOrEqual(1);
					applyVaultEdits(index, planUndo(index, result, ownAnswer));
					const [created] = edits.filter(({ kind }) => kind === 'create');
					const after = textsOf(index);
					// A file that the outcome made stays with its front matter, for the next attempt.
					if (created) {
						expect(after[created.path]).toBe(HEAD);
						delete after[created.path];
					}
					expect(after).toEqual(files);
				},
			),
			{ numRuns: propertyRuns(500) },
		);
	});
});
