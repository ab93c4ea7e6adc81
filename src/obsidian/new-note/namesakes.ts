import { parseFrontMatterAliases } from 'obsidian';
import type { App } from 'obsidian';
import type { NotePath } from '../../core/index';

/** Notes of the whole vault that answer to a name. */
export interface Namesakes {
	/** The note that a link of this name leads to now, by its title or an alias; undefined if there is none. */
	find(name: string): NotePath | undefined;
}

/** Looks through the vault's aliases once; titles are asked of Obsidian, which knows where a link leads. */
export function namesakesIn({ vault, metadataCache }: App): Namesakes {
	const byAlias = new Map<string, NotePath>();
	for (const file of vault.getMarkdownFiles()) {
		const frontMatter = metadataCache.getFileCache(file)?.frontmatter ?? null;
		for (const alias of parseFrontMatterAliases(frontMatter) ?? []) {
			const key = fold(alias);
			if (!alias.includes('{{') && !byAlias.has(key)) byAlias.set(key, file.path);
		}
	}
	return {
		find: name => {
			if (name === '') return undefined;
			return metadataCache.getFirstLinkpathDest(name, '')?.path ?? byAlias.get(fold(name));
		},
	};
}

function fold(name: string): string {
	return name.normalize('NFC').trim().toLowerCase();
}
