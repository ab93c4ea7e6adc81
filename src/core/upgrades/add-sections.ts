import { lineBreakOf } from '../text/line';
import type { TextEdit } from '../text/text-edit';
import { writtenLines } from './merge-part';
import type { NotePart, NoteParts, NoteSection } from './note-parts';
import { linesOfSection } from './note-parts';

/** What decides whether a section is to be added. */
export interface Newcomers {
	/** True for a section that the reader's release did not have; one that it had was deleted by the reader. */
	readonly isNew: (section: NoteSection) => boolean;
	/** True if the question stands in the vault already. */
	readonly isTaken: (questionId: string) => boolean;
}

/** New sections of a release in the reader's note. */
export interface AddedSections {
	readonly edits: readonly TextEdit[];
	/** Keys of the sections that the edits add. */
	readonly added: readonly string[];
	/** New sections of which the neighbourhood was deleted. */
	readonly homeless: readonly NoteSection[];
}

/**
 * Places each new section behind the nearest shipped section above it that is still there, and behind deeper ones of the
 * reader's own, which would else come to lie under another heading.
 */
export function addSections(
	reader: NoteParts,
	shipped: NoteParts,
	{ isNew, isTaken }: Newcomers,
): AddedSections {
	const shippedKeys = new Set(shipped.sections.map(({ key }) => key));
	const places = new Map(reader.sections.map(({ key }, i) => [key, i]));
	const standing = new Set(reader.note.structure.regions.map(({ name }) => name));
	const blocks: { at: number; lines: string[] }[] = [];
	const added: string[] = [];
	const homeless: NoteSection[] = [];
	let [anchor, next]: [NoteSection | undefined, number] = [undefined, 0];
	for (const section of shipped.sections) {
		const place = places.get(section.key);
		if (place !== undefined) [anchor, next] = [section, place + 1];
		if (place !== undefined || !isNew(section)) continue;
		if (section.question && isTaken(section.question.id)) continue;
		const part = linesOfSection(shipped, section);
		if (isOnlyRegions(part, standing)) continue;
		if (!hasHome(section, anchor, shipped, key => places.has(key) || added.includes(key))) {
			homeless.push(section);
			continue;
		}
		// Not above what stands before the first heading.
		while (isDeeperOwn(reader.sections[next], section, shippedKeys)) next++;
		const at = reader.sections[next]?.range.start ?? reader.note.text.length;
		blocks.push({ at, lines: writtenLines(withoutRegions(part, standing), shipped.note.text) });
		for (const region of section.regions) standing.add(region);
		added.push(section.key);
		anchor = section;
	}
	return { edits: editsOfBlocks(reader.note.text, blocks), added, homeless };
}

function isDeeperOwn(
	candidate: NoteSection | undefined,
	section: NoteSection,
	shippedKeys: ReadonlySet<string>,
): boolean {
	return (
		candidate !== undefined && candidate.level > section.level && !shippedKeys.has(candidate.key)
	);
}

/** A section comes below its own heading, or, where that has another name now, beside its siblings. */
function hasHome(
	{ parent }: NoteSection,
	anchor: NoteSection | undefined,
	{ sections }: NoteParts,
	stands: (key: string) => boolean,
): boolean {
	if (parent === undefined || stands(parent)) return true;
	const parentOf = new Map(sections.map(({ key, parent: above }) => [key, above]));
	for (let key = anchor?.key; key !== undefined; key = parentOf.get(key)) {
		if (key === parent) return true;
	}
	return false;
}

/** A heading above regions that stand elsewhere in the note already says nothing. */
function isOnlyRegions({ lines }: NotePart, standing: ReadonlySet<string>): boolean {
	const [, ...below] = lines.filter(({ text }) => text.trim() !== '');
	return (
		below.length > 0 && below.every(({ region }) => region !== undefined && standing.has(region))
	);
}

function withoutRegions({ key, lines }: NotePart, standing: ReadonlySet<string>): NotePart {
	return {
		key,
		lines: lines.filter(({ region }) => region === undefined || !standing.has(region)),
	};
}

function editsOfBlocks(
	text: string,
	blocks: readonly { readonly at: number; readonly lines: readonly string[] }[],
): TextEdit[] {
	const eol = lineBreakOf(text);
	const byPlace = new Map<number, string[]>();
	for (const { at, lines } of blocks) {
		byPlace.set(at, [...(byPlace.get(at) ?? []), lines.join(eol)]);
	}
	return [...byPlace].map(([at, texts]) => ({
		range: { start: at, end: at },
		newText:
			gapAbove(text.slice(0, at), eol) +
			texts.join(eol + eol) +
			(at < text.length ? eol + eol : eol),
	}));
}

function gapAbove(above: string, eol: string): string {
	if (above.replace('\uFEFF', '').trim() === '') return '';
	if (/(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(above)) return '';
	return /[\r\n]$/.test(above) ? eol : eol + eol;
}
