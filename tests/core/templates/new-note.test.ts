import { describe, expect, test } from '@jest/globals';
import { writeNewNote } from '../../../src/core/templates/new-note';
import { parseNote } from '../../../src/core/vault/note';
import { questionsOf } from '../../../src/core/questions/question';
import vaultTemplates from '../../support/vault-template';

const VALUES = { title: 'Apache Doris', id: 'doris', date: '2026-11-20' };

function template(name: string): string {
	return vaultTemplates.zh?.[`模板/${name}.md`] ?? '';
}

describe('a new note', () => {
	test('has its category set and not another byte changed', () => {
		const plain = writeNewNote(template('技术模板'), VALUES);
		const text = writeNewNote(template('技术模板'), { ...VALUES, category: 'table-format' });
		expect(text).toBe(plain.replace('category: foundations', 'category: table-format'));
	});

	test('asks the open questions of the template, with ids of its own', () => {
		const text = writeNewNote(template('技术模板'), VALUES);
		const { tracked } = questionsOf(parseNote('Doris.md', text));
		expect(tracked.length).toBeGreaterThan(5);
		expect(tracked.every(({ id, status }) => id.startsWith('doris-') && status === 'open')).toBe(
			true,
		);
		expect(text).not.toContain('{{');
	});

	test('of a comparison links its alternatives and names its criteria', () => {
		const text = writeNewNote(template('对比模板'), {
			...VALUES,
			alternatives: ['Flink', 'Spark Structured Streaming'],
			criteria: ['执行模型', '状态'],
		});
		expect(text).toContain(
			'alternatives:\n  - "[[Flink]]"\n  - "[[Spark Structured Streaming]]"\ncriteria:\n  - 执行模型\n  - 状态\n',
		);
	});

	test('keeps what cannot be set', () => {
		const broken = '---\ncategory: [a\n---\n{{title}}\n';
		expect(writeNewNote(broken, { ...VALUES, category: 'b' })).toBe(
			'---\ncategory: [a\n---\nApache Doris\n',
		);
	});
});
