/** A text that makes a regular expression try in vain: a part that repeats, with what stands before and behind it. */
export interface Attack {
	readonly before: string;
	readonly repeated: string;
	readonly behind: string;
}

/** The text of an attack, about so long. */
export function attackText({ before, repeated, behind }: Attack, length: number): string {
	return before + repeated.repeat(Math.ceil(length / repeated.length)) + behind;
}

/** Characters that classes are tried with; an expression adds its own. */
const CANDIDATES = [
	' ',
	'\t',
	'\n',
	'a',
	'0',
	'-',
	'中',
	'*',
	'\r',
	'A',
	'_',
	'!',
	'\u0300',
	'。',
	'😀',
	'①',
];
const LONGEST_REPEATED = 5;
const BEHIND = ['', '\u0001', '\n', '!x'];

/**
 * Texts that are derived from an expression: of the words that it takes every run of parts is repeated, behind the parts
 * before it and alone, and followed by what it does not take.
 */
export function attacksOn(expression: RegExp): Attack[] {
	const attacks = wordsOf(expression).flatMap(word =>
		word.flatMap((_, start) => attacksFrom(word, start)),
	);
	return [...new Map(attacks.map(attack => [JSON.stringify(attack), attack])).values()];
}

function attacksFrom(word: readonly string[], start: number): Attack[] {
	const befores = ['', word.slice(0, start).join('')];
	const attacks: Attack[] = [];
	for (let end = start + 1; end <= Math.min(word.length, start + LONGEST_REPEATED); end++) {
		const repeated = word.slice(start, end).join('');
		if (repeated === '') continue;
		const behinds = [...BEHIND, word.slice(end).join('')];
		attacks.push(
			...befores.flatMap(before => behinds.map(behind => ({ before, repeated, behind }))),
		);
	}
	return attacks;
}

/** Words that an expression is likely to take, each as the list of its parts. */
function wordsOf({ source, flags }: RegExp): string[][] {
	const words = new Map<string, string[]>();
	for (let variant = 0; variant < 6; variant++) {
		const word = readWord(source, flags.replace(/[gy]/g, ''), variant);
		words.set(word.join('\0'), word);
	}
	return [...words.values()];
}

/** What is left of an expression while a word is made of it. */
interface Reader {
	readonly source: string;
	readonly flags: string;
	readonly variant: number;
	position: number;
	readonly groups: string[];
}

function readWord(source: string, flags: string, variant: number): string[] {
	return readAlternatives({ source, flags, variant, position: 0, groups: [] });
}

function readAlternatives(reader: Reader): string[] {
	const alternatives = [readSequence(reader)];
	while (reader.source[reader.position] === '|') {
		reader.position++;
		alternatives.push(readSequence(reader));
	}
	return alternatives[reader.variant % alternatives.length] ?? [];
}

function readSequence(reader: Reader): string[] {
	const parts: string[] = [];
	while (reader.position < reader.source.length && !'|)'.includes(here(reader))) {
		const atom = readAtom(reader);
		const times = readTimes(reader);
		for (let i = 0; i < times; i++) parts.push(...atom);
	}
	return parts;
}

function here({ source, position }: Reader): string {
	return String.fromCodePoint(source.codePointAt(position) ?? 0);
}

function take(reader: Reader, pattern: RegExp): string | undefined {
	const sticky = new RegExp(pattern.source, 'yu');
	sticky.lastIndex = reader.position;
	const found = sticky.exec(reader.source)?.[0];
	reader.position += found?.length ?? 0;
	return found;
}

/** How often a part is put into the word. */
function readTimes(reader: Reader): number {
	const written = take(reader, /(?:[*+?]|\{\d+(?:,\d*)?\})\??/);
	if (written === undefined) return 1;
	const least = /^\{(\d+)/.exec(written)?.[1];
	if (least !== undefined) return Math.max(1, Math.min(8, Number(least)));
	return reader.variant === 3 && !written.startsWith('+') ? 0 : 1;
}

function readAtom(reader: Reader): string[] {
	const opened = take(reader, /\((?:\?(?::|<?[=!]))?/);
	if (opened !== undefined) {
		const group = opened === '(' ? reader.groups.push('') - 1 : -1;
		const inner = readAlternatives(reader);
		reader.position++;
		if (group >= 0) reader.groups[group] = inner.join('');
		return /[=!]$/.test(opened) ? [] : inner;
	}
	if (take(reader, /[\^$]|\\[bB]/) !== undefined) return [];
	const reference = take(reader, /\\[1-9]/);
	if (reference !== undefined) return [reader.groups[Number(reference[1]) - 1] ?? ''];
	const set = take(reader, /\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\[dDsSwW]|\./);
	if (set !== undefined) return [memberOf(set, reader)];
	const escape = take(reader, /\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/);
	if (escape !== undefined) return [unescape(escape)];
	const character = here(reader);
	reader.position += character.length;
	return [character];
}

/** A character of a set: each variant takes another one, and first those that other parts of the expression take too. */
function memberOf(set: string, { source, flags, variant }: Reader): string {
	const own = Array.from(source.replace(/\\[pPu]\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\./g, ''));
	const one = new RegExp(`^${set}$`, flags.replace('m', ''));
	const members = [...new Set([...CANDIDATES, ...own])].filter(character => one.test(character));
	return members[variant % Math.max(1, members.length)] ?? '\ue002';
}

const NAMED: Readonly<Record<string, string>> = {
	n: '\n',
	r: '\r',
	t: '\t',
	f: '\f',
	v: '\v',
	0: '\0',
};

function unescape(escape: string): string {
	const code = /^\\[ux]\{?([0-9a-fA-F]+)\}?$/.exec(escape)?.[1];
	if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
	const character = escape.slice(1);
	return NAMED[character] ?? character;
}
