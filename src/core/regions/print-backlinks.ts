import { inertText } from '../markdown/inert-text';
import { listBacklinks } from '../relations/backlink-list';
import type { BacklinkEntry } from '../relations/backlink-list';
import { RELATION_KINDS, relationKindName } from '../relations/relation-kind';
import type { NoteLanguage } from '../schema/note-type';
import { compareText } from '../text/compare-text';
import type { NotePath } from '../vault/note-path';
import { printLink, shortestName } from '../vault/print-link';
import { questionsNaming } from './naming-questions';
import type { NamingQuestion } from './prompt-names';
import type { RegionContext } from './region-context';

interface Words {
	readonly mention: string;
	readonly questions: string;
	readonly colon: string;
	readonly more: (count: number) => string;
}

const WORDS: Readonly<Record<NoteLanguage, Words>> = {
	zh: {
		mention: '提及',
		questions: '问到它的问题',
		colon: '：',
		more: count => `还有 ${count} 处`,
	},
	en: {
		mention: 'Mentions',
		questions: 'Questions that name it',
		colon: ': ',
		more: count => `${count} more`,
	},
};

/** A longer group is read by nobody; what it leaves out is counted, and Obsidian's own backlinks have it. */
const MOST_LISTED = 12;

/**
 * Who links here as lists under bold labels (headings would crowd the outline): by relation kind, then mentions, then
 * questions elsewhere that name this note.
 *
 * `backlinks:text` writes the same without links, for a reader to whom arrows and link counts of the graph mean
 * something.
 */
export function printBacklinks(context: RegionContext): string | undefined {
	const { index, note, language, argument } = context;
	if (!isBacklinksForm(argument)) return undefined;
	const words = WORDS[language];
	const entries = listBacklinks(index, note.path);
	const questions = questionsNaming(index, note.path);
	const groups = RELATION_KINDS.map(kind =>
		printGroup(
			relationKindName(kind, language),
			printEntries(
				entries.filter(entry => entry.kind === kind),
				context,
			),
			words,
		),
	);
	const asked = new Set(questions.map(({ path, line }) => `${path}:${line}`));
	const mentions = entries.filter(
		({ kind, source, line }) => kind === 'mention' && !asked.has(`${source}:${line}`),
	);
	const sources = entries.map(({ source }) => source);
	return [
		...groups,
		printGroup(words.mention, printEntries(mentions, context), words),
		printGroup(words.questions, printQuestions(questions, sources, context), words),
	]
		.filter(group => group !== '')
		.join('\n\n');
}

/** True for what may follow `backlinks:`, or for nothing. */
export function isBacklinksForm(argument: string): boolean {
	return argument === '' || argument === 'text';
}

function printGroup(label: string, items: readonly string[], { more }: Words): string {
	if (items.length === 0) return '';
	const rest = items.length - MOST_LISTED;
	const shown = items.slice(0, MOST_LISTED).concat(rest > 0 ? [more(rest)] : []);
	return [`**${label}**`, '', ...shown.map(item => `- ${item}`)].join('\n');
}

/** One line for each source, by its title; of several the first that gives a reason. */
function printEntries(entries: readonly BacklinkEntry[], context: RegionContext): string[] {
	const bySource = new Map<NotePath, BacklinkEntry>();
	for (const entry of entries) {
		const other = bySource.get(entry.source);
		if (!other || (other.reason === '' && entry.reason !== '')) bySource.set(entry.source, entry);
	}
	return [...bySource.values()]
		.sort((a, b) => compareText(a.title, b.title) || compareText(a.source, b.source))
		.map(({ source, reason }) => {
			const name = printSource(source, context);
			return reason === '' ? name : `${name}${WORDS[context.language].colon}${inertText(reason)}`;
		});
}

function printSource(source: NotePath, { index, note, argument }: RegionContext): string {
	return argument === 'text'
		? withoutBrackets(shortestName(index, source, note.path))
		: printLink(index, source, note.path);
}

/**
 * Links to questions, but only of notes that are linked with this one already: a region that made a new pair would
 * draw a line into the graph that nobody wrote.
 */
function printQuestions(
	questions: readonly NamingQuestion[],
	sources: readonly NotePath[],
	context: RegionContext,
): string[] {
	const { index, note, language, argument } = context;
	const linked = new Set(sources);
	for (const { target } of (index.find(note.path) ?? note).links) {
		const resolution = index.resolve(target, note.path);
		if (resolution.kind !== 'missing') linked.add(resolution.path);
	}
	return questions.map(({ path, id, prompt }) => {
		const name = shortestName(index, path, note.path);
		return argument === '' && linked.has(path)
			? `[[${name}#^${id}|${wordsOfLink(prompt)}]]`
			: `${withoutBrackets(name)}${WORDS[language].colon}${inertText(prompt)}`;
	});
}

/** In a link no backslash helps: code loses its marks; what would be a tag or a field becomes full-width. */
function wordsOfLink(prompt: string): string {
	return withoutBrackets(prompt)
		.replace(/`/g, '')
		.replace(/::/g, '：：')
		.replace(/(^|\s)#(?=\S)/g, '$1＃');
}

/** A bracket would end a link, or begin one; the full-width one reads the same. */
function withoutBrackets(text: string): string {
	return text.replace(/\[/g, '［').replace(/\]/g, '］');
}
