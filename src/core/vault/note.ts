import { bodyStart, splitFrontMatter } from '../markdown/front-matter';
import { readProperties } from '../markdown/front-matter-properties';
import type { FrontMatterProblem } from '../markdown/front-matter-properties';
import type { Properties } from '../markdown/property';
import { linksInProperties } from '../markdown/scan-links';
import { scanNote } from '../markdown/scan-note';
import type { Link, NoteStructure } from '../markdown/structure';
import { titleOf } from './note-path';
import type { NotePath } from './note-path';

/** A fault of a note as a whole, or of its front matter. */
export type NoteProblem =
	| FrontMatterProblem
	| {
			readonly kind: 'unclosed-front-matter' | 'too-large' | 'binary';
			readonly line: number;
			readonly detail: string;
	  };

/** A note, read: its text with everything that one pass finds in it. */
export interface Note {
	readonly path: NotePath;
	readonly title: string;
	readonly text: string;
	readonly bodyStart: number;
	readonly properties: Properties;
	readonly structure: NoteStructure;
	/** Links of the body and of the properties; those inside regions are not among them. */
	readonly links: readonly Link[];
	readonly problems: readonly NoteProblem[];
}

/** A longer text is not read: no person wrote it, and the phone must not freeze on it. */
const LONGEST_NOTE = 32_000_000;

const NOTHING: NoteStructure = {
	headings: [],
	checkboxes: [],
	callouts: [],
	blockIds: [],
	links: [],
	tags: [],
	regions: [],
	markerProblems: [],
	masked: '',
	skippedLines: [],
};

/** Reads a note; never throws. What cannot be read is a problem of the note, and its structure is empty. */
export function parseNote(path: NotePath, text: string): Note {
	if (text.length > LONGEST_NOTE) return unreadable(path, text, 'too-large');
	if (text.includes('\0')) return unreadable(path, text, 'binary');
	const split = splitFrontMatter(text);
	const start = bodyStart(text, split);
	const structure = scanNote(text, start);
	const { properties, problems } =
		split.kind === 'found' ? readProperties(text, split) : { properties: new Map(), problems: [] };
	const unclosed: NoteProblem[] =
		split.kind === 'unclosed' && /^\s*[\p{L}_][\p{L}\p{N}_ -]*:(?:\s|$)/u.test(secondLine(text))
			? [{ kind: 'unclosed-front-matter', line: 1, detail: '' }]
			: [];
	const links = [...linksInProperties(properties), ...structure.links];
	return {
		path,
		title: titleOf(path),
		text,
		bodyStart: start,
		properties,
		structure,
		links,
		problems: [...unclosed, ...problems],
	};
}

function unreadable(path: NotePath, text: string, kind: 'too-large' | 'binary'): Note {
	return {
		path,
		title: titleOf(path),
		text,
		bodyStart: 0,
		properties: new Map(),
		structure: NOTHING,
		links: [],
		problems: [{ kind, line: 1, detail: String(text.length) }],
	};
}

/** A first line `---` that opens nothing is only a rule; with a property below it, somebody forgot to close. */
function secondLine(text: string): string {
	return text.slice(0, 2000).split(/\r\n|\n|\r/)[1] ?? '';
}
