import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkVault } from '../../../src/core/checks/check-vault';
import { questionsOf } from '../../../src/core/questions/question';
import { noteTypeOf, aliasesOf, isTemplate, noteIdOf } from '../../../src/core/schema/note-type';
import {
	expandTemplate,
	idOfTitle,
	proposeId,
	type TemplateValues,
} from '../../../src/core/templates/expand-template';
import { createNoteIndex } from '../../../src/core/vault/note-index';
import { aNote } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';
import { readShippedVault, SHIPPED_PATHS } from '../../support/shipped-vault';

const VALUES: TemplateValues = { title: 'Apache Pinot', id: 'apache-pinot', date: '2026-11-20' };

describe('a template', () => {
	test('has all its placeholders filled, each as often as it stands there', () => {
		expect(expandTemplate('{{title}} {{id}} {{date}} {{title}}{{id}}', VALUES)).toBe(
			'Apache Pinot apache-pinot 2026-11-20 Apache Pinotapache-pinot',
		);
	});

	test.each([
		'{{time}}',
		'{{ title }}',
		'{{date:YYYY}}',
		'{title}',
		'{{Title}}',
		'{{constructor}}',
		'<% tp.x %>',
	])('keeps %s for whoever knows it', placeholder => {
		expect(expandTemplate(placeholder, VALUES)).toBe(placeholder);
	});

	test('takes a value as it is, whatever it looks like', () => {
		for (const title of ['$& $1 $$', '{{id}}', '\\n', '']) {
			expect(expandTemplate('{{title}}。', { ...VALUES, title })).toBe(`${title}。`);
		}
	});

	test('keeps its line breaks and everything else', () => {
		expect(expandTemplate('\uFEFFa\r\n{{id}}\r\n', VALUES)).toBe('\uFEFFa\r\napache-pinot\r\n');
	});

	test('has front matter that can be read, whatever the title', () => {
		fc.assert(
			fc.property(
				fc
					.array(
						fc.constantFrom('"', '\\', "'", '：', ': ', '#', 'x', '流', '- ', '\\n', '{{id}}'),
						{
							minLength: 1,
						},
					)
					.map(pieces => `t${pieces.join('')}t`),
				title => {
					const template = '---\ntype: concept\nid: "{{id}}"\naliases:\n  - "{{title}}"\n---\n';
					const note = aNote('x.md', expandTemplate(template, { ...VALUES, title }));
					expect([note.problems, aliasesOf(note)]).toEqual([[], [title]]);
				},
			),
			{ numRuns: propertyRuns(200) },
		);
	});
});

describe('the id of a title', () => {
	test.each([
		['Kafka', 'kafka'],
		['Apache Flink 2.0', 'apache-flink-2-0'],
		['  --C++ / C#--  ', 'c-c'],
		['Flink 检查点', 'flink'],
		['数据湖 Iceberg 表格式 v3', 'iceberg-v3'],
		['Ｋａｆｋａ', 'kafka'],
		['Écran à café', 'ecran-a-cafe'],
		['e\u0301tat', 'etat'],
		['İstanbul', 'istanbul'],
		['ClickHouse®', 'clickhouse'],
	])('%j is %j', (title, id) => {
		expect(idOfTitle(title)).toBe(id);
	});

	test.each(['检查点', '', '  ', '？！', 'Ключ', '🙂'])('%j has none', title => {
		expect(idOfTitle(title)).toBeUndefined();
	});

	test('is in kebab-case and its own id, or none', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), title => {
				const id = idOfTitle(title);
				if (id === undefined) return;
				expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
				expect(idOfTitle(id)).toBe(id);
			}),
			{ numRuns: propertyRuns(500) },
		);
	});
});

describe('a shipped template', () => {
	const shipped = readShippedVault();
	const templates = SHIPPED_PATHS.filter(path => path.startsWith('模板/'));
	const FOLDERS = { technology: '技术', concept: '概念', comparison: '对比' } as const;

	test('is there for every kind of note that asks', () => {
		expect(templates.map(path => noteTypeOf(shipped.find(path) ?? aNote(path))).sort()).toEqual(
			Object.keys(FOLDERS).sort(),
		);
		expect(templates.every(path => isTemplate(shipped.find(path) ?? aNote(path)))).toBe(true);
	});

	test.each(
		templates.flatMap(path => [
			[path, VALUES] as const,
			[path, { title: '维表 "关联"', id: 'dimension-join', date: '2026-11-20' }] as const,
		]),
	)('%s makes a note without error, ready to be asked: %j', (path, values) => {
		const template = shipped.find(path);
		if (!template) throw new Error(`There is no ${path}`);
		const type = noteTypeOf(template);
		const folder = type in FOLDERS ? FOLDERS[type as keyof typeof FOLDERS] : '';
		const made = aNote(`${folder}/${values.title}.md`, expandTemplate(template.text, values));
		expect([isTemplate(made), noteTypeOf(made), noteIdOf(made)]).toEqual([false, type, values.id]);
		expect(made.text).not.toContain('{{');
		const index = createNoteIndex([...shipped.notes(), made]);
		const errors = checkVault(index).filter(({ severity }) => severity === 'error');
		expect(errors).toEqual([]);
		const { tracked, untracked } = questionsOf(made);
		expect(untracked).toEqual([]);
		expect(tracked.length).toBeGreaterThanOrEqual(2);
		for (const { id, status, answered, kind } of tracked) {
			expect(id.startsWith(`${values.id}-`)).toBe(true);
			expect([status, answered]).toEqual(['open', false]);
			expect(kind).not.toBe('other');
		}
	});

	test('asks about everything that the source documents ask of a technology', () => {
		const template = shipped.find('模板/技术模板.md');
		const made = aNote('技术/x.md', expandTemplate(template?.text ?? '', VALUES));
		const kinds = new Set(questionsOf(made).tracked.map(({ kind }) => kind));
		expect([...kinds]).toEqual([
			'principle',
			'feature',
			'scenario',
			'problem',
			'optimization',
			'comparison',
		]);
		expect(made.text).toContain('优势和劣势');
	});
});

describe('the id that is proposed', () => {
	test.each(['反熵', '数据湖 与 数仓', '…', '日本語', '😀'])(
		'for %j can be taken as it is',
		title => {
			const id = proposeId(title);
			expect(id).toMatch(/^note-[0-9a-f]{6}$/);
			expect(proposeId(title)).toBe(id);
		},
	);

	test('is made of the letters of a title, differs with it, and is none for none', () => {
		expect(proposeId('反熵 Anti-Entropy')).toBe('anti-entropy');
		expect(proposeId('反熵')).not.toBe(proposeId('反商'));
		expect(proposeId('')).toBe('');
	});
});
