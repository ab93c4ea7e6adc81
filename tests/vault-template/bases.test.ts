// The shipped bases against what Obsidian's help says of the format, and against the notes that they list.
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { comparisonRequestOf } from '../../src/core/comparisons/comparison-request';
import { categoryOf, notesOfType } from '../../src/core/schema/note-type';
import { readShippedFile, readShippedVault, SHIPPED_PATHS } from '../support/shipped-vault';

type Filter = string | Readonly<Record<string, readonly Filter[]>>;

interface View {
	readonly type: string;
	readonly name: string;
	readonly filters?: Filter;
	readonly order: readonly string[];
	readonly sort?: readonly { readonly property: string; readonly direction: string }[];
	readonly groupBy?: { readonly property: string; readonly direction: string };
}

interface Base {
	readonly filters: Filter;
	readonly properties?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	readonly views: readonly View[];
}

const TOP_KEYS = ['filters', 'formulas', 'properties', 'summaries', 'views'];
const VIEW_KEYS = ['type', 'name', 'filters', 'order', 'sort', 'groupBy', 'limit', 'summaries'];
const VIEW_TYPES = ['table', 'cards', 'list', 'stackbook-comparison'];
const FILE_PROPERTIES = 'name path folder ext size ctime mtime tags links embeds'.split(' ');
const FUNCTIONS = [
	'contains',
	'endsWith',
	'startsWith',
	'isEmpty',
	'inFolder',
	'hasLink',
	'hasTag',
];

const index = readShippedVault();
const technologies = notesOfType(index, 'technology');
const properties = new Set(index.notes().flatMap(note => [...note.properties.keys()]));
const paths = SHIPPED_PATHS.filter(path => path.endsWith('.base'));
const bases = new Map(paths.map(path => [path, parse(readShippedFile(path)) as Base]));

function statements(filter: Filter | undefined): string[] {
	if (filter === undefined) return [];
	if (typeof filter === 'string') return [filter];
	return Object.values(filter).flatMap(parts => parts.flatMap(statements));
}

function isProperty(id: string): boolean {
	const [kind, name = ''] = id.split('.');
	return kind === 'file' ? FILE_PROPERTIES.includes(name) : properties.has(id);
}

/** What in a base Obsidian would not know, or no note has. */
function faults({ filters, properties: shown = {}, views, ...others }: Base): string[] {
	const named = views.flatMap(view => [
		...view.order,
		...(view.sort ?? []).map(({ property }) => property),
		...(view.groupBy ? [view.groupBy.property] : []),
	]);
	const written = [filters, ...views.map(view => view.filters)].flatMap(statements);
	const directions = views.flatMap(({ sort = [], groupBy }) => [
		...sort,
		...(groupBy ? [groupBy] : []),
	]);
	return [
		...Object.keys(others).filter(key => !TOP_KEYS.includes(key)),
		...views.flatMap(view => Object.keys(view)).filter(key => !VIEW_KEYS.includes(key)),
		...views.map(({ type }) => type).filter(type => !VIEW_TYPES.includes(type)),
		...[...named, ...Object.keys(shown)].filter(id => !isProperty(id)),
		...Object.values(shown)
			.flatMap(Object.keys)
			.filter(key => key !== 'displayName'),
		...directions.map(({ direction }) => direction).filter(word => !/^(?:ASC|DESC)$/.test(word)),
		...written.filter(statement => !isStatement(statement)),
	];
}

/** A comparison of a property with a text, or one function on a property. */
function isStatement(statement: string): boolean {
	const compared = /^([a-z]+) == "[^"]*"$/.exec(statement);
	const called = /^!?([a-z.]+)\.([a-zA-Z]+)\("[^"]*"\)$/.exec(statement);
	if (compared) return isProperty(compared[1] ?? '');
	return isProperty(called?.[1] ?? '') && FUNCTIONS.includes(called?.[2] ?? '');
}

describe('a shipped base', () => {
	test.each(paths)('%s is one that Obsidian knows, over properties that notes have', path => {
		const base = bases.get(path);
		expect(base && faults(base)).toEqual([]);
		expect(base?.views[0]?.type).toBe('table');
		const names = base?.views.map(({ name }) => name) ?? [];
		expect(new Set(names).size).toBe(names.length);
	});

	test.each(paths)('%s leaves the templates out, wherever the notes were installed', path => {
		expect(statements(bases.get(path)?.filters)).toContain('!file.folder.endsWith("模板")');
	});

	test('is found wanting for a key, a view, a property or a function that is not there', () => {
		const view = { type: 'table', name: 'x', order: ['file.name'] };
		const good = { filters: 'type == "technology"', views: [view] };
		expect(faults(good)).toEqual([]);
		const bad = [
			{ ...good, source: 'x' },
			{ ...good, views: [{ ...view, type: 'board' }] },
			{ ...good, views: [{ ...view, columns: 2 }] },
			{ ...good, views: [{ ...view, order: ['file.title'] }] },
			{ ...good, views: [{ ...view, order: ['没有'] }] },
			{ ...good, filters: 'type.matches("technology")' },
			{ ...good, views: [{ ...view, sort: [{ property: 'tier', direction: 'up' }] }] },
		];
		expect(bad.map(base => faults(base).length)).toEqual(bad.map(() => 1));
	});
});

describe('the base of a category', () => {
	const comparisons = notesOfType(index, 'comparison');

	test.each(comparisons.map(note => [note.title, note] as const))(
		'%s lists its technologies by all criteria of the note, in their order',
		(_, note) => {
			const category = categoryOf(note) ?? '';
			const own = [...bases].filter(([, { filters }]) =>
				statements(filters).includes(`category == "${category}"`),
			);
			expect(own).toHaveLength(1);
			const [path = '', base] = own[0] ?? [];
			const { criteria = [], alternatives } = comparisonRequestOf(index, note);
			expect(base?.views.map(({ type, name }) => `${type} ${name}`)).toEqual([
				'table 表格',
				'stackbook-comparison 对比',
			]);
			for (const { order } of base?.views ?? []) {
				expect(order.filter(id => criteria.includes(id))).toEqual(criteria);
			}
			const members = technologies.filter(member => categoryOf(member) === category);
			expect(members.map(member => member.path).sort()).toEqual(
				alternatives.map(alternative => alternative.path).sort(),
			);
			const without = members.flatMap(({ title, properties: stated }) =>
				criteria.filter(name => !stated.has(name)).map(name => `${title} ${name}`),
			);
			expect(without).toEqual([]);
			const targets = note.links.map(({ target }) => index.resolve(target, note.path));
			expect(targets).toContainEqual({ kind: 'found', path });
		},
	);
});
