import { describe, expect, test } from '@jest/globals';
import {
	aliasesOf,
	categoryOf,
	hasPlaceholderId,
	isTemplate,
	noteIdOf,
	noteLanguageOf,
	notesOfType,
	noteTypeOf,
} from '../../../src/core/schema/note-type';
import { aNote, aVault } from '../../support/a-note';

function typed(type: string): string {
	return `---\ntype: ${type}\n---\n`;
}

describe('the type of a note', () => {
	test.each(['technology', 'concept', 'comparison', 'home', 'attempts'] as const)(
		'%s is known',
		type => {
			expect(noteTypeOf(aNote('a.md', typed(type)))).toBe(type);
		},
	);

	test.each(['', 'Technology', 'recipe', '[technology]', '"__proto__"'])(
		'%j makes an ordinary note',
		type => {
			expect(noteTypeOf(aNote('a.md', typed(type)))).toBe('plain');
		},
	);

	test('a note without front matter is an ordinary note', () => {
		expect(noteTypeOf(aNote('a.md', 'type: technology'))).toBe('plain');
	});
});

test('a note whose id and title are still placeholders is a template', () => {
	expect(isTemplate(aNote('a.md', '---\nid: "{{id}}"\n---\n{{title}}'))).toBe(true);
	expect(isTemplate(aNote('a.md', '---\nid: "{{id}}"\nx: "{{title}}"\n---\n'))).toBe(true);
	expect(isTemplate(aNote('a.md', '---\nid: flink\n---\n'))).toBe(false);
	expect(isTemplate(aNote('a.md', '---\nid: flink\n---\n{{title}}'))).toBe(false);
	expect(isTemplate(aNote('a.md', 'no front matter {{id}} {{title}}'))).toBe(false);
});

test('a note that was made from a template, with its title filled and its id not, is none', () => {
	const made = aNote('a.md', '---\nid: "{{id}}"\n---\nFlink');
	expect([isTemplate(made), hasPlaceholderId(made)]).toEqual([false, true]);
	expect(hasPlaceholderId(aNote('a.md', '---\nid: flink\n---\n'))).toBe(false);
});

test('notes of a type come in the order of their paths, without templates', () => {
	const index = aVault({
		'b.md': typed('concept'),
		'a.md': typed('concept'),
		'c.md': typed('technology'),
		'模板.md': '---\ntype: concept\nid: "{{id}}"\n---\n{{title}}',
	});
	expect(notesOfType(index, 'concept').map(({ path }) => path)).toEqual(['a.md', 'b.md']);
});

test('id, category and aliases are read from the properties', () => {
	const note = aNote('a.md', '---\nid: flink\ncategory: x-y\naliases:\n  - A\n  - B\n---\n');
	expect([noteIdOf(note), categoryOf(note), aliasesOf(note)]).toEqual(['flink', 'x-y', ['A', 'B']]);
	const empty = aNote('a.md', '');
	expect([noteIdOf(empty), categoryOf(empty), aliasesOf(empty)]).toEqual([
		undefined,
		undefined,
		[],
	]);
});

describe('the language of a vault', () => {
	test('is that of its home note', () => {
		expect(noteLanguageOf(aVault({ 'h.md': '---\ntype: home\nlanguage: en\n---\n' }))).toBe('en');
		expect(noteLanguageOf(aVault({ 'h.md': '---\ntype: home\nlanguage: zh\n---\n' }))).toBe('zh');
	});

	test('is Chinese where no home note says otherwise', () => {
		expect(noteLanguageOf(aVault({}))).toBe('zh');
		expect(noteLanguageOf(aVault({ 'a.md': '---\nlanguage: en\n---\n' }))).toBe('zh');
		expect(noteLanguageOf(aVault({ 'h.md': '---\ntype: home\nlanguage: fr\n---\n' }))).toBe('zh');
	});
});
