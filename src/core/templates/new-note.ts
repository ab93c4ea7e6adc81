import { planPropertyEdit } from '../markdown/front-matter-edit';
import type { WritableValue } from '../markdown/front-matter-edit';
import { applyEdits } from '../text/text-edit';
import { parseNote } from '../vault/note';
import { withEmptyAnswers } from './empty-answers';
import { expandTemplate } from './expand-template';
import type { TemplateValues } from './expand-template';

/** What a reader says about a note that is to be made. */
export interface NewNote extends TemplateValues {
	/** In kebab-case, or in the reader's own words; empty for none. Undefined keeps the template's. */
	readonly category?: string | undefined;
	/** What is compared, as links name it; undefined keeps the template's. */
	readonly alternatives?: readonly string[] | undefined;
	/** Criteria by which it is compared; undefined keeps the template's. */
	readonly criteria?: readonly string[] | undefined;
}

/**
 * The text of a new note: the template with its placeholders filled, its reference answers emptied and its properties
 * set. A property whose form in the template cannot be set without a guess stays as it is.
 */
export function writeNewNote(template: string, note: NewNote): string {
	const { category, alternatives, criteria } = note;
	const links = alternatives?.map(name => `[[${name}]]`);
	return [
		['category', category] as const,
		['alternatives', links] as const,
		['criteria', criteria] as const,
	].reduce(
		(text, [name, value]) => withProperty(text, name, value),
		expandTemplate(withEmptyAnswers(template), note),
	);
}

/** Nothing is no reason to add a property that the template does not have. */
function withProperty(text: string, name: string, value: WritableValue | undefined): string {
	if (value === undefined) return text;
	const isEmpty = typeof value === 'object' ? value.length === 0 : value === '';
	if (isEmpty && !parseNote('', text).properties.has(name)) return text;
	const planned = planPropertyEdit(text, name, value);
	return planned.kind === 'planned' ? applyEdits(text, planned.edits) : text;
}
