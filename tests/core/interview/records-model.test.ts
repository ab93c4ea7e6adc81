// The records of interviews against a model of them, through everything that a reader may do between two answers.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planOutcome } from '../../../src/core/interview/outcome';
import { makeResult } from '../../../src/core/interview/result';
import type { InterviewResult } from '../../../src/core/interview/result';
import { planUndo } from '../../../src/core/interview/undo';
import { listQuestions } from '../../../src/core/questions/question';
import type { Question } from '../../../src/core/questions/question';
import { listAttempts, printAttempt, RATINGS } from '../../../src/core/reviews/attempt';
import type { Rating } from '../../../src/core/reviews/attempt';
import type { LiveNoteIndex } from '../../../src/core/vault/note-index';
import { aNote, aVault } from '../../support/a-note';
import { applyVaultEdits } from '../../support/apply-vault-edits';
import { isDeepRun } from '../../support/property-runs';
import { recordReliability } from '../../support/reliability';

const IDS = ['q-one', 'q-two', 'q-three'] as const;
type Id = (typeof IDS)[number];
const PATHS = ['A.md', 'B.md'] as const;

const section = (id: Id, box: string): string =>
	`### Prompt of ${id}?\n- [${box}] ${id} · L2 ★★ ^${id}\n\nMine for ${id}.\n`;
const noteText = (sections: readonly string[]): string =>
	`---\ntype: technology\n---\n## Principles\n\n${sections.join('\n')}`;

type Step =
	| { readonly kind: 'answer'; readonly id: Id; readonly rating: Rating; readonly device: string }
	| { readonly kind: 'skip'; readonly id: Id }
	| { readonly kind: 'undo' }
	| { readonly kind: 'set'; readonly id: Id; readonly box: string }
	| { readonly kind: 'edit'; readonly id: Id }
	| { readonly kind: 'delete note'; readonly path: string }
	| { readonly kind: 'move'; readonly id: Id; readonly path: string };

const id = fc.constantFrom(...IDS);
const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant('answer' as const),
			id,
			rating: fc.constantFrom(...RATINGS),
			device: fc.constantFrom('desk', 'phone'),
		}),
	},
	fc.record({ kind: fc.constant('skip' as const), id }),
	fc.record({ kind: fc.constant('undo' as const) }),
	fc.record({ kind: fc.constant('set' as const), id, box: fc.constantFrom(' ', '/', 'x', '-') }),
	fc.record({ kind: fc.constant('edit' as const), id }),
	fc.record({ kind: fc.constant('delete note' as const), path: fc.constantFrom(...PATHS) }),
	fc.record({ kind: fc.constant('move' as const), id, path: fc.constantFrom(...PATHS) }),
);

/** What must be there, kept the plain way. */
interface Model {
	/** Where each question stands that is there, and its box. */
	readonly boxes: Map<Id, { path: string; box: string }>;
	/** Lines of attempts that were not taken back. */
	readonly lines: Set<string>;
	/** Words of the reader, in order, by question. */
	readonly words: Map<Id, string[]>;
	last:
		| { readonly result: InterviewResult; readonly before: string; readonly after: string }
		| undefined;
	clock: number;
}

const BOXES: Readonly<Record<Rating, string>> = { again: ' ', hard: '/', good: 'x', easy: 'x' };

function find(index: LiveNoteIndex, wanted: Id): Question | undefined {
	return listQuestions(index).find(question => question.id === wanted);
}

function edit(index: LiveNoteIndex, path: string, change: (text: string) => string): void {
	index.set(aNote(path, change(index.find(path)?.text ?? noteText([]))));
}

function sectionOf(index: LiveNoteIndex, question: Question): string {
	const { start, end } = question.range;
	return index.find(question.path)?.text.slice(start, end) ?? '';
}

function answer(index: LiveNoteIndex, model: Model, done: Step & { kind: 'answer' }): void {
	const question = find(index, done.id);
	if (!question) return;
	model.clock++;
	const time = new Date(Date.UTC(2026, 9, 25) + model.clock * 7_000_000)
		.toISOString()
		.replace('.000Z', '+00:00');
	const result = makeResult(question, undefined, {
		...{ rating: done.rating, time, thinking: 1000, hits: [] },
	});
	applyVaultEdits(index, planOutcome(index, question, { attempt: result.attempt }, done.device));
	model.lines.add(printAttempt(result.attempt));
	const known = model.boxes.get(done.id);
	const before = known?.box ?? ' ';
	const after = before === '-' ? '-' : BOXES[done.rating];
	if (known) known.box = after;
	model.last = { result, before, after };
}

