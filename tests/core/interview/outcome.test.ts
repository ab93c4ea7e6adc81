import { describe, expect, test } from '@jest/globals';
import { planOutcome, type Outcome } from '../../../src/core/interview/outcome';
import { listQuestions, questionsOf } from '../../../src/core/questions/question';
import type { Attempt } from '../../../src/core/reviews/attempt';
import { applyEdits } from '../../../src/core/text/text-edit';
import type { LiveNoteIndex } from '../../../src/core/vault/note-index';
import { aNote, aVault } from '../../support/a-note';
import { applyVaultEdits } from '../../support/apply-vault-edits';

const ATTEMPT: Attempt = {
	time: '2026-11-20T21:04:05+08:00',
	questionId: 'kafka-isr',
	rating: 'good',
	seconds: 30,
	pointsHit: 4,
	pointsTotal: 4,
	missed: [],
};

const NOTE = [
	'---',
	'type: technology',
	'---',
	'## 原理',
	'### ISR 是什么？',
	'- [ ] 同步副本 · L2 ★★ ^kafka-isr',
	'',
	'> [!answer]- 参考答案',
	'> **30 秒** 跟得上的副本。',
	'',
	'### 后一问？',
	'- [ ] 后 ^kafka-next',
	'',
].join('\n');

/** The note after an outcome, and how many edits of the vault there are. */
function write(index: LiveNoteIndex, outcome: Outcome, id = 'kafka-isr'): string {
	const question = listQuestions(index).find(found => found.id === id);
	if (!question) throw new Error(`There is no question ${id}`);
	for (const edit of planOutcome(index, question, outcome, 'desk')) {
		const before = index.find(edit.path)?.text ?? '';
		const text = edit.kind === 'create' ? edit.text : applyEdits(before, edit.edits);
		index.set(aNote(edit.path, text));
	}
	return index.find(question.path)?.text ?? '';
}

describe('an outcome', () => {
	test('changes one character of the note and adds one line to the attempts', () => {
		const index = aVault({ 'Kafka.md': NOTE });
		expect(write(index, { attempt: ATTEMPT })).toBe(NOTE.replace('[ ] 同步', '[x] 同步'));
		expect(index.find('练习记录/2026-11 desk.md')?.text).toContain(' · kafka-isr · good · ');
	});

	test('leaves the note alone where the status stays', () => {
		const index = aVault({ 'Kafka.md': NOTE });
		const [question] = listQuestions(index);
		const outcome = { attempt: { ...ATTEMPT, rating: 'again' as const } };
		expect(question && planOutcome(index, question, outcome, 'desk')).toHaveLength(1);
	});

	test('is written where the question stands now, not where it stood when it was asked', () => {
		const index = aVault({ 'Kafka.md': NOTE });
		const [question] = listQuestions(index);
		index.set(aNote('Kafka.md', `${NOTE.replace('## 原理', '## 新的一节\n很长的话\n## 原理')}`));
		const edits = question ? planOutcome(index, question, { attempt: ATTEMPT }, 'desk') : [];
		expect(edits.map(({ path }) => path)).toEqual(['练习记录/2026-11 desk.md', 'Kafka.md']);
		const edit = edits[1];
		if (edit?.kind !== 'change') throw new Error('no change');
		const after = applyEdits(index.find('Kafka.md')?.text ?? '', edit.edits);
		expect(after).toContain('- [x] 同步副本');
		expect(after).toContain('- [ ] 后 ^kafka-next');
	});

	test.each([
		['[x] 同步', 'again'],
		['[?] 同步', 'good'],
		['[-] 同步', 'good'],
	] as const)('leaves a box alone that was set by hand since it was asked: %s', (box, rating) => {
		const index = aVault({ 'Kafka.md': NOTE });
		const [question] = listQuestions(index);
		const text = NOTE.replace('[ ] 同步', box);
		index.set(aNote('Kafka.md', text));
		const outcome = { attempt: { ...ATTEMPT, rating } };
		if (question) applyVaultEdits(index, planOutcome(index, question, outcome, 'desk'));
		expect(index.find('Kafka.md')?.text).toBe(text);
		expect(index.find('练习记录/2026-11 desk.md')?.text).toContain(' · kafka-isr · ');
	});

	test('leaves a box alone that is not for the reader, and one that a host knows to be set by hand', () => {
		const text = NOTE.replace('[ ] 同步', '[-] 同步');
		expect(write(aVault({ 'Kafka.md': text }), { attempt: ATTEMPT })).toBe(text);
		const outcome = { attempt: ATTEMPT, keepsStatus: true };
		expect(write(aVault({ 'Kafka.md': NOTE }), outcome)).toBe(NOTE);
	});

	test('is kept among the attempts when the question is gone', () => {
		const index = aVault({ 'Kafka.md': NOTE });
		const [question] = listQuestions(index);
		index.remove('Kafka.md');
		const edits = question ? planOutcome(index, question, { attempt: ATTEMPT }, 'desk') : [];
		expect(edits.map(({ path }) => path)).toEqual(['练习记录/2026-11 desk.md']);
	});
});

