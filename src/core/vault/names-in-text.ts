import type { NotePath } from './note-path';
import { foldName } from './note-path';

/** Finds the names of notes in plain text. */
export interface NamesInText {
	/** Notes that a text names, each once. What stands inside of a longer name is not named: `Flink` in `Flink CDC`. */
	find(text: string): ReadonlySet<NotePath>;
}

/** A shorter name is a letter, and stands everywhere. */
const SHORTEST_NAME = 2;
const LETTER = /[\p{L}\p{N}]/u;
/** Scripts that write words without spaces between them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Makes a table of names. Case and Unicode form are ignored; a name that begins or ends with a letter of a script with
 * spaces needs another character than a letter or digit beside it, a Chinese one stands where it stands.
 *
 * To find costs the length of the text, times the different lengths of names that begin alike.
 */
export function createNamesInText(names: Iterable<readonly [string, NotePath]>): NamesInText {
	const pathsByName = new Map<string, NotePath[]>();
	const lengthsByStart = new Map<string, number[]>();
	for (const [name, path] of names) {
		const folded = foldName(name.trim());
		if (folded.length < SHORTEST_NAME) continue;
		const paths = pathsByName.get(folded);
		if (paths) {
			paths.push(path);
			continue;
		}
		pathsByName.set(folded, [path]);
		const start = folded.slice(0, SHORTEST_NAME);
		const lengths = lengthsByStart.get(start) ?? [];
		if (!lengths.includes(folded.length)) lengths.push(folded.length);
		lengthsByStart.set(start, lengths);
	}
	for (const lengths of lengthsByStart.values()) lengths.sort((a, b) => b - a);
	const longestAt = (text: string, at: number): string | undefined => {
		const lengths = lengthsByStart.get(text.slice(at, at + SHORTEST_NAME)) ?? [];
		return lengths
			.map(length => text.slice(at, at + length))
			.find(name => pathsByName.has(name) && standsAlone(text, at, at + name.length));
	};
	return {
		find(text) {
			const folded = foldName(text);
			const found = new Set<NotePath>();
			let covered = 0;
			for (let at = 0; at < folded.length; at++) {
				const name = longestAt(folded, at) ?? '';
				if (at + name.length <= covered) continue;
				for (const path of pathsByName.get(name) ?? []) found.add(path);
				if (name !== '') covered = at + name.length;
			}
			return found;
		},
	};
}

function standsAlone(text: string, start: number, end: number): boolean {
	return !joins(text[start - 1], text[start]) && !joins(text[end - 1], text[end]);
}

/** True for two characters that make one word. */
function joins(left = '', right = ''): boolean {
	return isSpaced(left) && isSpaced(right);
}

function isSpaced(character: string): boolean {
	return LETTER.test(character) && !UNSPACED.test(character);
}
