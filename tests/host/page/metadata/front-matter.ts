import { parse, stringify } from 'yaml';

/** Where the properties of a note stand. */
export interface FrontMatterInfo {
	readonly exists: boolean;
	readonly frontmatter: string;
	/** Offset at which the YAML begins, and behind its last character. */
	readonly from: number;
	readonly to: number;
	/** Offset at which the text of the note begins. */
	readonly contentStart: number;
}

/** Finds the properties at the beginning of a note. */
export function getFrontMatterInfo(text: string): FrontMatterInfo {
	const match = /^---[ \t]*\r?\n([^]*?)(?:\r?\n)?^---[ \t]*(?:\r?\n|$)/m.exec(text);
	if (match?.index !== 0)
		return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
	const frontmatter = match[1] ?? '';
	const from = match[0].indexOf('\n') + 1;
	return {
		exists: true,
		frontmatter,
		from,
		to: from + frontmatter.length,
		contentStart: match[0].length,
	};
}

/** Reads YAML with the parser that the app uses. */
export function parseYaml(yaml: string): unknown {
	return parse(yaml) as unknown;
}

/** Writes YAML; comments are lost, as they are in the app. */
export function stringifyYaml(value: unknown): string {
	return stringify(value, { lineWidth: 0 });
}

/** The properties of a note, or undefined if there are none that can be read. */
export function readFrontMatter(info: FrontMatterInfo): Record<string, unknown> | undefined {
	if (!info.exists) return undefined;
	try {
		const value = parseYaml(info.frontmatter);
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
		return { ...value };
	} catch {
		return undefined;
	}
}

/** The note with other properties. */
export function replaceFrontMatter(text: string, properties: Record<string, unknown>): string {
	const { contentStart } = getFrontMatterInfo(text);
	const rest = text.slice(contentStart);
	if (Object.keys(properties).length === 0) return rest;
	return `---\n${stringifyYaml(properties)}---\n${rest}`;
}

/** The value under a key, in whatever case the key is written. */
export function parseFrontMatterEntry(properties: unknown, key: string | RegExp): unknown {
	if (typeof properties !== 'object' || properties === null) return null;
	const isMeant = (name: string): boolean =>
		typeof key === 'string' ? name.toLowerCase() === key.toLowerCase() : key.test(name);
	const entry = Object.entries(properties).find(([name]) => isMeant(name));
	return entry ? (entry[1] as unknown) : null;
}

/** The texts under a key: those of a list, or of one text that commas divide. */
export function parseFrontMatterStringArray(
	properties: unknown,
	key: string | RegExp,
): string[] | null {
	const value = parseFrontMatterEntry(properties, key);
	if (typeof value === 'string') return value.split(',').map(part => part.trim());
	if (!Array.isArray(value)) return null;
	return value.filter((part: unknown) => part !== null && part !== undefined).map(String);
}

/** The other names of a note. */
export function parseFrontMatterAliases(properties: unknown): string[] | null {
	return parseFrontMatterStringArray(properties, /^alias(es)?$/i);
}

/** The tags among the properties, each with `#`. */
export function parseFrontMatterTags(properties: unknown): string[] | null {
	const tags = parseFrontMatterStringArray(properties, /^tags?$/i);
	return (
		tags &&
		tags
			.flatMap(tag => tag.split(/\s+/))
			.filter(Boolean)
			.map(tag => `#${tag.replace(/^#/, '')}`)
	);
}
