import type { Link } from '../markdown/structure';
import type { Note } from '../vault/note';
import type { NotePath } from '../vault/note-path';
import { sectionsOf } from '../vault/section';
import { splitLines } from '../text/line';
import { relationKindOf } from './relation-kind';
import type { RelationKind } from './relation-kind';

/** A typed link that a note states, with its reason. */
interface Relation {
	readonly source: NotePath;
	readonly kind: RelationKind;
	readonly link: Link;
	readonly reason: string;
	readonly line: number;
}

/** An item of a relations list that says nothing that can be used. */
export interface RelationProblem {
	readonly kind: 'unknown-kind' | 'no-link' | 'no-reason';
	readonly line: number;
	readonly detail: string;
}

/** What the relations sections of a note state. */
export interface RelationReading {
	readonly relations: readonly Relation[];
	readonly problems: readonly RelationProblem[];
}

const TITLES: ReadonlySet<string> = new Set(['关系', 'relations']);
const ITEM = /^[-*+] +\*\*([^*]{1,40})\*\*(.*)$/;

/** Reads `- **上游** [[Kafka]]：reason` items under the heading 关系 (Relations). */
export function relationsOf(note: Note): RelationReading {
	const relations: Relation[] = [];
	const problems: RelationProblem[] = [];
	for (const { heading, own } of sectionsOf(note)) {
		if (!TITLES.has(heading.text.toLowerCase())) continue;
		const source = note.text.slice(own.start, own.end);
		for (const line of splitLines(source)) {
			const match = ITEM.exec(source.slice(line.start, line.end));
			if (!match) continue;
			const number = heading.line + line.number - 1;
			const read = readItem(note, number, { word: match[1] ?? '', rest: match[2] ?? '' });
			if ('link' in read) relations.push(read);
			else problems.push(read);
			if ('link' in read && read.reason === '')
				problems.push({ kind: 'no-reason', line: number, detail: match[1] ?? '' });
		}
	}
	return { relations, problems };
}

function readItem(
	note: Note,
	line: number,
	item: { word: string; rest: string },
): Relation | RelationProblem {
	const kind = relationKindOf(item.word.replace(/[:：]$/, ''));
	if (!kind) return { kind: 'unknown-kind', line, detail: item.word };
	const link = note.structure.links.find(candidate => candidate.line === line);
	if (!link) return { kind: 'no-link', line, detail: item.word };
	const afterLink = item.rest.replace(/^[:：]?\s*(?:\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\))/, '');
	return {
		source: note.path,
		kind,
		link,
		reason: afterLink.replace(/^\s*[:：]\s*/, '').trim(),
		line,
	};
}
