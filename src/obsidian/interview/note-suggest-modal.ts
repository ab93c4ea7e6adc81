import { FuzzySuggestModal } from 'obsidian';
import type { App } from 'obsidian';
import type { Note } from '../../core/index';

/** Lets the reader pick one of several notes. */
export class NoteSuggestModal extends FuzzySuggestModal<Note> {
	constructor(
		app: App,
		private readonly notes: readonly Note[],
		private readonly onPick: (note: Note) => void,
	) {
		super(app);
	}

	override getItems(): Note[] {
		return [...this.notes];
	}

	override getItemText({ path }: Note): string {
		return path.replace(/\.md$/i, '');
	}

	override onChooseItem(note: Note): void {
		this.onPick(note);
	}
}
