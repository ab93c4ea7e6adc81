import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTemplate } from '../../src/core/schema/note-type';
import { parseNote, type Note } from '../../src/core/vault/note';
import { createNoteIndex, type NoteIndex } from '../../src/core/vault/note-index';
import { listFiles } from './list-files';
import { ROOT } from './room-table';

const FOLDER = 'vault-template/zh';

/** A line of a shipped note that people read as prose. */
export interface ProseLine {
	/** Place for a message: `技术/Flink.md:12`. */
	readonly place: string;
	readonly text: string;
	/** Titles of the headings above, outermost first. */
	readonly sections: readonly string[];
	/** The bold label of the reference answer in which the line stands, empty outside of one. */
	readonly label: string;
}

/** Paths of all files that ship in the Chinese vault, from its root. */
export const SHIPPED_PATHS = listFiles(FOLDER, /\.[a-z]+$/).map(path =>
	path.slice(FOLDER.length + 1),
);

/** The Chinese vault as it lies in the repository. */
export function readShippedVault(): NoteIndex {
	const notes = SHIPPED_PATHS.filter(path => path.endsWith('.md') && !path.startsWith('.'));
	return createNoteIndex(
		notes.map(path => parseNote(path, readFileSync(join(ROOT, FOLDER, path), 'utf8'))),
		SHIPPED_PATHS.filter(path => !path.endsWith('.md')),
	);
}

/** A file of the Chinese vault that is no note. */
export function readShippedFile(path: string): string {
	return readFileSync(join(ROOT, FOLDER, path), 'utf8');
}

/** The notes that ask and count: all but the templates. */
export function shippedNotes(index: NoteIndex): Note[] {
	return index.notes().filter(note => !isTemplate(note));
}

/** The lines of a note's body without code and regions. */
export function proseOf(note: Note): ProseLine[] {
	const masked = note.structure.masked.split('\n');
	const levels: { level: number; text: string }[] = [];
	const headings = new Map(note.structure.headings.map(heading => [heading.line, heading]));
	const prose: ProseLine[] = [];
	let label = '';
	for (const [at, text] of note.text.split('\n').entries()) {
		const heading = headings.get(at + 1);
		if (heading) {
			while ((levels.at(-1)?.level ?? 0) >= heading.level) levels.pop();
			levels.push(heading);
		}
		if (!text.startsWith('>')) label = '';
		label = /^> \*\*([^*]+)\*\*/.exec(text)?.[1] ?? label;
		if ((masked[at] ?? '').trim() === '') continue;
		const place = `${note.path}:${at + 1}`;
		prose.push({ place, text, sections: levels.map(level => level.text), label });
	}
	return prose;
}
