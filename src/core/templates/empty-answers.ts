import { labelOfLine, placeholderIn } from '../markdown/placeholder';
import { splitLines } from '../text/line';
import { applyEdits } from '../text/text-edit';
import type { TextEdit } from '../text/text-edit';
import type { Callout } from '../markdown/structure';
import { parseNote } from '../vault/note';

/**
 * A template whose reference answers have their labels and nothing to be filled in: a placeholder would be asked as a
 * key point. What the short answer should say stands in the title of the callout, where nobody is asked for it.
 */
export function withEmptyAnswers(template: string): string {
	const { callouts } = parseNote('', template).structure;
	const answers = callouts.filter(({ type }) => type === 'answer');
	return applyEdits(
		template,
		answers.flatMap(answer => editsOfAnswer(template, answer)),
	);
}

function editsOfAnswer(template: string, { range }: Callout): TextEdit[] {
	const callout = template.slice(range.start, range.end);
	const [title, ...lines] = splitLines(callout);
	if (!title) return [];
	const edits: TextEdit[] = [];
	let hint = '';
	for (const line of lines) {
		const [quote = ''] = /^ {0,3}> ?/.exec(callout.slice(line.start, line.end)) ?? [];
		const start = line.start + quote.length;
		const content = callout.slice(start, line.end);
		const placeholder = placeholderIn(content);
		if (placeholder === undefined) continue;
		const label = labelOfLine(content);
		hint ||= label === '' ? '' : placeholder;
		if (label !== '') edits.push(edit(range.start, start, line.end, label));
		// The line goes with the break before it, for the last one may have none behind it.
		else edits.push(edit(range.start, (lines[line.number - 3] ?? title).end, line.end, ''));
	}
	const gap = hint.startsWith('(') ? ' ' : '';
	if (hint !== '') edits.unshift(edit(range.start, title.end, title.end, gap + hint));
	return edits;
}

function edit(offset: number, start: number, end: number, newText: string): TextEdit {
	return { range: { start: offset + start, end: offset + end }, newText };
}
