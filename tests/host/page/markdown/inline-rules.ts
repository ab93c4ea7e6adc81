import type { MarkdownIt, StateInline } from 'markdown-it';
import { linkTitle } from '../metadata/find-links';

type Rule = (state: StateInline, silent: boolean) => boolean;

/** A rule for what a pattern matches at the place where the parser stands. */
function patternRule(
	pattern: RegExp,
	write: (state: StateInline, match: RegExpExecArray) => void,
): Rule {
	const sticky = new RegExp(pattern.source, 'uy');
	return (state, silent) => {
		sticky.lastIndex = state.pos;
		const match = sticky.exec(state.src);
		if (!match) return false;
		if (!silent) write(state, match);
		state.pos += match[0].length;
		return true;
	};
}

function writeLink(state: StateInline, [, , target = '', words]: readonly string[]): void {
	const link = target.replace(/\\$/, '').trim();
	const open = state.push('link_open', 'a', 1);
	open.attrs = [
		['data-href', link],
		['href', link],
		['class', 'internal-link'],
		['target', '_blank'],
		['rel', 'noopener nofollow'],
	];
	state.push('text', '', 0).content = words ?? linkTitle(link);
	state.push('link_close', 'a', -1);
}

function writeEmbed(state: StateInline, [, , target = '', words]: readonly string[]): void {
	const link = target.replace(/\\$/, '').trim();
	const open = state.push('embed_open', 'span', 1);
	open.attrs = [
		['class', 'internal-embed'],
		['src', link],
		['alt', words ?? link],
	];
	state.push('embed_close', 'span', -1);
}

/** One element with a text in it that is not read any further. */
function writeElement(
	state: StateInline,
	tag: string,
	text: string,
	attrs: [string, string][],
): void {
	const open = state.push(`${tag}_open`, tag, 1);
	open.attrs = attrs;
	state.push('text', '', 0).content = text;
	state.push(`${tag}_close`, tag, -1);
}

const highlight: Rule = (state, silent) => {
	const { src, pos } = state;
	const end = src.indexOf('==', pos + 2);
	if (!src.startsWith('==', pos) || end <= pos + 2 || end > state.posMax) return false;
	if (!silent) {
		state.push('mark_open', 'mark', 1);
		const { posMax } = state;
		state.pos = pos + 2;
		state.posMax = end;
		state.md.inline.tokenize(state);
		state.posMax = posMax;
		state.push('mark_close', 'mark', -1);
	}
	state.pos = end + 2;
	return true;
};

/** A tag begins a word. */
const tag: Rule = (state, silent) => {
	const before = state.src[state.pos - 1];
	if (before !== undefined && !/\s/.test(before)) return false;
	return tagPattern(state, silent);
};

const tagPattern = patternRule(
	/#(?=[\d/_-]*[^\s\d/_-])([\p{L}\p{N}\p{M}\p{Extended_Pictographic}_\-/]+)/u,
	(state, [whole]) => {
		writeElement(state, 'a', whole, [
			['class', 'tag'],
			['href', whole],
			['target', '_blank'],
			['rel', 'noopener nofollow'],
		]);
	},
);

/** Teaches the parser what notes have and Markdown has not. */
export function addInlineRules(parser: MarkdownIt): void {
	const { ruler } = parser.inline;
	const wikilink = /(!?)\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/;
	ruler.before(
		'link',
		'wikilink',
		patternRule(wikilink, (state, match) => {
			if (match[1] === '!') writeEmbed(state, match);
			else writeLink(state, match);
		}),
	);
	ruler.before(
		'escape',
		'comment',
		patternRule(/%%[^]*?%%/, () => undefined),
	);
	ruler.before(
		'escape',
		'math_block',
		patternRule(/\$\$([^]+?)\$\$/, (state, [, source = '']) =>
			writeElement(state, 'span', source, [['class', 'math math-block is-loaded']]),
		),
	);
	ruler.before(
		'escape',
		'math',
		patternRule(/\$(?=[^\s$])([^$\n]*?[^\s$\\]|[^\s$])\$(?!\d)/, (state, [, source = '']) =>
			writeElement(state, 'span', source, [['class', 'math math-inline is-loaded']]),
		),
	);
	ruler.before('emphasis', 'highlight', highlight);
	ruler.before('emphasis', 'tag', tag);
}
