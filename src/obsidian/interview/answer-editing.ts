/** A text field with its selection, as a browser has it. */
export interface EditedField {
	readonly value: string;
	readonly selectionStart: number;
	readonly selectionEnd: number;
}

/** A key of those that write Markdown; `Mod` is Ctrl or Cmd. */
export interface EditingKey {
	readonly key: string;
	readonly hasMod: boolean;
	readonly hasShift: boolean;
}

/** A piece of the text that gives way to another one, and what is selected afterwards. */
export interface AnswerEdit {
	readonly from: number;
	readonly to: number;
	readonly text: string;
	readonly selection: readonly [number, number];
}

interface ListLine {
	readonly indent: string;
	/** The bullet or the number with what follows up to the words. */
	readonly marker: string;
	readonly words: string;
	/** Marker of the item after it. */
	readonly next: string;
}

interface Line {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** What a key does in an answer that is Markdown; undefined where the browser knows best, and in code all the time. */
export function editForKey(
	field: EditedField,
	{ key, hasMod, hasShift }: EditingKey,
): AnswerEdit | undefined {
	if (isInFence(field)) return undefined;
	if (hasMod) {
		if (hasShift) return undefined;
		if (key.toLowerCase() === 'b') return toggleMark(field, '**');
		return key.toLowerCase() === 'i' ? toggleMark(field, '*') : undefined;
	}
	if (key === 'Enter') return hasShift ? undefined : goOnWithList(field);
	return key === 'Tab' ? moveItem(field, hasShift) : undefined;
}

/** A link that is pasted over words becomes a link on them. */
export function editForPaste(field: EditedField, pasted: string): AnswerEdit | undefined {
	const { value, selectionStart: from, selectionEnd: to } = field;
	const words = value.slice(from, to);
	const address = pasted.trim();
	if (!isAddress(address) || words.trim() === '' || /[\n[\]]/.test(words)) return undefined;
	if (isAddress(words.trim()) || isInFence(field)) return undefined;
	const text = `[${words}](${/[()]/.test(address) ? `<${address}>` : address})`;
	return { from, to, text, selection: [from + text.length, from + text.length] };
}

function isAddress(text: string): boolean {
	return /^https?:\/\/[^\s<>]+$/i.test(text);
}

/** A list goes on with its next item; Enter in an empty item ends it, or brings it one level out. */
function goOnWithList(field: EditedField): AnswerEdit | undefined {
	const { selectionStart: from, selectionEnd: to } = field;
	const line = lineAt(field.value, from);
	const item = parseItem(line.text);
	if (!item || to > line.end) return undefined;
	if (from < line.start + item.indent.length + item.marker.length) return undefined;
	if (item.words.trim() === '') {
		if (item.indent !== '') return moveItem(field, true);
		return { from: line.start, to: line.end, text: '', selection: [line.start, line.start] };
	}
	const text = `\n${item.indent}${item.next}`;
	return { from, to, text, selection: [from + text.length, from + text.length] };
}

/** One level in below the item above, or one out; elsewhere Tab leaves the field as it always does. */
function moveItem(field: EditedField, isOut: boolean): AnswerEdit | undefined {
	const { value, selectionStart, selectionEnd } = field;
	const line = lineAt(value, selectionStart);
	const item = parseItem(line.text);
	if (!item || selectionEnd > line.end) return undefined;
	const above = line.start === 0 ? undefined : parseItem(lineAt(value, line.start - 1).text);
	if (!isOut && (!above || widthOf(item.indent) > widthOf(above.indent))) return undefined;
	const indent = isOut ? item.indent.replace(/(\t| {1,4})$/, '') : `${item.indent}\t`;
	if (indent === item.indent) return undefined;
	const moved = indent.length - item.indent.length;
	const shift = (position: number): number => Math.max(line.start, position + moved);
	return {
		from: line.start,
		to: line.start + item.indent.length,
		text: indent,
		selection: [shift(selectionStart), shift(selectionEnd)],
	};
}

/** Puts marks around what is selected, or takes them away. */
function toggleMark(field: EditedField, mark: '*' | '**'): AnswerEdit {
	const { value, selectionStart: start, selectionEnd: end } = field;
	const words = value.slice(start, end);
	let before = 0;
	while (value[start - before - 1] === '*') before++;
	const after = /^\**/.exec(value.slice(end))?.[0].length ?? 0;
	const around = Math.min(before, after);
	const size = mark.length;
	// Three of them are both.
	const isMarked = mark === '**' ? around >= 2 : around === 1 || around >= 3;
	if (isMarked) {
		const selection = [start - size, end - size] as const;
		return { from: start - size, to: end + size, text: words, selection };
	}
	const selection = [start + size, end + size] as const;
	return { from: start, to: end, text: `${mark}${words}${mark}`, selection };
}

function parseItem(text: string): ListLine | undefined {
	const found = /^([ \t]*)(?:([-*+])|(\d{1,9})([.)]))([ \t]+)(\[[^\]\n]\][ \t]+)?(.*)$/s.exec(text);
	if (!found) return undefined;
	const [, indent = '', bullet, number = '', sign = '', gap = ' ', box = '', words = ''] = found;
	const name = bullet ?? `${number}${sign}`;
	const next = bullet ?? `${Number(number) + 1}${sign}`;
	const nextBox = box === '' ? '' : '[ ] ';
	return { indent, marker: `${name}${gap}${box}`, words, next: `${next}${gap}${nextBox}` };
}

function lineAt(value: string, position: number): Line {
	const start = value.lastIndexOf('\n', position - 1) + 1;
	const found = value.indexOf('\n', position);
	const end = found === -1 ? value.length : found;
	return { start, end, text: value.slice(start, end) };
}

/** A tab is four spaces wide. */
function widthOf(indent: string): number {
	return indent.replace(/\t/g, '    ').length;
}

/** True between the fences of code, and on them. */
function isInFence({ value, selectionStart }: EditedField): boolean {
	let fence = '';
	for (const line of value.slice(0, lineAt(value, selectionStart).end).split('\n')) {
		const found = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
		if (fence === '') fence = found;
		else if (found.startsWith(fence) && line.trim() === found) fence = '';
	}
	return fence !== '';
}
