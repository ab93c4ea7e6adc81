import { Events } from '../base/events';
import { folderOf, isHidden, normalizePath } from '../base/paths';
import { isCalledByPlugin } from '../leaks/plugin-calls';
import { TFile, TFolder } from './abstract-file';
import type { TAbstractFile } from './abstract-file';
import { DataAdapter } from './adapter';
import type { RenameChange } from './adapter';
import { FileTree } from './file-tree';
import { fileStore } from './store-bridge';
import type { OutsideChange } from './store-bridge';

/** The files as the app knows them; every change is announced before its promise is kept. */
export class Vault extends Events {
	readonly configDir = '.obsidian';
	readonly adapter: DataAdapter;
	/** Paths of the notes that the plugin read since the app started, in their order. */
	readonly readByPlugin: string[] = [];
	private readonly tree = new FileTree(this);
	/** Texts that are as new as the file, by path. */
	private readonly texts = new Map<string, string>();

	constructor(private readonly name: string) {
		super();
		this.adapter = new DataAdapter(name, change => this.applyChange(change));
	}

	/** Brings in everything that is in the store, announcing each file as created, as the app does at its start. */
	async load(): Promise<void> {
		for (const entry of await fileStore.list()) this.applyChange({ kind: 'create', entry });
	}

	getName(): string {
		return this.name;
	}

	getRoot(): TFolder {
		return this.tree.root;
	}

	getAbstractFileByPath(path: string): TAbstractFile | null {
		return this.tree.byPath.get(path) ?? null;
	}

	getFileByPath(path: string): TFile | null {
		const file = this.getAbstractFileByPath(path);
		return file instanceof TFile ? file : null;
	}

	getFolderByPath(path: string): TFolder | null {
		const folder = this.getAbstractFileByPath(path);
		return folder instanceof TFolder ? folder : null;
	}

	async create(path: string, text: string): Promise<TFile> {
		const plain = this.checkNew(path);
		await this.adapter.write(plain, text);
		return this.fileAt(plain);
	}

	async createBinary(path: string, data: ArrayBuffer): Promise<TFile> {
		const plain = this.checkNew(path);
		await this.adapter.writeBinary(plain, data);
		return this.fileAt(plain);
	}

	async createFolder(path: string): Promise<TFolder> {
		const plain = normalizePath(path);
		if (this.getAbstractFileByPath(plain)) throw new Error('Folder already exists.');
		await this.adapter.mkdir(plain);
		const folder = this.getFolderByPath(plain);
		if (!folder) throw new Error(`${plain} is hidden`);
		return folder;
	}

	async read(file: TFile): Promise<string> {
		if (isCalledByPlugin()) this.readByPlugin.push(file.path);
		const text = await this.adapter.read(file.path);
		if (this.getFileByPath(file.path) === file) this.texts.set(file.path, text);
		return text;
	}

	async cachedRead(file: TFile): Promise<string> {
		if (isCalledByPlugin()) this.readByPlugin.push(file.path);
		return this.texts.get(file.path) ?? this.read(file);
	}

	readBinary(file: TFile): Promise<ArrayBuffer> {
		return this.adapter.readBinary(file.path);
	}

	getResourcePath(file: TFile): string {
		return this.adapter.getResourcePath(file.path);
	}

	modify(file: TFile, text: string): Promise<void> {
		return this.adapter.write(file.path, text);
	}

	modifyBinary(file: TFile, data: ArrayBuffer): Promise<void> {
		return this.adapter.writeBinary(file.path, data);
	}

	append(file: TFile, text: string): Promise<void> {
		return this.adapter.append(file.path, text);
	}

	appendBinary(file: TFile, data: ArrayBuffer): Promise<void> {
		return this.adapter.appendBinary(file.path, data);
	}

	process(file: TFile, change: (text: string) => string): Promise<string> {
		return this.adapter.process(file.path, change);
	}

