import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planOutcome } from '../../../src/core/interview/outcome';
import { planUndo } from '../../../src/core/interview/undo';
import { questionsOf } from '../../../src/core/questions/question';
import type { Note } from '../../../src/core/vault/note';
import { aNote, aVault } from '../../support/a-note';
import { questionOf, resultOf } from '../../support/an-interview';
import { applyVaultEdits } from '../../support/apply-vault-edits';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

const REGION = '<!-- stackbook:begin backlinks -->\n\n- x\n\n<!-- stackbook:end backlinks -->\n';
const TABLE = '<!-- stackbook:begin comparison -->\n\n<!-- stackbook:end comparison -->\n';
const NOTE = [
	'## Principles',
	'',
	'### One?',
	'- [ ] One · L1 ★ ^q-one',
	'',
	'> [!answer]- Reference answer',
	'> **Key points**',
	'> - point',
	'',
	'### Two?',
	'- [/] Two ^q-two',
	'',
	'### Three?',
	'- [x] Three ^q-three',
	'',
	REGION,
].join('\n');
const IDS = ['q-one', 'q-two', 'q-three'];

/** What a kept answer must not change: everything that is asked, and every region. */
function whatCounts({ text, structure, ...rest }: Note): unknown {
	const { tracked, untracked } = questionsOf({ text, structure, ...rest });
	return {
		tracked: tracked.map(({ id, prompt, kind, topic, answer }) => [
			id,
			prompt,
			kind,
			topic,
			answer?.title,
		]),
		untracked: untracked.map(({ prompt }) => prompt),
		regions: structure.regions.map(({ name, range }) => [name, text.slice(range.start, range.end)]),
		problems: structure.markerProblems.map(({ kind }) => kind),
		headings: structure.headings.map(heading => heading.text),
	};
}

/** Keeps an answer, compares what must not change, and takes it back. */
function expectKept(text: string, id: string, ownAnswer: string): string {
	const index = aVault({ 'Note.md': text });
	const before = whatCounts(aNote('Note.md', text));
	const result = resultOf(index, id, { rating: 'hard' });
	const outcome = { attempt: result.attempt, ownAnswer };
	applyVaultEdits(index, planOutcome(index, questionOf(index, id), outcome, 'desk'));
	const kept = index.find('Note.md') ?? aNote('');
	expect(whatCounts(kept)).toEqual(before);
	expect(kept.problems).toEqual([]);
	applyVaultEdits(index, planUndo(index, result, ownAnswer));
	expect(index.find('Note.md')?.text).toBe(text);
	return kept.text;
}

const HOSTILE = [
	...[
		'# H1',
		'---',
		'===',
		'a\n---',
		'%% open',
		'text %% open',
		'a\n\nb %% c',
		'%%%',
		'```',
		'~~~\nx',
	],
	...['$$', 'a $$ b', '$x', '<!--', 'text <!-- open', '<div>', '<script>', '`', '- [ ] x ^q-two'],
	...['[!answer]- x', '> [!answer]- x\n> y', '\t\tcode', '* a\n\n  b', '\0x', 'a\\', '[^1]: foo'],
	...['<!-- stackbook:end backlinks -->', '[a]: http://x', '| a | b |\n|---|---|\n| 1 | 2 |'],
	...['\u2028### Q9?', 'x\u0085### y?', '    ', '#tag [[Kafka]]', '==hl', '~~x', '<details>'],
	...['\f### Q?', 'x ^q-three', '<![CDATA[', '<?php', '- a\n%%\n### X?', '- %% a', '> > a %% b'],
	...[
		'```sql\na %% b\n```',
		'`a %% b',
		'%% a %% b %% c',
		'a %% b\n%% c\n%% d',
		'\\%% a',
		'x\r%%\r',
	],
];

describe('a kept answer changes no question and no region, and an undo takes every byte of it back', () => {
	test.each(HOSTILE)('%j', answer => {
		for (const id of IDS) {
			expectKept(NOTE, id, answer);
			expectKept(NOTE.replaceAll('\n', '\r\n'), id, answer);
		}
	});

	test('whatever it says', () => {
		const piece = fc.oneof(fc.constantFrom(...HOSTILE), fc.constantFrom('\n', '\r\n', '\n\n', ' '));
		const answer = fc.oneof(
			anyMarkdown,
			fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join('')),
		);
		const lineBreak = fc.constantFrom('\n', '\r\n', '\r');
		fc.assert(
			fc.property(answer, fc.constantFrom(...IDS), lineBreak, (words, id, eol) => {
				expectKept(NOTE.replaceAll('\n', eol), id, words);
			}),
			{ numRuns: propertyRuns(500) },
		);
	});
});

describe('the place of an answer', () => {
	const kept = '\n\n> [!quote] 我的回答 · 2026-11-20\n> words';

	test('is above the regions at the end of its section', () => {
		expect(expectKept(NOTE, 'q-three', 'words')).toBe(
			NOTE.replace('[x] Three ^q-three', `[/] Three ^q-three${kept}`),
		);
		const two = `### Q?\n- [ ] A ^a\n\nMine\n\n${TABLE}\n${REGION}\n`;
		expect(expectKept(two, 'a', 'words')).toBe(
			two.replace('[ ]', '[/]').replace('Mine', `Mine${kept}`),
		);
	});

	test('is below a region that is followed by something of the reader', () => {
		const text = `### Q?\n- [ ] A ^a\n\n${REGION}\nMine\n`;
		expect(expectKept(text, 'a', 'words')).toBe(
			text.replace('[ ]', '[/]').replace('Mine', `Mine${kept}`),
		);
		const between = `### Q?\n- [ ] A ^a\n\n${REGION}\nMine\n\n${TABLE}`;
		expect(expectKept(between, 'a', 'words')).toBe(
			between.replace('[ ]', '[/]').replace('Mine', `Mine${kept}`),
		);
	});

	test('is right below the line where a region follows without a gap', () => {
		const text = `### Q?\n- [ ] A ^a\n${REGION}`;
		expect(expectKept(text, 'a', 'words')).toBe(`### Q?\n- [/] A ^a${kept}\n${REGION}`);
	});
});