describe('an own answer', () => {
	const quoted = '> [!quote] 我的回答 · 2026-11-20\n> 一\n>\n> 二\n';

	test('is put at the end of its section, as a quote', () => {
		const index = aVault({ 'Kafka.md': NOTE });
		expect(write(index, { attempt: ATTEMPT, ownAnswer: ' 一\n\n二\n' })).toBe(
			NOTE.replace('[ ] 同步', '[x] 同步').replace('\n\n### 后', `\n\n${quoted}\n### 后`),
		);
	});

	test('is put at the end of the note, after what is there already', () => {
		const index = aVault({ 'Kafka.md': NOTE });
		write(index, { attempt: ATTEMPT, ownAnswer: '一' }, 'kafka-next');
		const text = write(index, { attempt: ATTEMPT, ownAnswer: '二' }, 'kafka-next');
		expect(text.endsWith('> 一\n\n> [!quote] 我的回答 · 2026-11-20\n> 二\n')).toBe(true);
	});

	test('has the line breaks of its note', () => {
		const index = aVault({ 'Kafka.md': NOTE.replaceAll('\n', '\r\n') });
		const text = write(index, { attempt: ATTEMPT, ownAnswer: '一\n二' });
		expect(text).toContain('\r\n> 一\r\n> 二\r\n');
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	});

	test('is titled in the language of the notes', () => {
		const index = aVault({ 'Kafka.md': NOTE, 'Home.md': '---\ntype: home\nlanguage: en\n---\n' });
		expect(write(index, { attempt: ATTEMPT, ownAnswer: 'x' })).toContain(
			'> [!quote] My answer · 2026-11-20\n> x',
		);
	});

	test.each([undefined, '', ' \n '])('of %j is none', ownAnswer => {
		const index = aVault({ 'Kafka.md': NOTE });
		expect(write(index, { attempt: ATTEMPT, ownAnswer })).not.toContain('[!quote]');
	});

	test('makes no note binary, whatever was pasted', () => {
		const index = aVault({ 'Kafka.md': NOTE });
		const text = write(index, { attempt: ATTEMPT, ownAnswer: '一\0二' });
		expect(text).toContain('> 一二');
		expect(aNote('Kafka.md', text).problems).toEqual([]);
	});

	test('opens no section, asks nothing and begins no region, whatever it says', () => {
		const ownAnswer = [
			'## 标题？',
			'- [ ] 题 ^kafka-isr',
			'<!-- stackbook:begin backlinks -->',
			'```',
			'%%',
		].join('\n');
		const index = aVault({ 'Kafka.md': NOTE });
		const note = aNote('Kafka.md', write(index, { attempt: ATTEMPT, ownAnswer }));
		const { tracked, untracked } = questionsOf(note);
		expect(tracked.map(({ id, answered }) => `${id} ${answered}`)).toEqual([
			'kafka-isr true',
			'kafka-next false',
		]);
		expect([untracked, note.structure.regions, note.structure.markerProblems]).toEqual([
			[],
			[],
			[],
		]);
	});
});
