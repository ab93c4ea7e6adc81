import type { TFile } from '../vault/abstract-file';
import { FuzzySuggestModal } from '../ui/suggest-modal';
import { Keymap } from '../ui/keymap';

/** Suggests notes to open. */
export class QuickSwitcher extends FuzzySuggestModal<TFile> {
	getItems(): TFile[] {
		return this.app.vault.getMarkdownFiles();
	}

	getItemText({ path }: TFile): string {
		return path.replace(/\.md$/, '');
	}

	onChooseItem(file: TFile, event: MouseEvent | KeyboardEvent): void {
		void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
	}
}
