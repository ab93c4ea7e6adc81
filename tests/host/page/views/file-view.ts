import { debounce } from '../base/debounce';
import { hostSettings } from '../base/host-settings';
import { findDifference } from '../editor/code-mirror';
import type { TAbstractFile, TFile } from '../vault/abstract-file';
import { ItemView } from './view';
import type { ViewStateResult } from './view';

/** A view of a file. */
export abstract class FileView extends ItemView {
	allowNoFile = false;
	file: TFile | null = null;
	override navigation = true;

	override onload(): void {
		const { vault } = this.app;
		this.registerEvent(
			vault.on('rename', (file: TAbstractFile) => {
				if (file === this.file) void this.onRename(this.file);
			}),
		);
		this.registerEvent(
			vault.on('delete', (file: TAbstractFile) => {
				if (file === this.file) void this.onDelete();
			}),
		);
	}

	getDisplayText(): string {
		return this.file?.basename ?? 'No file';
	}

	override getState(): Record<string, unknown> {
		return this.file ? { file: this.file.path } : {};
	}

	override async setState(state: unknown, _result: ViewStateResult): Promise<void> {
		const path: unknown = isRecord(state) ? state.file : undefined;
		if (typeof path !== 'string') return;
		const file = this.app.vault.getFileByPath(path);
		if (file && file !== this.file) await this.loadFile(file);
	}

	async onLoadFile(_file: TFile): Promise<void> {
		return Promise.resolve();
	}

	async onUnloadFile(_file: TFile): Promise<void> {
		return Promise.resolve();
	}

	async onRename(_file: TFile): Promise<void> {
		this.titleEl.setText(this.getDisplayText());
		this.leaf.updateHeader();
		return Promise.resolve();
	}

	canAcceptExtension(_extension: string): boolean {
		return false;
	}

	protected override async onClose(): Promise<void> {
		if (this.file) await this.onUnloadFile(this.file);
		this.file = null;
	}

	private async loadFile(file: TFile): Promise<void> {
		if (this.file) await this.onUnloadFile(this.file);
		this.file = file;
		await this.onLoadFile(file);
		this.titleEl.setText(this.getDisplayText());
		this.leaf.updateHeader();
	}

	private async onDelete(): Promise<void> {
		this.file = null;
		await this.leaf.setViewState({ type: 'empty' });
	}
}

/** A view that changes its file. */
export abstract class EditableFileView extends FileView {}

/** A view of a file of text; what is typed is written when nobody has typed for a while. */
export abstract class TextFileView extends EditableFileView {
	data = '';
	/** The text as it is in the file, as far as this view knows. */
	private lastSaved = '';
	private isDirty = false;
	private readonly saveSoon = debounce(() => this.save(), hostSettings().saveDelay, true);

	requestSave = (): void => {
		this.isDirty = true;
		this.saveSoon();
	};

	abstract getViewData(): string;
	abstract setViewData(data: string, clear: boolean): void;
	abstract clear(): void;

	override onload(): void {
		super.onload();
		this.registerEvent(
			this.app.vault.on('modify', (file: TAbstractFile) => {
				if (file === this.file) void this.follow(this.file);
			}),
		);
	}

	override async onLoadFile(file: TFile): Promise<void> {
		this.data = await this.app.vault.read(file);
		this.lastSaved = this.data;
		this.isDirty = false;
		this.setViewData(this.data, true);
	}

	override async onUnloadFile(_file: TFile): Promise<void> {
		this.saveSoon.cancel();
		if (this.isDirty) await this.save();
		this.clear();
	}

	async save(): Promise<void> {
		const { file } = this;
		this.saveSoon.cancel();
		if (!file) return;
		this.data = this.getViewData();
		this.isDirty = false;
		if (this.data === this.lastSaved) return;
		this.lastSaved = this.data;
		await this.app.vault.modify(file, this.data);
	}

	/** The file changed: the view shows it, and keeps what was typed meanwhile. */
	private async follow(file: TFile): Promise<void> {
		const text = await this.app.vault.cachedRead(file);
		if (text === this.lastSaved) return;
		const merged = this.isDirty ? mergeTexts(this.lastSaved, this.getViewData(), text) : text;
		this.lastSaved = text;
		this.data = merged;
		this.setViewData(merged, false);
		if (this.isDirty) this.requestSave();
	}
}

/** Puts the one stretch that changed outside into what was typed; where both changed the same, the typed text stays. */
function mergeTexts(base: string, typed: string, outside: string): string {
	const [start, end, newEnd] = findDifference(base, outside);
	const [typedStart, typedEnd, typedNewEnd] = findDifference(base, typed);
	const insert = outside.slice(start, newEnd);
	if (end <= typedStart) return typed.slice(0, start) + insert + typed.slice(end);
	const shift = typedNewEnd - typedEnd;
	if (start >= typedEnd) return typed.slice(0, start + shift) + insert + typed.slice(end + shift);
	return typed;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
