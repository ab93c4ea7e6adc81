import { isDeepRun } from './property-runs';

const MARK = '✎ 读者自己的一行';

/** So many lines of a note are changed at once, far from each other. */
const AT_ONCE = 24;

/** Everyday one batch of lines in so many; in deep runs every line of every note. */
const STEP = isDeepRun ? 1 : 31;

/** Lines of one note that a reader changes. */
export interface LineBatch {
	readonly path: string;
	readonly lines: readonly string[];
	/** Positions in `lines`. */
	readonly at: ReadonlySet<number>;
}

/** Every note with all of its lines; the release is the program's own line. */
export function wholeNotes(files: Readonly<Record<string, string>>): LineBatch[] {
	return Object.entries(files)
		.filter(([path]) => path.endsWith('.md'))
		.map(([path, text]) => {
			const lines = text.split('\n');
			const all = [...lines.keys()].filter(i => !/^(?:release|format):/.test(lines[i] ?? ''));
			return { path, lines, at: new Set(all) };
		});
}

/** Every line of every note, or every day some of them, in batches. */
export function batchLines(files: Readonly<Record<string, string>>): LineBatch[] {
	return wholeNotes(files)
		.flatMap(({ path, lines, at }) => {
			const count = Math.ceil(lines.length / AT_ONCE);
			return Array.from({ length: count }, (_, i) => ({
				path,
				lines,
				at: new Set([...at].filter(line => line % count === i)),
			}));
		})
		.filter((_, i) => i % STEP === 0);
}

/** A line that the reader inserts above the line at this position. */
export function insertedLine(at: number): string {
	return `${MARK} ${at}`;
}

/** What the reader makes of the line at this position. */
export function editedLine({ lines }: LineBatch, at: number): string {
	return `${lines[at] ?? ''} ${MARK} ${at}`;
}

/** The note with a line of the reader's above each line of the batch. */
export function withInserted({ lines, at }: LineBatch): string {
	return lines.flatMap((line, i) => (at.has(i) ? [insertedLine(i), line] : [line])).join('\n');
}

/** The note with each line of the batch edited. */
export function withEdited(batch: LineBatch): string {
	return batch.lines.map((line, i) => (batch.at.has(i) ? editedLine(batch, i) : line)).join('\n');
}

/** The note without the lines of the batch. */
export function withoutLines({ lines, at }: LineBatch): string {
	return lines.filter((_, i) => !at.has(i)).join('\n');
}

/** How often each line stands in a text. */
export function countLines(text: string): (line: string) => number {
	const counts = new Map<string, number>();
	for (const line of text.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
	return line => counts.get(line) ?? 0;
}
