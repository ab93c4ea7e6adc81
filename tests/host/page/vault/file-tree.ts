import { folderOf, isHidden } from '../base/paths';
import type { TAbstractFile } from './abstract-file';
import { TFile, TFolder } from './abstract-file';
import type { StoreEntry } from './store-bridge';
import type { Vault } from './vault';

/** The files and folders that the app shows, by path. */
export class FileTree {
	readonly root: TFolder;
	readonly byPath = new Map<string, TAbstractFile>();

	constructor(private readonly vault: Vault) {
		this.root = new TFolder(vault, '/');
		this.root.name = '';
		this.byPath.set('/', this.root);
	}

	/** Puts in a file or folder with the folders above it; answers what is new, outermost first. */
	add(entry: StoreEntry): TAbstractFile[] {
		const { path, type, stat } = entry;
		if (isHidden(path) || this.byPath.has(path)) return [];
		const parentPath = folderOf(path) || '/';
		const added: TAbstractFile[] = [];
		if (!this.byPath.has(parentPath)) {
			added.push(...this.add({ path: parentPath, type: 'folder', stat }));
		}
		const file =
			type === 'file' ? new TFile(this.vault, path, stat) : new TFolder(this.vault, path);
		this.attach(file);
		return [...added, file];
	}

	/** Takes out a file, or a folder with what is in it; answers what is gone, innermost first. */
	remove(file: TAbstractFile): TAbstractFile[] {
		const gone = file instanceof TFolder ? [...file.children].flatMap(one => this.remove(one)) : [];
		this.detach(file);
		file.deleted = true;
		return [...gone, file];
	}

	/** Gives a file, and what is in it, another path; answers each with its old path, outermost first. */
	move(file: TAbstractFile, newPath: string): { file: TAbstractFile; oldPath: string }[] {
		const oldPath = file.path;
		const children = file instanceof TFolder ? [...file.children] : [];
		this.detach(file);
		file.setPath(newPath);
		this.attach(file);
		const moved = children.flatMap(child => this.move(child, `${newPath}/${child.name}`));
		return [{ file, oldPath }, ...moved];
	}

	private attach(file: TAbstractFile): void {
		const parent = this.byPath.get(folderOf(file.path) || '/');
		file.parent = parent instanceof TFolder ? parent : this.root;
		file.parent.children.push(file);
		this.byPath.set(file.path, file);
	}

	private detach(file: TAbstractFile): void {
		if (file.parent) file.parent.children = file.parent.children.filter(one => one !== file);
		this.byPath.delete(file.path);
	}
}
