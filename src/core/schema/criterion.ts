import type { Property } from '../markdown/property';
import type { Note } from '../vault/note';
import { relationKindOf } from './relation-word';

/** Properties with a meaning of their own; every other one is a criterion that notes can be compared by. */
const RESERVED: ReadonlySet<string> = new Set([
	'type',
	'id',
	'aliases',
	'alias',
	'tags',
	'tag',
	'cssclasses',
	'cssclass',
	'category',
	'tier',
	'status',
	'governance',
	'license',
	'version',
	'verified',
	'homepage',
	'alternatives',
	'criteria',
	'layout',
	'only-differences',
	'format',
	'language',
	'device',
	'month',
]);

/** Names of the criteria that a note has a property for, in its order; a property named as a kind of relation is none. */
export function criteriaOf(note: Note): string[] {
	return [...note.properties.keys()].filter(isCriterionName);
}

/** True for a property that means nothing else. */
export function isCriterionName(name: string): boolean {
	return !RESERVED.has(name.toLowerCase()) && relationKindOf(name) === undefined;
}

/** What a note says on a criterion, on one line and as it is written there; undefined when it says nothing. */
export function criterionValue(note: Note, criterion: string): string | undefined {
	const property = note.properties.get(criterion);
	const text = valueText(property?.written ?? property?.value);
	return text === '' ? undefined : text;
}

function valueText(value: Property['value'] | undefined): string {
	if (value === undefined || value === null) return '';
	if (typeof value !== 'object') return String(value).replace(/\s+/g, ' ').trim();
	return value
		.map(valueText)
		.filter(text => text !== '')
		.join(', ');
}
