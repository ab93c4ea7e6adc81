import { describe, expect, test } from '@jest/globals';
import { writeNewNote } from '../../../src/core/templates/new-note';
import { parseNote } from '../../../src/core/vault/note';
import { checkVault } from '../../../src/core/checks/check-vault';
import { questionsOf } from '../../../src/core/questions/question';
import { referenceAnswerOf } from '../../../src/core/questions/reference-answer';
import { categoryOf } from '../../../src/core/schema/note-type';
import { aVault } from '../../support/a-note';
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

	test('has no category where none was given, whatever the template says', () => {
		const text = writeNewNote(template('技术模板'), { ...VALUES, category: '' });
		expect(categoryOf(parseNote('Doris.md', text))).toBeUndefined();
		expect(text).toContain('\ncategory: ""\n');
		const bare = '---\nid: "{{id}}"\n---\n{{title}}\n';
		expect(writeNewNote(bare, { ...VALUES, category: '', criteria: [] })).not.toMatch(
			/category|criteria/,
		);
	});

	test.each(['a: b # c', '"x', '[x]', '# x', '图: 计算'])(
		'keeps the category «%s» as it is',
		own => {
			const text = writeNewNote(template('技术模板'), { ...VALUES, category: own });
			expect(categoryOf(parseNote('Doris.md', text))).toBe(own);
		},
	);

	test.each(['技术模板', '概念模板', '对比模板'])(
		'from the template %s has reference answers with labels and nothing to be asked',
		name => {
			const note = parseNote('Doris.md', writeNewNote(template(name), VALUES));
			const { tracked } = questionsOf(note);
			expect(tracked.length).toBeGreaterThan(1);
			for (const question of tracked) {
				const empty = { summary: '', keyPoints: [], followUps: [], mistakes: [], sources: '' };
				expect(referenceAnswerOf(note, question)).toMatchObject(empty);
				expect(question.answered).toBe(false);
			}
			expect(checkVault(aVault({ 'Doris.md': note.text })).map(({ code }) => code)).not.toContain(
				'placeholder-left',
			);
		},
	);

	test('has the hint for a short answer where nobody is asked for it', () => {
		const mine = [
			'---\nid: "{{id}}"\n---\n### {{title}}?\n- [ ] x · L1 ^{{id}}-x\n',
			'> [!answer]- Answer',
			'> **30 seconds** (what it is)',
			'>',
			'> **Key points**',
			'> - (a fact)',
			'> - State (on disk) is shared',
			'> - Depth: (a question)? → (a sentence)',
			'',
			'(what you built with it)\n',
		].join('\n');
		expect(writeNewNote(mine, VALUES)).toBe(
			[
				'---\nid: "doris"\n---\n### Apache Doris?\n- [ ] x · L1 ^doris-x\n',
				'> [!answer]- Answer (what it is)',
				'> **30 seconds**',
				'>',
				'> **Key points**',
				'> - State (on disk) is shared',
				'',
				'(what you built with it)\n',
			].join('\n'),
		);
	});

	test('keeps the line breaks of its template', () => {
		const mine = '> [!answer]-\r\n> **要点**\r\n> - （一）\r\n> - （二）\r\n字\r\n';
		expect(writeNewNote(mine, VALUES)).toBe('> [!answer]-\r\n> **要点**\r\n字\r\n');
	});

	test('keeps what cannot be set', () => {
		const broken = '---\ncategory: [a\n---\n{{title}}\n';
		expect(writeNewNote(broken, { ...VALUES, category: 'b' })).toBe(
			'---\ncategory: [a\n---\nApache Doris\n',
		);
	});
});