function undo(index: LiveNoteIndex, model: Model): void {
	if (!model.last) return;
	const { result, before, after } = model.last;
	applyVaultEdits(index, planUndo(index, result));
	model.lines.delete(printAttempt(result.attempt));
	const known = [...model.boxes].find(([one]) => one === result.questionId)?.[1];
	// A box that was set by hand since then is the reader's.
	if (known?.box === after) known.box = before;
	model.last = undefined;
}

function take(index: LiveNoteIndex, model: Model, done: Step): void {
	if (done.kind === 'answer') answer(index, model, done);
	else if (done.kind === 'undo') undo(index, model);
	else if (done.kind === 'delete note') {
		index.remove(done.path);
		for (const [one, { path }] of [...model.boxes]) {
			if (path === done.path) model.boxes.delete(one);
		}
	} else {
		const question = find(index, done.id);
		const known = model.boxes.get(done.id);
		if (!question || !known || done.kind === 'skip') return;
		if (done.kind === 'set') {
			const { start, end } = question.checkbox.characterRange;
			edit(index, question.path, text => `${text.slice(0, start)}${done.box}${text.slice(end)}`);
			known.box = done.box;
		} else if (done.kind === 'edit') {
			const word = `Word ${model.words.get(done.id)?.length ?? 0} of ${done.id}.`;
			const { end } = question.range;
			edit(index, question.path, text => `${text.slice(0, end)}\n${word}\n${text.slice(end)}`);
			model.words.get(done.id)?.push(word);
		} else if (done.path !== question.path) {
			const whole = sectionOf(index, question);
			const { start, end } = question.range;
			edit(index, question.path, text => `${text.slice(0, start)}${text.slice(end)}`);
			edit(index, done.path, text => `${text.trimEnd()}\n\n${whole}`);
			known.path = done.path;
		}
	}
}

function check(index: LiveNoteIndex, model: Model): void {
	expect(listAttempts(index).map(printAttempt).sort()).toEqual([...model.lines].sort());
	const found = listQuestions(index).filter(({ id: one }) => one.startsWith('q-'));
	expect(found.map(({ id: one }) => one).sort()).toEqual([...model.boxes.keys()].sort());
	for (const question of found) {
		const wanted = [...model.boxes].find(([one]) => one === question.id);
		expect([question.path, question.checkbox.character]).toEqual([
			...[wanted?.[1].path, wanted?.[1].box],
		]);
		const words = [...model.words].find(([one]) => one === question.id)?.[1] ?? [];
		const text = sectionOf(index, question);
		for (const word of [`Mine for ${question.id}.`, ...words]) expect(text).toContain(word);
	}
}

test('records of interviews say what was answered, whatever the reader does to the notes meanwhile', () => {
	let count = 0;
	let whole = 0;
	try {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 30 }), steps => {
				count++;
				const [first, second, third] = IDS;
				const index = aVault({
					'A.md': noteText([section(first, ' '), section(second, ' ')]),
					'B.md': noteText([section(third, 'x')]),
				});
				const model: Model = {
					boxes: new Map([
						[first, { path: 'A.md', box: ' ' }],
						[second, { path: 'A.md', box: ' ' }],
						[third, { path: 'B.md', box: 'x' }],
					]),
					lines: new Set(),
					words: new Map(IDS.map(one => [one, []])),
					last: undefined,
					clock: 0,
				};
				for (const done of steps) {
					take(index, model, done);
					check(index, model);
				}
				whole++;
			}),
			{ numRuns: isDeepRun ? 2000 : 150 },
		);
	} finally {
		recordReliability('interviews', {
			what: 'sequences of up to 30 steps: answers, undo, skips, boxes set, notes edited and deleted, questions moved',
			count,
			losses: count - whole,
		});
	}
}, 240_000);