	async delete(file: TAbstractFile, force = false): Promise<void> {
		if (file instanceof TFolder) await this.adapter.rmdir(file.path, force);
		else await this.adapter.remove(file.path);
	}

	/** Into the vault's own trash in both cases: there is no trash of a system here. */
	async trash(file: TAbstractFile, _system: boolean): Promise<void> {
		await this.adapter.trashLocal(file.path);
	}

	rename(file: TAbstractFile, newPath: string): Promise<void> {
		return this.adapter.rename(file.path, this.checkParent(normalizePath(newPath)));
	}

	async copy<T extends TAbstractFile>(file: T, newPath: string): Promise<TAbstractFile> {
		const plain = this.checkNew(newPath);
		await this.adapter.copy(file.path, plain);
		return this.fileAt(plain);
	}

	getAllLoadedFiles(): TAbstractFile[] {
		return [...this.tree.byPath.values()];
	}

	getAllFolders(includeRoot = false): TFolder[] {
		const folders = this.getAllLoadedFiles().filter(file => file instanceof TFolder);
		return includeRoot ? folders : folders.filter(folder => !folder.isRoot());
	}

	getFiles(): TFile[] {
		return this.getAllLoadedFiles().filter(file => file instanceof TFile);
	}

	getMarkdownFiles(): TFile[] {
		return this.getFiles().filter(file => file.extension === 'md');
	}

	static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
		const pending: TAbstractFile[] = [root];
		for (let file = pending.pop(); file; file = pending.pop()) {
			callback(file);
			if (file instanceof TFolder) pending.push(...file.children);
		}
	}

	/** Follows a change that the app did not make. */
	applyOutsideChange(change: OutsideChange): void {
		this.applyChange(change);
		this.trigger('outside', 'entry' in change ? change.entry.path : change.path);
	}

	/** Follows a change of the store, whoever made it. */
	applyChange(change: OutsideChange | RenameChange): void {
		if (change.kind === 'create') {
			const { path, text } = change.entry;
			if (text !== undefined && !isHidden(path)) this.texts.set(path, text);
			for (const file of this.tree.add(change.entry)) this.trigger('create', file);
		} else if (change.kind === 'modify') this.applyModify(change.entry);
		else if (change.kind === 'delete') this.applyDelete(change.path);
		else if (change.kind === 'rename') this.applyRename(change);
		this.trigger('raw', 'entry' in change ? change.entry.path : change.path);
	}

	private applyModify({ path, stat, text }: (OutsideChange & { kind: 'modify' })['entry']): void {
		const file = this.getFileByPath(path);
		if (!file) return;
		file.stat = stat;
		if (text === undefined) this.texts.delete(path);
		else this.texts.set(path, text);
		this.trigger('modify', file);
	}

	private applyDelete(path: string): void {
		const file = this.getAbstractFileByPath(path);
		if (!file) return;
		for (const gone of this.tree.remove(file)) {
			this.texts.delete(gone.path);
			this.trigger('delete', gone);
		}
	}

	private applyRename({ path, newPath }: RenameChange): void {
		const file = this.getAbstractFileByPath(path);
		if (!file) return;
		for (const one of this.tree.move(file, newPath)) {
			const text = this.texts.get(one.oldPath);
			this.texts.delete(one.oldPath);
			if (text !== undefined) this.texts.set(one.file.path, text);
			this.trigger('rename', one.file, one.oldPath);
		}
	}

	private checkNew(path: string): string {
		const plain = this.checkParent(normalizePath(path));
		if (this.getAbstractFileByPath(plain)) throw new Error('File already exists.');
		return plain;
	}

	private checkParent(path: string): string {
		const folder = folderOf(path);
		if (folder !== '' && !isHidden(folder) && !this.getFolderByPath(folder)) {
			throw new Error(`ENOENT: no such file or directory, open '${path}'`);
		}
		return path;
	}

	private fileAt(path: string): TFile {
		const file = this.getFileByPath(path);
		if (!file) throw new Error(`${path} is hidden`);
		return file;
	}
}
