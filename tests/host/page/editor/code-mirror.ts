import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { Compartment, EditorState, Transaction } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

/** Extensions that plugins registered, in one list that all editors share. */
export const pluginExtensions: Extension[] = [];

const ofPlugins = new Compartment();

/** Makes the editor of a note; `onChange` hears of every change but those of `showText`. */
export function makeCodeMirror(parent: HTMLElement, onChange: () => void): EditorView {
	return new EditorView({ parent, state: makeState('', onChange) });
}

function makeState(text: string, onChange: () => void): EditorState {
	return EditorState.create({
		doc: text,
		extensions: [
			history(),
			keymap.of([...defaultKeymap, ...historyKeymap]),
			EditorView.lineWrapping,
			EditorState.allowMultipleSelections.of(true),
			EditorView.contentAttributes.of({ spellcheck: 'false', 'aria-label': 'Note' }),
			EditorView.updateListener.of(({ docChanged, transactions }) => {
				const isOurs = transactions.some(one => one.annotation(Transaction.remote) === true);
				if (docChanged && !isOurs) onChange();
			}),
			ofPlugins.of([...pluginExtensions]),
		],
	});
}

/** Shows another note: what was typed before can no longer be undone. */
export function startText(view: EditorView, text: string, onChange: () => void): void {
	view.setState(makeState(text, onChange));
}

/** Shows what came from outside, touching as little as possible, so that the cursor stays where it is. */
export function showText(view: EditorView, source: string): void {
	// The editor knows one kind of line break: half of a CRLF left at the end of a change would become one more.
	const text = source.replace(/\r\n?/g, '\n');
	const before = view.state.doc.toString();
	const [start, end, newEnd] = findDifference(before, text);
	if (start === end && start === newEnd) return;
	view.dispatch({
		changes: { from: start, to: end, insert: text.slice(start, newEnd) },
		annotations: [Transaction.remote.of(true), isolateHistory.of('full')],
	});
}

/** Gives an editor the extensions that are registered now. */
export function updateExtensions(view: EditorView): void {
	view.dispatch({ effects: ofPlugins.reconfigure([...pluginExtensions]) });
}

/** Where two texts begin to differ, and where each of them ceases to. */
export function findDifference(before: string, after: string): [number, number, number] {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) start++;
	let same = 0;
	while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
	return [start, before.length - same, after.length - same];
}
