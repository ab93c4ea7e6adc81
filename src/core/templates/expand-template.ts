import { hashText } from '../text/hash-text';

/** What the placeholders of a template stand for. */
export interface TemplateValues {
	/** Title of the new note. */
	readonly title: string;
	/** Its id: kebab-case, Latin. */
	readonly id: string;
	/** The day, `2026-11-20`. */
	readonly date: string;
}

/**
 * Fills `{{title}}`, `{{id}}` and `{{date}}`; any other placeholder stays for whoever knows it.
 *
 * A placeholder in double quotes, as in YAML, keeps them whatever stands in its value.
 */
export function expandTemplate(template: string, values: TemplateValues): string {
	return template.replace(
		/("?)\{\{(title|id|date)\}\}(?=("?))/g,
		(_, before: string, name: keyof TemplateValues, after: string) =>
			before + (before !== '' && after !== '' ? escapeQuotes(values[name]) : values[name]),
	);
}

function escapeQuotes(text: string): string {
	return text.replace(/[\\"]/g, found => `\\${found}`);
}

/** An id made from a title: `Apache Flink` → `apache-flink`; undefined if no Latin letter or digit is in it. */
export function idOfTitle(title: string): string | undefined {
	const id = title
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}+/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	return id === '' ? undefined : id;
}

/** An id for a new note: made from its title, else from a hash of it, so that the same title gives the same everywhere. */
export function proposeId(title: string): string {
	if (title === '') return '';
	return idOfTitle(title) ?? `note-${hashText(title).slice(0, 6)}`;
}
