import { planPropertyEdit } from '../markdown/front-matter-edit';
import type { WritableValue } from '../markdown/front-matter-edit';
import { applyEdits } from '../text/text-edit';
import { expandTemplate } from './expand-template';
import type { TemplateValues } from './expand-template';

/** What a reader says about a note that is to be made. */
export interface NewNote extends TemplateValues {
	/** In kebab-case; without it the template's stays. */
	readonly category?: string | undefined;
	/** Titles of what is compared. */
	readonly alternatives?: readonly string[];
	/** Criteria by which it is compared. */
	readonly criteria?: readonly string[];
}

/**
 * The text of a new note: the template with its placeholders filled and its properties set. A property whose form in
 * the template cannot be set without a guess stays as it is.
 */
export function writeNewNote(template: string, note: NewNote): string {
	const { category, alternatives = [], criteria = [] } = note;
	let text = expandTemplate(template, note);
	if (category !== undefined && category !== '') text = withProperty(text, 'category', category);
	if (alternatives.length > 0) {
		const links = alternatives.map(title => `[[${title}]]`);
		text = withProperty(text, 'alternatives', links);
	}
	if (criteria.length > 0) text = withProperty(text, 'criteria', criteria);
	return text;
}

function withProperty(text: string, name: string, value: WritableValue): string {
	const planned = planPropertyEdit(text, name, value);
	return planned.kind === 'planned' ? applyEdits(text, planned.edits) : text;
}
