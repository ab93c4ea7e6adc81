import { listProperty } from '../markdown/property';
import { parseWikilinkTarget } from '../markdown/scan-links';
import { isShippedCategory } from '../schema/category';
import { categoryOf, isTemplate, noteTypeOf } from '../schema/note-type';
import { oncePer } from '../text/once-per';
import type { Aggregate } from '../vault/aggregate';
import { nameKey } from '../vault/file-names';
import { foldCalled } from '../vault/names-in-text';
import type { Note } from '../vault/note';
import type { NotePath } from '../vault/note-path';
import { carryNamesOver, namesShownIn, shownNames } from './shown-target';

/** What a region can be made from; a change is told in the same words. Names are folded as links are compared. */
export type SubjectKind =
	/** A file of a name comes, goes, becomes readable or unreadable. */
	| 'file'
	/** A note of a name, an id or an alias says something else. */
	| 'said'
	/** A note that links to a name says something else, or does not link there any more. */
	| 'linked'
	/** The note at a path is named by other questions. */
	| 'asked'
	/** A note of a category says something else. */
	| 'category'
	/** A member of a category, or of `concept`, comes, goes or presents itself in other words. */
	| 'members'
	/** A category gets its first note, or loses its last. */
	| 'known'
	/** Questions of a category, or of any category, are counted otherwise. */
	| 'counted'
	| 'counted-anywhere'
	/** The relations of a note of a name, or of a member of a category, are drawn otherwise. */
	| 'drawn'
	| 'drawn-category'
	/** Anything, for regions of which nobody knows what they are made from. */
	| 'anything';

/** A kind with its name, path or category. */
export type Subject = `${SubjectKind} ${string}`;

/** Makes a subject. */
export function subject(kind: SubjectKind, name = ''): Subject {
	return `${kind} ${name}`;
}

/** A region by its note and name; without a name all regions of the note. */
interface RegionPlace {
	readonly path: NotePath;
	readonly region: string | undefined;
}

type SubjectsOf = (note: Note, argument: string) => Subject[];

/** What a region of each kind is made from. A kind that is not listed counts as made from everything. */
const SUBJECTS: ReadonlyMap<string, SubjectsOf> = new Map<string, SubjectsOf>([
	['backlinks', subjectsOfBacklinks],
	['comparison', subjectsOfComparison],
	['map', subjectsOfMap],
	['members', (_, argument) => [subject('members', argument)]],
	['progress', subjectsOfProgress],
]);

/** The regions of a vault by what they are made from. */
export interface RegionsBySubject {
	readonly regionsOf: (wanted: Subject) => Iterable<RegionPlace>;
}

/** The aggregate of what regions are made from. */
export function regionsBySubject(): Aggregate<RegionsBySubject> {
	const places = new Map<Subject, Set<string>>();
	const join = (wanted: Subject, place: string): void => {
		const known = places.get(wanted);
		if (known) known.add(place);
		else places.set(wanted, new Set([place]));
	};
	const part = (wanted: Subject, place: string): void => {
		const known = places.get(wanted);
		known?.delete(place);
		if (known?.size === 0) places.delete(wanted);
	};
	return {
		value: {
			regionsOf: wanted => Array.from(places.get(wanted) ?? [], readPlace),
		},
		*readAhead(note) {
			if (!hasRegions(note)) return;
			for (const region of note.structure.regions) {
				namesShownIn(note, region);
				yield;
			}
		},
		replace(before, after) {
			if (before && after) carryNamesOver(before, after);
			const old = subjectsByPlace(before);
			const now = subjectsByPlace(after);
			for (const [place, subjects] of old) {
				const kept = now.get(place);
				for (const one of subjects) if (!kept?.has(one)) part(one, place);
			}
			for (const [place, subjects] of now) {
				const known = old.get(place);
				for (const one of subjects) if (!known?.has(one)) join(one, place);
			}
		},
	};
}

