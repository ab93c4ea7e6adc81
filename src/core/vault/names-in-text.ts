import type { NotePath } from './note-path';
import { foldName } from './note-path';

/** Finds the names of notes in plain text. */
export interface NamesInText {
	/** Notes that a text names, each once. What stands inside of a longer name is not named: `Flink` in `Flink CDC`. */
	find(text: string): ReadonlySet<NotePath>;
	/** Notes that a text would name if no longer name hid them and they stood alone: at least those that it names. */
	findAnywhere(text: string): ReadonlySet<NotePath>;
	/** Gives a note more names. */
	add(path: NotePath, names: Iterable<string>): void;
	/** Takes names from a note. */
	remove(path: NotePath, names: Iterable<string>): void;
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
export function createNamesInText(names: Iterable<readonly [string, NotePath]> = []): NamesInText {
	const pathsByName = new Map<string, Set<NotePath>>();
	/** A length stays where its last name went: it costs a look and finds nothing. */
	const lengthsByStart = new Map<string, number[]>();
	const addName = (name: string, path: NotePath): void => {
		const paths = pathsByName.get(name);
		if (paths) {
			paths.add(path);
			return;
		}
		pathsByName.set(name, new Set([path]));
		const start = name.slice(0, SHORTEST_NAME);
		const lengths = lengthsByStart.get(start) ?? [];
		if (!lengths.includes(name.length)) lengths.push(name.length);
		lengthsByStart.set(
			start,
			lengths.sort((a, b) => b - a),
		);
	};
	const namesAt = (text: string, at: number): string[] => {
		const lengths = lengthsByStart.get(text.slice(at, at + SHORTEST_NAME)) ?? [];
		return lengths.map(length => text.slice(at, at + length)).filter(name => pathsByName.has(name));
	};
	const index: NamesInText = {
		find(text) {
			const folded = foldName(text);
			const found = new Set<NotePath>();
			let covered = 0;
			for (let at = 0; at < folded.length; at++) {
				const longest = namesAt(folded, at).find(name => standsAlone(folded, at, at + name.length));
				const name = longest ?? '';
				if (at + name.length <= covered) continue;
				for (const path of pathsByName.get(name) ?? []) found.add(path);
				if (name !== '') covered = at + name.length;
			}
			return found;
		},
		findAnywhere(text) {
			const folded = foldName(text);
			const found = new Set<NotePath>();
			for (let at = 0; at < folded.length; at++) {
				for (const name of namesAt(folded, at))
					for (const path of pathsByName.get(name) ?? []) found.add(path);
			}
			return found;
		},
		add(path, given) {
			for (const name of given) if (isLongEnough(name)) addName(foldCalled(name), path);
		},
		remove(path, given) {
			for (const called of given) {
				const name = foldCalled(called);
				const paths = pathsByName.get(name);
				paths?.delete(path);
				if (paths?.size === 0) pathsByName.delete(name);
			}
		},
	};
	for (const [name, path] of names) index.add(path, [name]);
	return index;
}

/** A name as it is compared with what a text holds. */
export function foldCalled(name: string): string {
	return foldName(name.trim());
}

/** False for a name that is too short to be found. */
export function isLongEnough(name: string): boolean {
	return foldCalled(name).length >= SHORTEST_NAME;
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
