import { compareText } from '../text/compare-text';
import { fileNameOf, foldName, folderOf, joinPath } from './note-path';

/** Where a link leads. An ambiguous one still leads to `path`, the file that Obsidian would open. */
export type Resolution =
	| { readonly kind: 'found'; readonly path: string }
	| { readonly kind: 'ambiguous'; readonly path: string; readonly candidates: readonly string[] }
	| { readonly kind: 'missing' };

/** All files of a vault by folded file name. */
export interface FileNames {
	/** Answers whether the file was not known before. */
	add(path: string): boolean;
	remove(path: string): void;
	/** The file that a link target leads to, seen from the note at `from`. */
	readonly resolve: (target: string, from: string) => Resolution;
	/** All files of a folded name. */
	readonly named: (key: string) => readonly string[];
}

const MISSING: Resolution = { kind: 'missing' };

/** Makes an empty table of file names. */
export function createFileNames(): FileNames {
	const byName = new Map<string, Set<string>>();
	return {
		add(path) {
			const key = nameKey(path);
			const paths = byName.get(key);
			if (paths?.has(path)) return false;
			if (paths) paths.add(path);
			else byName.set(key, new Set([path]));
			return true;
		},
		remove(path) {
			const key = nameKey(path);
			const paths = byName.get(key);
			paths?.delete(path);
			if (paths?.size === 0) byName.delete(key);
		},
		resolve(target, from) {
			if (target === '') return { kind: 'found', path: from };
			const asNote = resolveName(byName, `${target}.md`, from);
			return asNote.kind === 'missing' ? resolveName(byName, target, from) : asNote;
		},
		named: key => [...(byName.get(key) ?? [])],
	};
}

/** The key of the names table that a link target can match: the same with `.md`, without it and with `.md.md`. */
export function nameKey(pathOrTarget: string): string {
	const name = foldName(fileNameOf(pathOrTarget));
	let end = name.length;
	while (name.endsWith('.md', end)) end -= 3;
	return name.slice(0, end);
}

/**
 * Obsidian's way to find a file by the end of its path: an exact path wins, then files below the note's own folder,
 * then the shortest path; case and Unicode form are ignored.
 */
function resolveName(
	byName: ReadonlyMap<string, Set<string>>,
	target: string,
	from: string,
): Resolution {
	const candidates = byName.get(nameKey(target));
	if (!candidates) return MISSING;
	const exact = exactPath(target, from);
	if (exact !== undefined) {
		const found = [...candidates].filter(path => foldName(path) === foldName(exact));
		return choose(found, target, from);
	}
	const wanted = foldName(target);
	const matching = [...candidates].filter(path => {
		const folded = foldName(path);
		return folded === wanted || folded.endsWith(`/${wanted}`);
	});
	return choose(matching, target, from);
}

/** Targets that begin with `/`, `./` or `../` name one path only. */
function exactPath(target: string, from: string): string | undefined {
	if (target.startsWith('/')) return target.slice(1);
	if (!/^\.\.?\//.test(target)) return undefined;
	return joinPath(folderOf(from), target) ?? '';
}

function choose(matching: readonly string[], target: string, from: string): Resolution {
	const [only, ...others] = matching;
	if (only === undefined) return MISSING;
	if (others.length === 0) return { kind: 'found', path: only };
	const whole = matching.filter(path => foldName(path) === foldName(target));
	if (whole.length === 1 && whole[0] !== undefined) return { kind: 'found', path: whole[0] };
	const folder = folderOf(from);
	const isNear = (path: string): boolean => folder === '' || path.startsWith(`${folder}/`);
	const candidates = [...matching].sort(
		(a, b) => Number(isNear(b)) - Number(isNear(a)) || a.length - b.length || compareText(a, b),
	);
	return { kind: 'ambiguous', path: candidates[0] ?? only, candidates };
}
