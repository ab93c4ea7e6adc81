import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Pair, Scalar } from 'yaml';
import type { Range } from '../text/range';
import type { FrontMatterBlock } from './front-matter';
import type { Property, PropertyValue } from './property';

/** A fault in the front matter, with its 1-based line in the note. */
export interface FrontMatterProblem {
	readonly kind:
		'invalid-yaml' | 'not-a-map' | 'too-large' | 'duplicate-property' | 'nested-property';
	readonly line: number;
	readonly detail: string;
}

/** The properties of a note; when the YAML is broken there are none, and a problem says why. */
export interface FrontMatterReading {
	readonly properties: ReadonlyMap<string, Property>;
	readonly problems: readonly FrontMatterProblem[];
}

/** Larger blocks are refused unread: YAML of this size is an attack or an accident, never a note's properties. */
const LARGEST_BLOCK = 64 * 1024;
const DEEPEST_NESTING = 8;

/** Parses the text between the fences as Obsidian does (YAML 1.2 core, no aliases). */
export function parseYaml(content: string, lineCounter?: LineCounter): Document.Parsed {
	// uniqueKeys is quadratic in yaml 2.9 (20,000 keys: 8 s); duplicates are found below in one pass.
	return parseDocument(content, {
		schema: 'core',
		uniqueKeys: false,
		logLevel: 'silent',
		...(lineCounter ? { lineCounter } : {}),
	});
}

/** Reads the properties of a note whose front matter was found; never throws. */
export function readProperties(text: string, { content }: FrontMatterBlock): FrontMatterReading {
	const source = text.slice(content.start, content.end);
	if (source.length > LARGEST_BLOCK || nestsTooDeep(source)) {
		return failed('too-large', 1, String(source.length));
	}
	const lineCounter = new LineCounter();
	const lineAt = (offset: number): number => lineCounter.linePos(offset).line + 1;
	let document: Document.Parsed;
	try {
		document = parseYaml(source, lineCounter);
	} catch (error) {
		// The parser overflows its stack on some hostile nestings; to the reader that is invalid YAML.
		return failed('invalid-yaml', 1, error instanceof Error ? error.message : String(error));
	}
	const [error] = document.errors;
	if (error) return failed('invalid-yaml', lineAt(error.pos[0]), firstLine(error.message));
	const { contents } = document;
	if (contents === null || (isScalar(contents) && contents.value === null))
		return { properties: new Map(), problems: [] };
	if (!isMap(contents)) return failed('not-a-map', 2, '');
	return collect(contents.items, { content, lineAt });
}

interface Place {
	readonly content: Range;
	readonly lineAt: (offset: number) => number;
}

function collect(items: readonly Pair<unknown, unknown>[], place: Place): FrontMatterReading {
	const properties = new Map<string, Property>();
	const problems: FrontMatterProblem[] = [];
	for (const { key, value } of items) {
		if (!isScalar(key)) continue;
		const name = String(key.value);
		const line = place.lineAt(key.range?.[0] ?? 0);
		if (properties.has(name)) {
			problems.push({ kind: 'duplicate-property', line, detail: name });
			continue;
		}
		const converted = convert(value, 0);
		if (converted === undefined) {
			problems.push({ kind: 'nested-property', line, detail: name });
			continue;
		}
		const written = writtenText(value);
		properties.set(name, {
			name,
			value: converted,
			...(written === undefined ? {} : { written }),
			range: valueRange(key, value, place.content),
			line,
		});
	}
	return { properties, problems };
}

/** Converts a YAML node; undefined for what a property cannot hold (maps, aliases). */
function convert(node: unknown, depth: number): PropertyValue | undefined {
	if (node === null || node === undefined) return null;
	if (isScalar(node)) {
		const { value } = node;
		if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
			return value;
		return typeof value === 'bigint' ? String(value) : null;
	}
	if (!isSeq(node) || depth >= DEEPEST_NESTING) return undefined;
	const items: PropertyValue[] = [];
	for (const item of node.items) {
		const converted = convert(item, depth + 1);
		if (converted !== undefined) items.push(converted);
	}
	return items;
}

/** Undefined where the value itself says all: YAML makes 1.1 of `1.10`. */
function writtenText(node: unknown): string | undefined {
	if (isScalar(node)) {
		const { value, source } = node;
		if (typeof value !== 'number' && typeof value !== 'boolean') return undefined;
		return source === String(value) ? undefined : source;
	}
	if (!isSeq(node)) return undefined;
	const items = node.items.map(item => writtenText(item));
	if (items.every(item => item === undefined)) return undefined;
	const texts = items.map((item, i) => item ?? plainValue(node.items[i]));
	return texts.filter(text => text !== '').join(', ');
}

function plainValue(node: unknown): string {
	const value = convert(node, 0);
	return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

function valueRange(key: Scalar, value: unknown, content: Range): Range {
	const range = isScalar(value) || isSeq(value) ? value.range : undefined;
	// After the colon; a key written as `? key` has none.
	const fallback = Math.min((key.range?.[1] ?? 0) + 1, content.end - content.start);
	const [start, end] = range ?? [fallback, fallback];
	return { start: content.start + start, end: content.start + end };
}

/** Flow collections nested hundreds deep overflow the parser's stack. */
function nestsTooDeep(source: string): boolean {
	let depth = 0;
	for (let i = 0; i < source.length; i++) {
		const character = source[i];
		if (character === '[' || character === '{') depth++;
		else if (character === ']' || character === '}') depth--;
		if (depth > 64) return true;
	}
	return false;
}

function failed(
	kind: FrontMatterProblem['kind'],
	line: number,
	detail: string,
): FrontMatterReading {
	return { properties: new Map(), problems: [{ kind, line, detail }] };
}

function firstLine(message: string): string {
	return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}
