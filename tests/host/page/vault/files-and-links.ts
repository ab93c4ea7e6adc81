import { splitName } from '../base/paths';
import { getLinkpath } from '../metadata/find-links';
import { getFrontMatterInfo, readFrontMatter, replaceFrontMatter } from '../metadata/front-matter';
import type { MetadataCache } from '../metadata/metadata-cache';
import { TFolder } from './abstract-file';
import type { TAbstractFile, TFile } from './abstract-file';
import { referencesOf, rewriteLinks } from './rewrite-links';
import type { LinkChange } from './rewrite-links';
import type { Vault } from './vault';

interface Incoming {
	readonly source: TFile;
	readonly reference: LinkChange['reference'];
	readonly destination: TFile;
}

/** What the app does with files that touches more than one of them. */
export class FileManager {
	constructor(
		private readonly vault: Vault,
		private readonly metadataCache: MetadataCache,
	) {}

	getNewFileParent(sourcePath: string): TFolder {
		void sourcePath;
		return this.vault.getRoot();
	}

	/** Renames and makes the links that led there lead there again. */
	async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
		await this.metadataCache.whenQuiet();
		const incoming = this.findIncoming(file);
		await this.vault.rename(file, newPath);
		const changes = new Map<TFile, LinkChange[]>();
		for (const { source, reference, destination } of incoming) {
			const linkpath = getLinkpath(reference.link);
			const now = this.metadataCache.getFirstLinkpathDest(linkpath, source.path);
			if (now === destination) continue;
			const change = { reference, linkpath: this.linkTo(destination, source.path) };
			changes.set(source, [...(changes.get(source) ?? []), change]);
		}
		for (const [source, list] of changes) {
			await this.vault.process(source, text => rewriteLinks(text, list));
		}
	}

	/** There is nobody to ask: the answer is yes. */
	async promptForDeletion(file: TAbstractFile): Promise<boolean> {
		await this.trashFile(file);
		return true;
	}

	trashFile(file: TAbstractFile): Promise<void> {
		return this.vault.trash(file, false);
	}

	generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias?: string): string {
		const words = alias === undefined || alias === '' ? '' : `|${alias}`;
		const embed = file.extension === 'md' ? '' : '!';
		return `${embed}[[${this.linkTo(file, sourcePath)}${subpath}${words}]]`;
	}

	async processFrontMatter(
		file: TFile,
		change: (properties: Record<string, unknown>) => void,
	): Promise<void> {
		await this.vault.process(file, text => {
			const info = getFrontMatterInfo(text);
			const properties = readFrontMatter(info);
			if (info.exists && !properties && info.frontmatter.trim() !== '') {
				throw new Error(`The properties of ${file.path} cannot be read`);
			}
			const given = properties ?? {};
			change(given);
			return replaceFrontMatter(text, given);
		});
	}

	async getAvailablePathForAttachment(name: string): Promise<string> {
		const { basename, extension } = splitName(name);
		let path = name;
		for (let i = 1; await this.vault.adapter.exists(path); i++)
			path = `${basename} ${i}.${extension}`;
		return path;
	}

	private linkTo(file: TFile, sourcePath: string): string {
		return this.metadataCache.fileToLinktext(file, sourcePath);
	}

	private findIncoming(file: TAbstractFile): Incoming[] {
		const isMoved = ({ path }: TFile): boolean =>
			file instanceof TFolder ? path.startsWith(`${file.path}/`) : path === file.path;
		return this.vault.getMarkdownFiles().flatMap(source =>
			referencesOf(this.metadataCache.getFileCache(source) ?? {}).flatMap(reference => {
				const linkpath = getLinkpath(reference.link);
				if (linkpath === '') return [];
				const destination = this.metadataCache.getFirstLinkpathDest(linkpath, source.path);
				const isTouched = destination && (isMoved(destination) || isMoved(source));
				return isTouched ? [{ source, reference, destination }] : [];
			}),
		);
	}
}
