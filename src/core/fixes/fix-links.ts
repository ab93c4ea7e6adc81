import { originalOf } from '../checks/conflict-copies';
import { listQuestions } from '../questions/question';
import { aliasesOf, isTemplate, noteTypeOf } from '../schema/note-type';
import { compareText } from '../text/compare-text';
import { applyEdits } from '../text/text-edit';
import type { TextEdit } from '../text/text-edit';
import type { Link } from '../markdown/structure';
import type { Note } from '../vault/note';
import { groupNotes } from '../vault/note-groups';
import type { NoteIndex } from '../vault/note-index';
import { fileNameOf } from '../vault/note-path';
import { shortestName } from '../vault/print-link';
import type { FixContext, FixText } from './fix-text';

/** Leads a dead link to the one note that has its target as an alias, or writes its title a little differently. */
export const leadToAlias: FixText = context => {
	const { target = '' } = context.diagnostic.params;
	const note = noteMeant(context.index, target);
	if (!note) return undefined;
	const name = shortestName(context.index, note.path, context.note.path);
	const shown = fileNameOf(target);
	const isShown = shown.toLowerCase() === name.toLowerCase();
	return rewriteLinks(
		context,
		link => link.target === target,
		({ subpath, embed }) => ({
			target: name,
			subpath,
			// The words after the bar of an embed are its size.
			alias: embed || isShown || subpath !== '' ? undefined : shown,
		}),
	);
};

/** Leads a link to a question to where that question stands now. */
export const leadToQuestion: FixText = context => {
	const { index, note, diagnostic } = context;
	const { subpath: wanted = '', target = '' } = diagnostic.params;
	if (!wanted.startsWith('^')) return undefined;
	const id = wanted.slice(1).toLowerCase();
	const [question, second] = listQuestions(index).filter(one => one.id.toLowerCase() === id);
	if (!question || second) return undefined;
	const name = question.path === note.path ? '' : shortestName(index, question.path, note.path);
	const isMeant = ({ target: to, subpath }: Link): boolean => {
		const resolution = index.resolve(to, note.path);
		if (subpath !== wanted || resolution.kind === 'missing') return false;
		return index.find(resolution.path)?.title === target;
	};
	return rewriteLinks(context, isMeant, () => ({
		target: name,
		subpath: wanted,
		alias: undefined,
	}));
};

interface NewTarget {
	readonly target: string;
	readonly subpath: string;
	/** What shows, for a link that has no words of its own. */
	readonly alias: string | undefined;
}

function rewriteLinks(
	{ note, diagnostic }: FixContext,
	isMeant: (link: Link) => boolean,
	newTarget: (link: Link) => NewTarget,
): string | undefined {
	const edits: TextEdit[] = [];
	for (const link of note.links) {
		if (link.line !== diagnostic.line || !isMeant(link)) continue;
		const edit = rewriteLink(note, link, newTarget(link));
		if (!edit) return undefined;
		edits.push(edit);
	}
	return edits.length > 0 ? applyEdits(note.text, edits) : undefined;
}

/** Only wikilinks: what stands between round brackets is written in more ways than one. */
function rewriteLink(
	{ text }: Note,
	link: Link,
	{ target, subpath, alias }: NewTarget,
): TextEdit | undefined {
	if (link.form !== 'wikilink') return undefined;
	const source = text.slice(link.range.start, link.range.end);
	const found = [...source.matchAll(/\[\[([^[\]\r\n|\\]+)(\\?\|[^[\]\r\n]*)?\]\]/g)].filter(
		([, inner = '']) => inner.split('#')[0]?.trim() === link.target,
	);
	const [match, second] = found;
	if (!match || (second && link.property !== undefined)) return undefined;
	const [whole, , words] = match;
	const isInTable =
		link.property === undefined && /^[ \t>]*\|/.test(lineAt(text, link.range.start));
	const newWords = alias === undefined ? '' : `${isInTable ? '\\' : ''}|${alias}`;
	const place = target + (subpath === '' ? '' : `#${subpath}`);
	if (link.property !== undefined && /["'\\]/.test(place + newWords)) return undefined;
	const start = link.range.start + match.index;
	const newText = `[[${place}${words ?? newWords}]]`;
	return { range: { start, end: start + whole.length }, newText };
}

function lineAt(text: string, offset: number): string {
	const start =
		Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
	return text.slice(start, offset);
}

/** The one note that is called by a name, if case, width, blanks and hyphens are put aside. */
function noteMeant(index: NoteIndex, target: string): Note | undefined {
	const key = loosely(fileNameOf(target));
	if (key === '') return undefined;
	const called = index.gather(byLooseName).of(key);
	const [note, second] = called.filter(one => originalOf(index, one) === undefined);
	if (!note || second) return undefined;
	// Of the reader's own notes several may go by one name in time: `README`, `Log`.
	return target.includes('/') && noteTypeOf(note) === 'plain' ? undefined : note;
}

const byLooseName = groupNotes({
	keysOf: note =>
		isTemplate(note) ? [] : [...new Set([note.title, ...aliasesOf(note)].map(loosely))],
	compare: (a, b) => compareText(a.path, b.path),
});

function loosely(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\.md$/, '')
		.replace(/[\s_-]+/g, '');
}
