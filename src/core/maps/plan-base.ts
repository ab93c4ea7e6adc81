import { listProperty } from '../markdown/property';
import { isCriterionName } from '../schema/criterion';
import { categoryOf, notesOfType } from '../schema/note-type';
import { compareText } from '../text/compare-text';
import { hashText } from '../text/hash-text';
import type { NoteIndex } from '../vault/note-index';

/** What bringing a base up to date takes. */
export type BasePlan =
	| { readonly kind: 'write'; readonly text: string }
	| { readonly kind: 'unchanged' }
	/** Somebody's own base, also one of ours that the app has written: theirs to change. */
	| { readonly kind: 'foreign' }
	| { readonly kind: 'refused'; readonly reason: 'edited-base' };

const SIGNED = /^# stackbook:base hash=([0-9a-f]{16})\r?\n/;

/** All bases of a vault in the order of their paths. */
export function basePaths(index: NoteIndex): string[] {
	return [...index.attachments()].filter(path => /\.base$/i.test(path)).sort(compareText);
}

/** A base with a first line by which an edit is noticed. */
export function signBase(body: string): string {
	return `# stackbook:base hash=${hashText(body)}\n${body}`;
}

/**
 * Plans the columns of the base of a category: the criteria of its comparison note, in their order, behind the other
 * columns. Only one that nobody changed is written: when the app writes a base, the comment with the hash is gone.
 */
export function planBase(index: NoteIndex, text: string): BasePlan {
	const [line = '', hash] = SIGNED.exec(text) ?? [];
	if (hash === undefined) return { kind: 'foreign' };
	const body = text.slice(line.length);
	const criteria = criteriaOfBase(index, body);
	const wanted = criteria.length > 0 ? withCriteria(body, criteria) : body;
	if (wanted === body) return { kind: 'unchanged' };
	if (hashText(body) !== hash) return { kind: 'refused', reason: 'edited-base' };
	return { kind: 'write', text: signBase(wanted) };
}

/** What the comparison note of the category names; none where there is no such note, or it names none. */
function criteriaOfBase(index: NoteIndex, body: string): readonly string[] {
	const category = /^ *- category == "([^"\r\n]+)"\r?$/m.exec(body)?.[1];
	if (category === undefined) return [];
	return (
		notesOfType(index, 'comparison')
			.filter(note => categoryOf(note) === category)
			.map(({ properties }) => listProperty(properties, 'criteria'))
			.find(criteria => criteria.length > 0) ?? []
	);
}

function withCriteria(body: string, criteria: readonly string[]): string {
	return body.replace(/^( *)order:(\r?\n)((?:\1 +- .*(?:\r?\n|$))+)/gm, (_, ...found: string[]) => {
		const [indent = '', eol = '', list = ''] = found;
		const items = list.split(/\r?\n/).filter(item => item !== '');
		const others = items.filter(item => !isCriterion(readItem(item)));
		const bullet = /^ *- /.exec(items[0] ?? '')?.[0] ?? `${indent}  - `;
		const columns = [...others, ...criteria.map(name => bullet + printName(name))];
		return [`${indent}order:`, ...columns, ''].join(eol);
	});
}

/** What is no property of a note (`file.name`) is no criterion. */
function isCriterion(column: string): boolean {
	return isCriterionName(column) && !/^(?:file|formula)\./.test(column);
}

function readItem(item: string): string {
	const written = item.replace(/^ *- /, '').trim();
	if (!/^".*"$/.test(written)) return written;
	try {
		return String(JSON.parse(written));
	} catch {
		return written;
	}
}

/** Plain where YAML would read nothing but the name in it. */
function printName(name: string): string {
	const isPlain = /^\p{L}[\p{L}\p{N}]*(?:[ _-][\p{L}\p{N}]+)*$/u.test(name);
	return isPlain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name)
		? name
		: JSON.stringify(name);
}
