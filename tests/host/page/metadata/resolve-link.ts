import { folderOf } from '../base/paths';
import type { TFile } from '../vault/abstract-file';

/** Finds the file that a link means, as seen from a note. */
export function findLinkDestination(
	files: readonly TFile[],
	linkpath: string,
	sourcePath: string,
): TFile | null {
	if (linkpath === '') return files.find(({ path }) => path === sourcePath) ?? null;
	const folder = folderOf(sourcePath);
	const isRelative = /^\.\.?\//.test(linkpath);
	const wanted = (isRelative ? joinPath(folder, linkpath) : linkpath.replace(/^\//, ''))
		.normalize('NFC')
		.toLowerCase();
	const names = [wanted, `${wanted}.md`];
	const exact = files.find(({ path }) => names.includes(path.toLowerCase()));
	if (exact && (isRelative || wanted.includes('/'))) return exact;
	if (isRelative || linkpath.startsWith('/')) return exact ?? null;
	const candidates = files.filter(({ path }) => {
		const lower = path.toLowerCase();
		return names.some(name => lower === name || lower.endsWith(`/${name}`));
	});
	const near = folder.toLowerCase();
	const rank = ({ path }: TFile): number => (folderOf(path).toLowerCase() === near ? 0 : 1);
	candidates.sort((a, b) => rank(a) - rank(b) || a.path.length - b.path.length);
	return candidates[0] ?? null;
}

function joinPath(folder: string, relative: string): string {
	const parts = folder === '' ? [] : folder.split('/');
	for (const part of relative.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.') parts.push(part);
	}
	return parts.join('/');
}

/** The shortest link that means the file: its name, or its path where the name is taken twice. */
export function shortestLink(
	files: readonly TFile[],
	file: TFile,
	omitMdExtension: boolean,
): string {
	const isOnly = files.every(
		one => one === file || one.name.toLowerCase() !== file.name.toLowerCase(),
	);
	const link = isOnly ? file.name : file.path;
	return omitMdExtension && file.extension === 'md' ? link.slice(0, -'.md'.length) : link;
}
