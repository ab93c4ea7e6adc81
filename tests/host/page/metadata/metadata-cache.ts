import type { CachedMetadata } from 'obsidian';
import { debounce } from '../base/debounce';
import { Events } from '../base/events';
import { TFile } from '../vault/abstract-file';
import type { TAbstractFile } from '../vault/abstract-file';
import type { Vault } from '../vault/vault';
import { getLinkpath } from './find-links';
import { parseNote } from './parse-note';
import { findLinkDestination, shortestLink } from './resolve-link';

type LinkCounts = Record<string, Record<string, number>>;

/** What is in the notes; it follows the files a moment later, never at once. */
export class MetadataCache extends Events {
	resolvedLinks: LinkCounts = {};
	unresolvedLinks: LinkCounts = {};
	private readonly caches = new Map<TFile, CachedMetadata>();
	private readonly pending = new Set<TFile>();
	/** Files whose links must be looked up again. */
	private readonly unresolved = new Set<TFile>();
	private work: Promise<void> | undefined;
	private readonly resolveAllSoon = debounce(() => this.resolveAll(), 50);

	constructor(private readonly vault: Vault) {
		super();
		vault.on('create', (file: TAbstractFile) => this.noteFile(file, true));
		vault.on('modify', (file: TAbstractFile) => this.noteFile(file, false));
		vault.on('delete', (file: TAbstractFile) => this.forget(file));
		vault.on('rename', (file: TAbstractFile, oldPath: string) => {
			Reflect.deleteProperty(this.resolvedLinks, oldPath);
			Reflect.deleteProperty(this.unresolvedLinks, oldPath);
			if (file instanceof TFile) this.resolveAllSoon();
		});
	}

	getFileCache(file: TFile): CachedMetadata | null {
		return this.caches.get(file) ?? null;
	}

	getCache(path: string): CachedMetadata | null {
		const file = this.vault.getFileByPath(path);
		return file && this.getFileCache(file);
	}

	getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
		return findLinkDestination(this.vault.getFiles(), linkpath, sourcePath);
	}

	fileToLinktext(file: TFile, _sourcePath: string, omitMdExtension = true): string {
		return shortestLink(this.vault.getFiles(), file, omitMdExtension);
	}

	/** Kept when nothing waits to be read or resolved. */
	async whenQuiet(): Promise<void> {
		this.resolveAllSoon.run();
		while (this.work) await this.work;
	}

	private noteFile(file: TAbstractFile, isNew: boolean): void {
		if (!(file instanceof TFile)) return;
		// A link that led nowhere may lead to the new file.
		if (isNew) this.resolveAllSoon();
		if (file.extension === 'md') this.pending.add(file);
		this.start();
	}

	private forget(file: TAbstractFile): void {
		if (!(file instanceof TFile)) return;
		const previous = this.caches.get(file) ?? null;
		this.caches.delete(file);
		this.pending.delete(file);
		this.unresolved.delete(file);
		Reflect.deleteProperty(this.resolvedLinks, file.path);
		Reflect.deleteProperty(this.unresolvedLinks, file.path);
		this.trigger('deleted', file, previous);
		this.resolveAllSoon();
	}

	private resolveAll(): void {
		for (const file of this.caches.keys()) this.unresolved.add(file);
		this.start();
	}

	private start(): void {
		this.work ??= this.run().finally(() => {
			this.work = undefined;
		});
	}

	private async run(): Promise<void> {
		await new Promise(resolve => setTimeout(resolve));
		while (this.pending.size + this.unresolved.size > 0) {
			for (const file of [...this.pending]) await this.readFile(file);
			for (const file of [...this.unresolved]) this.resolveFile(file);
			await new Promise(resolve => setTimeout(resolve));
		}
		this.trigger('resolved');
	}

	private async readFile(file: TFile): Promise<void> {
		this.pending.delete(file);
		const text = await this.vault.cachedRead(file).catch(() => undefined);
		if (text === undefined || file.deleted) return;
		const cache = parseNote(text);
		this.caches.set(file, cache);
		this.unresolved.add(file);
		this.trigger('changed', file, text, cache);
	}

	private resolveFile(file: TFile): void {
		this.unresolved.delete(file);
		const cache = this.caches.get(file);
		if (!cache || file.deleted) return;
		const resolved: Record<string, number> = {};
		const unresolved: Record<string, number> = {};
		const references = [
			...(cache.links ?? []),
			...(cache.embeds ?? []),
			...(cache.frontmatterLinks ?? []),
		];
		for (const { link } of references) {
			const linkpath = getLinkpath(link);
			const destination = this.getFirstLinkpathDest(linkpath, file.path);
			const [counts, key] = destination ? [resolved, destination.path] : [unresolved, linkpath];
			counts[key] = (counts[key] ?? 0) + 1;
		}
		this.resolvedLinks[file.path] = resolved;
		this.unresolvedLinks[file.path] = unresolved;
		this.trigger('resolve', file);
	}
}
