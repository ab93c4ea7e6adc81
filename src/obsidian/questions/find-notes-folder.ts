import { folderOf } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { isInFolder } from '../vault-folder';

/**
 * The folder in which notes of our format stand although another one is read, as in our own vault opened by hand: that
 * of the home note, else the one that holds all technologies. It asks the cache of the app and reads nothing; linear in
 * the notes of the vault.
 */
export function findNotesFolder({ app, settings }: PluginContext): string | undefined {
	const homes: string[] = [];
	const technologies: string[] = [];
	for (const file of app.vault.getMarkdownFiles()) {
		if (isInFolder(file.path, settings.folder())) continue;
		const properties: Readonly<Record<string, unknown>> =
			app.metadataCache.getFileCache(file)?.frontmatter ?? {};
		const { type, id } = properties;
		// A template has a placeholder for its id.
		const hasId = typeof id === 'string' && !id.startsWith('{{');
		if (type === 'home') homes.push(folderOf(file.path));
		else if (type === 'technology' && hasId) technologies.push(folderOf(file.path));
	}
	homes.sort((a, b) => a.length - b.length);
	return homes[0] ?? (technologies.length > 0 ? technologies.reduce(commonFolder) : undefined);
}

function commonFolder(a: string, b: string): string {
	const others = b.split('/');
	const parts = a.split('/');
	const end = parts.findIndex((part, i) => part !== others[i]);
	return (end === -1 ? parts : parts.slice(0, end)).join('/');
}
