import { redo, undo } from '@codemirror/commands';
import { EditorSelection } from '@codemirror/state';
import type { ChangeSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { runEditorCommand } from './editor-commands';

/** A place in a text, line and column from 0. */
export interface EditorPosition {
	readonly line: number;
	readonly ch: number;
}

/** A part of a text. */
export interface EditorRange {
	readonly from: EditorPosition;
	readonly to: EditorPosition;
}

interface Change {
	readonly from: EditorPosition;
	readonly to?: EditorPosition;
	readonly text: string;
}

interface Caret {
	readonly from: EditorPosition;
	readonly to?: EditorPosition;
}

interface Transaction {
	readonly replaceSelection?: string;
	readonly changes?: readonly Change[];
	readonly selections?: readonly Caret[];
	readonly selection?: Caret;
}

/** The editor that plugins see, over a real CodeMirror 6. */
export class Editor {
	constructor(readonly cm: EditorView) {}

	getDoc(): this {
		return this;
	}

	refresh(): void {
		this.cm.requestMeasure();
	}

	getValue(): string {
		return this.cm.state.doc.toString();
	}

	setValue(text: string): void {
		this.cm.dispatch({ changes: { from: 0, to: this.cm.state.doc.length, insert: text } });
	}

	getLine(line: number): string {
		return this.cm.state.doc.line(line + 1).text;
	}

	setLine(line: number, text: string): void {
		this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
	}

	lineCount(): number {
		return this.cm.state.doc.lines;
	}

	lastLine(): number {
		return this.lineCount() - 1;
	}

	getSelection(): string {
		const { from, to } = this.cm.state.selection.main;
		return this.cm.state.sliceDoc(from, to);
	}

	somethingSelected(): boolean {
		return this.cm.state.selection.ranges.some(range => !range.empty);
	}

	getRange(from: EditorPosition, to: EditorPosition): string {
		return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
	}

	replaceSelection(text: string, origin?: string): void {
		this.cm.dispatch(this.cm.state.replaceSelection(text), { userEvent: origin ?? 'input' });
	}

	replaceRange(
		text: string,
		from: EditorPosition,
		to: EditorPosition = from,
		origin?: string,
	): void {
		this.transaction({ changes: [{ from, to, text }] }, origin);
	}

	getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
		return this.offsetToPos(this.cm.state.selection.main[side]);
	}

	listSelections(): { anchor: EditorPosition; head: EditorPosition }[] {
		return this.cm.state.selection.ranges.map(({ anchor, head }) => ({
			anchor: this.offsetToPos(anchor),
			head: this.offsetToPos(head),
		}));
	}

	setCursor(position: EditorPosition | number, ch = 0): void {
		const place = typeof position === 'number' ? { line: position, ch } : position;
		this.cm.dispatch({ selection: { anchor: this.posToOffset(place) } });
	}

	setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
		this.setSelections([{ anchor, head }]);
	}

	setSelections(
		ranges: readonly { anchor: EditorPosition; head?: EditorPosition }[],
		main = 0,
	): void {
		const selections = ranges.map(({ anchor, head = anchor }) =>
			EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head)),
		);
		this.cm.dispatch({ selection: EditorSelection.create(selections, main) });
	}

	focus(): void {
		this.cm.focus();
	}

	blur(): void {
		this.cm.contentDOM.blur();
	}

	hasFocus(): boolean {
		return this.cm.hasFocus;
	}

	getScrollInfo(): { top: number; left: number } {
		const { scrollTop, scrollLeft } = this.cm.scrollDOM;
		return { top: scrollTop, left: scrollLeft };
	}

	scrollTo(x?: number | null, y?: number | null): void {
		const { scrollDOM } = this.cm;
		scrollDOM.scrollTo(x ?? scrollDOM.scrollLeft, y ?? scrollDOM.scrollTop);
	}

	scrollIntoView({ from, to }: EditorRange, center = false): void {
		const range = EditorSelection.range(this.posToOffset(from), this.posToOffset(to));
		const y = center ? 'center' : 'nearest';
		this.cm.dispatch({ effects: EditorView.scrollIntoView(range, { y }) });
	}

	undo(): void {
		undo(this.cm);
	}

	redo(): void {
		redo(this.cm);
	}

	exec(command: string): void {
		runEditorCommand(this.cm, command);
	}

	/** Places of changes are those before any of them; one undo takes all of them back. */
	transaction(tx: Transaction, origin = 'input'): void {
		const changes: ChangeSpec[] = (tx.changes ?? []).map(({ from, to = from, text }) => ({
			from: this.posToOffset(from),
			to: this.posToOffset(to),
			insert: text,
		}));
		if (tx.replaceSelection !== undefined) {
			const { from, to } = this.cm.state.selection.main;
			changes.push({ from, to, insert: tx.replaceSelection });
		}
		this.cm.dispatch({ changes, userEvent: origin });
		const carets = tx.selections ?? (tx.selection ? [tx.selection] : []);
		// Places of selections are those after the changes.
		if (carets.length > 0) {
			this.setSelections(carets.map(({ from, to = from }) => ({ anchor: from, head: to })));
		}
	}

	wordAt(position: EditorPosition): EditorRange | null {
		const word = this.cm.state.wordAt(this.posToOffset(position));
		return word && { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
	}

	posToOffset({ line, ch }: EditorPosition): number {
		const { doc } = this.cm.state;
		if (line < 0) return 0;
		if (line >= doc.lines) return doc.length;
		const { from, length } = doc.line(line + 1);
		return from + Math.max(0, Math.min(ch, length));
	}

	offsetToPos(offset: number): EditorPosition {
		const { doc } = this.cm.state;
		const line = doc.lineAt(Math.max(0, Math.min(offset, doc.length)));
		return { line: line.number - 1, ch: Math.max(0, Math.min(offset, doc.length)) - line.from };
	}

	processLines<T>(
		read: (line: number, text: string) => T | null,
		write: (line: number, text: string, value: T | null) => Change | void,
		ignoreEmpty = false,
	): void {
		const lines = Array.from({ length: this.lineCount() }, (_, line) => this.getLine(line));
		const values = lines.map((text, line) =>
			ignoreEmpty && text === '' ? null : read(line, text),
		);
		const changes = lines.flatMap((text, line) => write(line, text, values[line] ?? null) ?? []);
		this.transaction({ changes });
	}
}
