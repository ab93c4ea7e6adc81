// The standard that the shipped notes are held to: what each note must have, and what none may have.
import { describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { checkVault } from '../../src/core/checks/check-vault';
import { comparisonRequestOf } from '../../src/core/comparisons/comparison-request';
import { listProperty, textProperty } from '../../src/core/markdown/property';
import { listQuestions, questionsOf } from '../../src/core/questions/question';
import { planVaultRefresh } from '../../src/core/regions/refresh-vault';
import { relationsOf } from '../../src/core/relations/relation';
import { criterionValue } from '../../src/core/schema/criterion';
import {
	categoryOf,
	noteLanguageOf,
	notesOfType,
	noteTypeOf,
} from '../../src/core/schema/note-type';
import type { Note } from '../../src/core/vault/note';
import {
	readShippedFile,
	readShippedVault,
	SHIPPED_PATHS,
	shippedNotes,
} from '../support/shipped-vault';

const index = readShippedVault();
const notes = shippedNotes(index);
const technologies = notesOfType(index, 'technology');

/** Every line of the notes that fits, as `path:line text`. */
function findLines(pattern: RegExp): string[] {
	return index.notes().flatMap(({ path, text }) =>
		text
			.split('\n')
			.map((line, at) => `${path}:${at + 1} ${line}`)
			.filter(line => pattern.test(line.slice(line.indexOf(' ') + 1))),
	);
}

describe('the vault', () => {
	test('has no finding, not even one worth knowing', () => {
		const found = checkVault(index);
		expect(
			found.map(
				({ path, line, code, params }) => `${path}:${line} ${code} ${JSON.stringify(params)}`,
			),
		).toEqual([]);
	});

	test('has every region up to date', () => {
		const { edits, refused } = planVaultRefresh(index);
		expect([edits.map(({ path }) => path), refused]).toEqual([[], []]);
	});

	test('has one home note, of format 1, in Chinese', () => {
		const homes = notesOfType(index, 'home');
		expect(homes.map(({ properties }) => properties.get('format')?.value)).toEqual([1]);
		expect(homes.map(({ properties }) => textProperty(properties, 'language'))).toEqual(['zh']);
		expect(noteLanguageOf(index)).toBe('zh');
	});

	test('has at least 12 concepts, and technologies to speak of', () => {
		expect(notesOfType(index, 'concept').length).toBeGreaterThanOrEqual(12);
		expect(technologies.length).toBeGreaterThanOrEqual(12);
	});
});

describe('a technology note', () => {
	const MINIMUM: Readonly<Record<string, number>> = { flink: 24, kafka: 24 };

	test('asks at least 10 questions, Flink and Kafka at least 24', () => {
		const counts = new Map<string, number>();
		for (const { path } of listQuestions(index)) counts.set(path, (counts.get(path) ?? 0) + 1);
		const short = technologies
			.map(({ path, properties }) => ({
				path,
				asks: counts.get(path) ?? 0,
				minimum: MINIMUM[textProperty(properties, 'id') ?? ''] ?? 10,
			}))
			.filter(({ asks, minimum }) => asks < minimum);
		expect(short).toEqual([]);
	});

	test('has all six sections', () => {
		const sections = ['原理', '特性', '应用场景', '问题', '优化', '对比'];
		const missing = technologies.flatMap(({ path, structure }) => {
			const titles = structure.headings.filter(({ level }) => level === 2).map(({ text }) => text);
			return sections
				.filter(section => !titles.includes(section))
				.map(section => `${path} ${section}`);
		});
		expect(missing).toEqual([]);
	});

	test('links at least 8 times, to at least 5 other notes', () => {
		const poor = technologies
			.map(note => {
				const targets = note.links
					.map(link => index.resolve(link.target, note.path))
					.flatMap(found => (found.kind === 'missing' ? [] : [found.path]))
					.filter(path => path !== note.path && index.find(path));
				return { path: note.path, links: targets.length, notes: new Set(targets).size };
			})
			.filter(found => found.links < 8 || found.notes < 5);
		expect(poor).toEqual([]);
	});

	test('says what it is, with relations that all have a reason', () => {
		const faults = technologies.flatMap(note => {
			const { relations, problems } = relationsOf(note);
			const isBare = relations.length === 0 || !note.text.includes('> [!abstract]');
			return [
				...problems.map(({ line, kind }) => `${note.path}:${line} ${kind}`),
				...(isBare ? [note.path] : []),
			];
		});
		expect(faults).toEqual([]);
	});
});

describe('progress', () => {
	const regionsOf = (note: Note): string[] => note.structure.regions.map(({ name }) => name);
	const asking = notes.filter(note => questionsOf(note).tracked.length > 0);

	test('stands in each technology and each concept that asks something', () => {
		const without = asking
			.filter(note => ['technology', 'concept'].includes(noteTypeOf(note)))
			.filter(note => !regionsOf(note).includes('progress'));
		expect(without.map(({ path }) => path)).toEqual([]);
	});

	test('stands somewhere for each category', () => {
		const wanted = new Set(asking.map(note => `progress:${categoryOf(note) ?? ''}`));
		const there = new Set(notes.flatMap(regionsOf));
		expect([...wanted].filter(name => !there.has(name))).toEqual([]);
		expect(wanted.size).toBeGreaterThanOrEqual(5);
	});
});

describe('a comparison note', () => {
	const comparisons = notesOfType(index, 'comparison');

	test('stands for each category of technologies, with at least 8 criteria and 2 alternatives', () => {
		const compared = new Set(
			comparisons.map(({ properties }) => textProperty(properties, 'category')),
		);
		const left = technologies.filter(note => !compared.has(categoryOf(note)));
		expect(left.map(({ path }) => path)).toEqual([]);
		const poor = comparisons.filter(note => {
			const { alternatives, criteria } = comparisonRequestOf(index, note);
			return alternatives.length < 2 || (criteria?.length ?? 0) < 8;
		});
		expect(poor.map(({ path }) => path)).toEqual([]);
	});

	test('leaves no cell empty', () => {
		const empty = comparisons.flatMap(note => {
			const { alternatives, criteria = [] } = comparisonRequestOf(index, note);
			return criteria.flatMap(criterion =>
				alternatives
					.filter(alternative => (criterionValue(alternative, criterion) ?? '').trim() === '')
					.map(({ title }) => `${note.path} ${criterion} ${title}`),
			);
		});
		expect(empty).toEqual([]);
	});

	test('names every technology of its category', () => {
		const left = technologies.filter(technology => {
			const category = textProperty(technology.properties, 'category');
			const [own] = comparisons.filter(
				({ properties }) => textProperty(properties, 'category') === category,
			);
			const named = own ? comparisonRequestOf(index, own).alternatives : [];
			return !named.some(({ path }) => path === technology.path);
		});
		expect(left.map(({ path }) => path)).toEqual([]);
	});
});

describe('no note', () => {
	test('links to what is not there', () => {
		const unresolved = notes.flatMap(note =>
			note.links
				.filter(({ target }) => index.resolve(target, note.path).kind !== 'found')
				.map(({ target, line }) => `${note.path}:${line} ${target}`),
		);
		expect(unresolved).toEqual([]);
	});

	test('is an orphan', () => {
		const orphans = notes.filter(
			note => noteTypeOf(note) !== 'home' && index.backlinks(note.path).length === 0,
		);
		expect(orphans.map(({ path }) => path)).toEqual([]);
	});

	test('shows a picture from the web', () => {
		expect(findLines(/!\[[^\]]*\]\(\s*<?https?:|<(?:img|iframe|script)\b/i)).toEqual([]);
	});

	test('has a heading of level 1: the file name is the title', () => {
		const found = index
			.notes()
			.flatMap(({ path, structure }) =>
				structure.headings.filter(({ level }) => level === 1).map(({ line }) => `${path}:${line}`),
			);
		expect(found).toEqual([]);
	});

	test('names a private place', () => {
		const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
		const address = `(?<![\\d.])${octet}(?:\\.${octet}){3}(?![\\d.])`;
		const places = `[A-Za-z]:\\\\|\\bfile:|${address}|司内|/Users/|/home/[a-z]|https?://[^/\\s)]*\\.(?:corp|internal|lan)\\b`;
		expect(findLines(new RegExp(places))).toEqual([]);
	});

	test('has CRLF line breaks, a byte order mark or no break at its end', () => {
		const odd = index.notes().filter(({ text }) => /\r|^\ufeff/.test(text) || !text.endsWith('\n'));
		expect(odd.map(({ path }) => path)).toEqual([]);
	});
});

describe('a file name', () => {
	const paths = SHIPPED_PATHS.filter(path => !path.startsWith('.'));
	const names = [...new Set(paths.flatMap(path => path.split('/')))];

	test('is legal on Windows, Android and iOS and in links', () => {
		const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
		const illegal = names.filter(
			name =>
				!/^[\p{L}\p{N} ()_.-]+$/u.test(name) ||
				/^[. ]|[. ]$/.test(name) ||
				device.test(name) ||
				name.length > 80 ||
				name !== name.normalize('NFC'),
		);
		expect(illegal).toEqual([]);
	});

	test('differs from every other by more than case, and notes by their titles', () => {
		const folded = paths.map(path => path.toLowerCase());
		expect(folded.filter((path, at) => folded.indexOf(path) !== at)).toEqual([]);
		const titles = index.notes().map(({ title }) => title.toLowerCase());
		expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
	});
});

describe('front matter', () => {
	/** Obsidian prints properties with the package `yaml`, long lines unfolded and empty values bare. */
	function asObsidianWrites(source: string): string {
		return stringify(parse(source), { lineWidth: 0, nullStr: '' });
	}

	function frontMatterOf({ text }: Note): string {
		return /^---\n([\s\S]*?)^---\n/m.exec(text)?.[1] ?? '';
	}

	test('stands in the form in which Obsidian writes it', () => {
		const changed = notes.flatMap(note => {
			const source = frontMatterOf(note);
			if (source === '') return [];
			const written = asObsidianWrites(source).split('\n');
			return source
				.split('\n')
				.flatMap((line, at) => (line === written[at] ? [] : [`${note.path}:${at + 2} ${line}`]))
				.slice(0, 1);
		});
		expect(changed).toEqual([]);
	});

	test('has no flow list, and nothing nested', () => {
		const nested = notes.flatMap(({ path, problems }) =>
			problems.map(({ kind }) => `${path} ${kind}`),
		);
		const flow = notes.flatMap(note =>
			frontMatterOf(note)
				.split('\n')
				.filter(line => /^[^:"]+:\s+[[{]/.test(line))
				.map(line => `${note.path} ${line}`),
		);
		expect([nested, flow]).toEqual([[], []]);
	});

	test('has values of the types in .obsidian/types.json, all others text', () => {
		const { types } = JSON.parse(readShippedFile('.obsidian/types.json')) as {
			types: Record<string, string>;
		};
		const isOfType: Readonly<Record<string, (value: unknown) => boolean>> = {
			text: value => typeof value === 'string',
			number: value => typeof value === 'number',
			checkbox: value => typeof value === 'boolean',
			date: value => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
			multitext: Array.isArray,
			aliases: Array.isArray,
			tags: Array.isArray,
		};
		const wrong = notes.flatMap(({ path, properties }) =>
			[...properties.values()]
				.filter(({ name, value }) => !isOfType[types[name] ?? 'text']?.(value))
				.map(({ name, value }) => `${path} ${name}: ${JSON.stringify(value)}`),
		);
		expect(wrong).toEqual([]);
	});

	test('names no alias twice in the vault, nor the title of another note', () => {
		const seen = new Map<string, string>(
			notes.map(({ path, title }) => [title.toLowerCase(), path]),
		);
		const twice: string[] = [];
		for (const { path, properties } of notes) {
			for (const alias of listProperty(properties, 'aliases')) {
				const other = seen.get(alias.toLowerCase());
				if (other !== undefined) twice.push(`${path} ${alias} (${other})`);
				seen.set(alias.toLowerCase(), path);
			}
		}
		expect(twice).toEqual([]);
	});
});
