// Panes of obsidian-test-mocks 3.11.0 open no view; these show a note in an editor that saves when
// it is told to, as Obsidian does two seconds after the last key.
import { MarkdownView } from 'obsidian-test-mocks/obsidian';
import type { App, TFile, WorkspaceLeaf } from 'obsidian-test-mocks/obsidian';

/** A note on the screen. */
export interface Pane {
	readonly view: MarkdownView;
	readonly leaf: WorkspaceLeaf;
	/** Writes the editor's text into the file. */
	readonly save: () => Promise<void>;
}

/** Makes files open in real views and the active one known. */
export function installPanes(app: App): { readonly open: (path: string) => Promise<Pane> } {
	const { workspace, vault } = app;
	const panes = new Map<WorkspaceLeaf, Pane>();
	const show = async (leaf: WorkspaceLeaf, file: TFile): Promise<Pane> => {
		const view = MarkdownView.create2__(leaf);
		view.file = file;
		view.setViewData(await vault.read(file), true);
		const save = async (): Promise<void> => {
			view.data = view.editor.getValue();
			await vault.modify(file, view.data);
		};
		view.save = save;
		// The types of the doubles know each other only through those of Obsidian.
		leaf.view = view as unknown as WorkspaceLeaf['view'];
		await leaf.setViewState({ type: 'markdown' });
		workspace.setActiveLeaf(leaf);
		const pane = { view, leaf, save };
		panes.set(leaf, pane);
		return pane;
	};
	// An editor without unsaved text follows its file.
	vault.on('modify', changed => {
		for (const { view } of panes.values()) {
			const { file } = view;
			if (!file || file !== changed || view.editor.getValue() !== view.data) continue;
			const text = vault.readSync__(file);
			if (text !== view.data) view.setViewData(text, false);
		}
	});
	const getLeaf = workspace.getLeaf.bind(workspace);
	workspace.getLeaf = (...args: Parameters<typeof getLeaf>) => {
		const leaf = getLeaf(...args);
		leaf.openFile = async file => void (await show(leaf, file));
		return leaf;
	};
	const activeView = (): MarkdownView | undefined =>
		workspace.activeLeaf ? panes.get(workspace.activeLeaf)?.view : undefined;
	workspace.getActiveFile = () => activeView()?.file ?? null;
	Object.assign(workspace, {
		getActiveViewOfType: (type: new () => unknown) => {
			const view = activeView();
			return view instanceof type ? view : null;
		},
	});
	return {
		async open(path) {
			const file = vault.getFileByPath(path);
			if (!file) throw new Error(`There is no ${path}`);
			return show(workspace.getLeaf('tab'), file);
		},
	};
}
