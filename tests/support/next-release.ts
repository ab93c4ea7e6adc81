import { makeRelease } from '../../src/core/upgrades/release';
import type { Release } from '../../src/core/upgrades/release';
import {
	compactHistory,
	readHistory,
	recordRelease,
} from '../../src/core/upgrades/release-history';
import { takeApart } from '../../src/core/upgrades/note-parts';
import { applyEdits } from '../../src/core/text/text-edit';
import type { TextEdit } from '../../src/core/text/text-edit';
import { aNote } from './a-note';
import { readRecord } from './old-release';

/** The version of a release that is made up in tests. */
const NEXT_VERSION = '98.0.0';

/** Files in which every part has another text: a new last line, another prompt, another value. */
export function makeNextFiles(files: Readonly<Record<string, string>>): Record<string, string> {
	const next = Object.entries(files).map(([path, text]) => [
		path,
		path.endsWith('.md') ? editEveryPart(path, text) : text,
	]);
	return Object.fromEntries(next) as Record<string, string>;
}

/** All releases up to the made-up one, with the present recorded as a program's own release would be. */
export function releasesUpToNext(
	present: Readonly<Record<string, string>>,
	version: string,
	next: Readonly<Record<string, string>>,
): Release[] {
	const record = recordRelease(readRecord(), makeRelease(version, present, 'lines'));
	return readHistory(compactHistory(record, next), NEXT_VERSION, next);
}

function editEveryPart(path: string, text: string): string {
	const note = aNote(path, text);
	const { parts } = takeApart(note);
	const edits: TextEdit[] = [];
	const insertAt = (at: number, newText: string): void => {
		edits.push({ range: { start: at, end: at }, newText });
	};
	for (const { key, lines } of parts.values()) {
		const end = lines.at(-1)?.range.end ?? 0;
		if (key.endsWith('/answer')) insertAt(end, '\n> - 下一版的要点');
		else if (key.endsWith('/line'))
			insertAt(end - (lines[0]?.text.match(/ \^\S+$/)?.[0] ?? '').length, '★');
		else if (key.startsWith('question:')) insertAt(end, '（下一版）');
		else insertAt(end, '\n\n下一版补充的一句。');
	}
	for (const { name, value, range } of note.properties.values()) {
		const isText =
			typeof value === 'string' &&
			!['type', 'id', 'format', 'release', 'language', 'category'].includes(name);
		if (isText && !text.slice(range.start, range.end).endsWith('"')) insertAt(range.end, ' 下一版');
	}
	return applyEdits(text, edits);
}
