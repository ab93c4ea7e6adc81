import { questionsOf } from '../../src/core/questions/question';
import { applyEdits } from '../../src/core/text/text-edit';
import { aNote } from './a-note';
import { countLines } from './every-line';
import type { ReaderMonth } from './reader-month';

type Files = Readonly<Record<string, string>>;

/** Texts of one note: as it shipped, as the reader left it, as it ships now, and as an upgrade left it. */
interface NoteTexts {
	readonly shipped: string;
	readonly used: string;
	readonly present: string;
	readonly after: string;
}

/** What an upgrade took from a reader, or brought back against their will. */
export function findLosses(month: ReaderMonth, after: Files, present: Files): string[] {
	const presentById = new Map(Object.values(present).map(text => [idOf(text), text]));
	const ids = new Set(Object.values(after).map(idOf));
	return [
		...month.own.filter(path => after[path] !== month.files[path]),
		...month.deleted.filter(id => ids.has(id)).map(id => `back: ${id}`),
		...[...month.notes].flatMap(([path, { text, shipped }]) => {
			const now = after[path];
			if (now === undefined) return [`gone: ${path}`];
			const ships = presentById.get(idOf(shipped)) ?? '';
			const texts = { shipped, used: text, present: ships, after: now };
			return [
				...findLostLines(texts),
				...findLinesThatCameBack(texts),
				...findOtherBoxes(texts),
				...findLostWords(texts),
			].map(lost => `${path}: ${lost}`);
		}),
	];
}

function idOf(text: string): string {
	return /^id: (.*)$/m.exec(text)?.[1] ?? 'home';
}

/** What the reader wrote or changed stands there as often as before. */
function findLostLines({ shipped, used, after }: NoteTexts): string[] {
	const [inShipped, inUsed, inAfter] = [count(shipped), count(used), count(after)];
	return readersLines(used).filter(
		line => inUsed(line) > inShipped(line) && inAfter(line) < inUsed(line),
	);
}

/** What the reader deleted is back no more often than it is new. */
function findLinesThatCameBack({ shipped, used, present, after }: NoteTexts): string[] {
	const [inShipped, inUsed] = [count(shipped), count(used)];
	const [inPresent, inAfter] = [count(present), count(after)];
	return readersLines(shipped)
		.filter(line => {
			const most = inUsed(line) + Math.max(0, inPresent(line) - inShipped(line));
			return inUsed(line) < inShipped(line) && inAfter(line) > most;
		})
		.map(line => `back: ${line}`);
}

function findOtherBoxes({ used, after }: NoteTexts): string[] {
	const boxes = boxesOf(after);
	return [...boxesOf(used)]
		.filter(([id, character]) => boxes.get(id) !== character)
		.map(([id]) => `box of ${id}`);
}

/** Words in regions too, which end below them. */
function findLostWords({ used, after }: NoteTexts): string[] {
	return (used.match(/✎\d+ [^✎]* ✎/g) ?? []).filter(words => !after.includes(words));
}

function boxesOf(text: string): Map<string, string> {
	const { tracked } = questionsOf(aNote('a.md', text));
	return new Map(tracked.map(({ id, checkbox }) => [id, checkbox.character]));
}

/** Without regions, which the program writes, and without marks of a file's form. */
function bareLines(text: string): string[] {
	const { regions } = aNote('a.md', text).structure;
	const bare = applyEdits(
		text,
		regions.map(({ range }) => ({ range, newText: '' })),
	);
	return bare
		.replace(/^\uFEFF/, '')
		.replaceAll('\r\n', '\n')
		.split('\n');
}

function count(text: string): (line: string) => number {
	return countLines(bareLines(text).join('\n'));
}

/** All but what is blank or the program's own, and the lines of questions, whose box alone is the reader's. */
function readersLines(text: string): string[] {
	const isOurs = /^\s*$|^(?:release|format): |^>$|^- \[.\] .* \^\S+$|^---$/;
	return [...new Set(bareLines(text))].filter(line => !isOurs.test(line));
}