/** True for a note whose regions are looked at. */
export function hasRegions(note: Note): boolean {
	const { regions, markerProblems } = note.structure;
	return (regions.length > 0 || markerProblems.length > 0) && !isTemplate(note);
}

/** What each region of a note is made from, and what the note shows; read once for each reading of the note. */
const readSubjects = oncePer((note: Note): ReadonlyMap<string, ReadonlySet<Subject>> => {
	const subjects = new Map<string, ReadonlySet<Subject>>();
	if (!hasRegions(note)) return subjects;
	// Whatever its kind, a region that shows a name is looked at when a file of that name comes or goes.
	const shown = Array.from(shownNames(note), name => subject('file', name));
	subjects.set(printPlace(note.path, ''), new Set([...shown, ...namedCategories(note)]));
	for (const { name, frozen } of note.structure.regions) {
		if (frozen) continue;
		const [kind = '', argument = ''] = name.split(':');
		const of = SUBJECTS.get(kind);
		const madeFrom = of ? of(note, argument) : [subject('anything')];
		subjects.set(printPlace(note.path, name), new Set(madeFrom));
	}
	return subjects;
});

/** A category of no note keeps the whole note from being written, until one comes. */
function namedCategories({ structure }: Note): Subject[] {
	return structure.regions.flatMap(({ name, frozen }) => {
		const [kind = '', argument = ''] = name.split(':');
		const isOwn = !frozen && argument !== '' && kind !== 'backlinks';
		return isOwn && !isShippedCategory(argument) ? [subject('known', argument)] : [];
	});
}

function subjectsByPlace(note: Note | undefined): ReadonlyMap<string, ReadonlySet<Subject>> {
	return note ? readSubjects(note) : new Map<string, ReadonlySet<Subject>>();
}

function subjectsOfBacklinks({ path }: Note): Subject[] {
	const name = nameKey(path);
	return [subject('linked', name), subject('file', name), subject('asked', path)];
}

function subjectsOfComparison(note: Note, argument: string): Subject[] {
	const names = alternativesOf(note);
	const subjects = names.flatMap(name => [subject('said', name), subject('file', name)]);
	// The category of a note stands in only where it names no alternatives.
	const compared = argument === '' && names.length === 0 ? categoryOf(note) : argument;
	return compared ? [...subjects, subject('category', compared)] : subjects;
}

function subjectsOfMap(note: Note, argument: string): Subject[] {
	if (argument !== '') return [subject('drawn-category', argument)];
	if (noteTypeOf(note) !== 'comparison') return [subject('drawn', nameKey(note.path))];
	const names = alternativesOf(note);
	const category = categoryOf(note);
	if (names.length === 0)
		return category === undefined ? [] : [subject('drawn-category', category)];
	// An alias or an id that comes or goes makes another note the alternative.
	return names.flatMap(name => [
		subject('drawn', name),
		subject('said', name),
		subject('file', name),
	]);
}

function subjectsOfProgress(note: Note, argument: string): Subject[] {
	if (argument !== '') return [subject('counted', argument)];
	// The progress of a technology or concept is that of its own questions.
	return ['technology', 'concept'].includes(noteTypeOf(note)) ? [] : [subject('counted-anywhere')];
}

/** The names of the alternatives that a note compares: of files, or where they are not links also ids and aliases. */
function alternativesOf({ properties }: Note): string[] {
	return listProperty(properties, 'alternatives').flatMap(item => {
		const inner = /^\[\[(.+)\]\]$/.exec(item)?.[1];
		const name = nameKey(parseWikilinkTarget(inner ?? item).target);
		return inner === undefined ? [name, foldCalled(item)] : [name];
	});
}

function printPlace(path: NotePath, region: string): string {
	return `${path}\n${region}`;
}

function readPlace(place: string): RegionPlace {
	const at = place.lastIndexOf('\n');
	const region = place.slice(at + 1);
	return { path: place.slice(0, at), region: region === '' ? undefined : region };
}
