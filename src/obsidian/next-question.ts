import type { NotePath, Question } from '../core/index';

/** A place in a note, as an offset of its text. */
export interface NotePlace {
	readonly path: NotePath;
	readonly offset: number;
}

/** The question in which a place lies; the end of the last line still belongs to it. */
export function questionAt(
	questions: readonly Question[],
	offset: number,
	length: number,
): Question | undefined {
	return questions.find(
		({ range }) =>
			range.start <= offset && (offset < range.end || (offset === length && offset === range.end)),
	);
}

/**
 * The first open question after a place: in its note first, then in the notes behind it, then from the beginning.
 *
 * @param questions all questions by path and place
 */
export function nextOpenQuestion(
	questions: readonly Question[],
	from: NotePlace | undefined,
): Question | undefined {
	const open = questions.filter(({ status }) => status === 'open');
	if (!from) return open[0];
	const isBehind = ({ path, range }: Question): boolean =>
		path === from.path ? range.start > from.offset : path > from.path;
	return open.find(isBehind) ?? open[0];
}
