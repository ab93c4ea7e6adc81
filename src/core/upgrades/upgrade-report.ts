import { noteLanguageOf } from '../schema/note-type';
import type { NoteLanguage } from '../schema/note-type';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { printLink, printLinkTo } from '../vault/print-link';
import { isTaken } from './find-shipped';
import type { UpgradeConflict } from './merge-note';
import type { UpgradePlan } from './plan-upgrade';

/** Words of the report, which is a note: in the language of the notes. */
interface ReportWords {
	readonly name: string;
	readonly about: (from: string, to: string) => string;
	readonly text: string;
	readonly property: (name: string) => string;
	readonly homeless: (title: string) => string;
	readonly notWritten: string;
	readonly dropped: string;
	readonly colon: string;
}

const WORDS: Readonly<Record<NoteLanguage, ReportWords>> = {
	zh: {
		name: '升级报告',
		about: (from, to) =>
			`从 ${from} 升级到 ${to}。下面这些地方你改过，新版也改了：你的文字原样保留，新的文字列在这里，想用就自己抄过去。看完可以删掉本篇。`,
		text: '新版的文字',
		property: name => `属性 ${name} 的新值`,
		homeless: title => `新内容「${title}」：它该在的那一节已经不在了`,
		notWritten: '没有写入：这个位置已经有别的文件',
		dropped: '新版不再提供，原样保留',
		colon: '：',
	},
	en: {
		name: 'Upgrade report',
		about: (from, to) =>
			`Upgraded from ${from} to ${to}. In these places both you and the new release changed something: your text stays as it is, and the new text stands here for you to copy. Delete this note when you are done.`,
		text: 'The new text',
		property: name => `New value of the property ${name}`,
		homeless: title => `New: “${title}”, of which the section is gone`,
		notWritten: 'Not written: another file stands there',
		dropped: 'Shipped no more, left as it is',
		colon: ': ',
	},
};

/** The report of an upgrade as a new note; undefined if there is nothing to tell of. */
export function planUpgradeReport(
	index: NoteIndex,
	plan: UpgradePlan,
	prefix: string,
	date: string,
): { readonly path: NotePath; readonly text: string } | undefined {
	const taken = plan.skipped.filter(({ reason }) => reason === 'path-taken');
	if (plan.conflicts.length === 0 && taken.length === 0) return undefined;
	const words = WORDS[noteLanguageOf(index)];
	const pathOf = (number: number): NotePath =>
		`${prefix}${words.name} ${date}${number > 1 ? ` (${number})` : ''}.md`;
	const textFor = (path: NotePath): string => {
		const quoted = plan.conflicts.flatMap(conflict => printConflict(index, conflict, path, words));
		const others = taken.map(
			one => `- ${words.notWritten}${words.colon}\`${one.path.replaceAll('`', "'")}\``,
		);
		const dropped = plan.dropped.map(one =>
			[`- ${words.dropped}${words.colon}${printLink(index, one.path, path)}`, plainWords(one.title)]
				.filter(text => text !== '')
				.join(' · '),
		);
		const head = ['---', 'type: upgrade', `date: ${date}`, '---', ''];
		const lines = [`> [!info] ${plan.from} → ${plan.to}`, `> ${words.about(plan.from, plan.to)}`];
		return [...head, ...lines, '', ...quoted, ...others, ...dropped, ''].join('\n');
	};
	// An upgrade that was cut off tells the same again, and needs no second note for it.
	for (let number = 1; ; number++) {
		const path = pathOf(number);
		const text = textFor(path);
		if (index.find(path)?.text === text) return undefined;
		if (!isTaken(index, path)) return { path, text };
	}
}

function printConflict(
	index: NoteIndex,
	{ path, place, kind, title, text }: UpgradeConflict,
	from: NotePath,
	words: ReportWords,
): string[] {
	const name = plainWords(title);
	const subpath = place.startsWith('^') ? place : plainWords(place);
	const isPlace = kind === 'text' && subpath !== '';
	const link = isPlace
		? printLinkTo(index, { path, subpath, text: name === '' ? subpath : name }, from)
		: printLink(index, path, from);
	const note = isPlace ? `${printLink(index, path, from)} · ${link}` : link;
	const heading = {
		text: words.text,
		property: words.property(plainWords(title)),
		homeless: words.homeless(name),
	}[kind];
	return [`- ${note}`, '', ...asQuote(heading, text), ''];
}

/** Code inside of a callout: whatever the text holds, it asks, links and marks nothing. */
function asQuote(title: string, text: string): string[] {
	const longest = Math.max(3, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	const lines = [`[!note]- ${title}`, `${fence}markdown`, ...text.split('\n'), fence];
	return lines.map(line => (line === '' ? '>' : `> ${line}`));
}

/** Words without what would end a link or begin one. */
function plainWords(text: string): string {
	return text
		.replaceAll(/[[\]|#^`<>%\r\n]+/g, ' ')
		.replaceAll(/\s+/g, ' ')
		.trim();
}
