import { describe, expect, test } from '@jest/globals';
import { planNoteRefresh } from '../../../src/core/regions/plan-refresh';
import { hashText } from '../../../src/core/text/hash-text';
import { applyEdits } from '../../../src/core/text/text-edit';
import { aVault } from '../../support/a-note';
import { writtenAttributes } from '../../support/written-attributes';

const BODY = '**上游**\n\n- [[Flink]]：读它';
const FLINK = '## 关系\n- **下游** [[Kafka]]：读它\n';

function region(body: string, attributes = '', name = 'backlinks'): string {
	const content = body === '' ? '' : `${body}\n\n`;
	return `<!-- stackbook:begin ${name}${attributes} -->\n\n${content}<!-- stackbook:end ${name} -->`;
}

const FRESH = region(BODY, writtenAttributes('backlinks', BODY));

interface Refreshed {
	readonly text: string;
	readonly movedLines: number;
}

function refresh(
	kafka: string,
	others: Readonly<Record<string, string>> = { 'Flink.md': FLINK },
): Refreshed {
	const index = aVault({ 'Kafka.md': kafka, ...others });
	const note = index.find('Kafka.md');
	if (!note) throw new Error('no note');
	const planned = planNoteRefresh(index, note);
	if (planned.kind === 'refused') throw new Error(`Refused: ${planned.reason}`);
	return { text: applyEdits(kafka, planned.edits), movedLines: planned.movedLines };
}

function refusal(kafka: string): unknown {
	const index = aVault({ 'Kafka.md': kafka, 'Flink.md': FLINK });
	const note = index.find('Kafka.md');
	return note && planNoteRefresh(index, note);
}

describe('a region', () => {
	test('is written with the hash of its body, marks of its lines and a blank line on both sides', () => {
		expect(refresh(`前\n\n${region('')}\n\n后\n`)).toEqual({
			text: `前\n\n${FRESH}\n\n后\n`,
			movedLines: 0,
		});
	});

	test.each([
		[
			'no blank line inside',
			'<!-- stackbook:begin backlinks -->\n<!-- stackbook:end backlinks -->',
		],
		[
			'blank lines with blanks',
			'<!-- stackbook:begin backlinks -->\n \t\n\n<!-- stackbook:end backlinks -->',
		],
		['another hash', region('', ' hash=0000000000000000')],
		[
			'blanks after its markers',
			'<!-- stackbook:begin backlinks --> \n\n<!-- stackbook:end backlinks -->\t',
		],
	])('is filled when it is empty, with %s', (_, empty) => {
		expect(refresh(empty)).toEqual({ text: FRESH, movedLines: 0 });
	});

	test('that is right already makes no edit', () => {
		const index = aVault({ 'Kafka.md': `${FRESH}\n`, 'Flink.md': FLINK });
		const note = index.find('Kafka.md');
		expect(note && planNoteRefresh(index, note)).toEqual({
			kind: 'planned',
			edits: [],
			movedLines: 0,
		});
	});

	test('that the program wrote is replaced without a question', () => {
		const old = '**提及**\n\n- [[Spark]]：旧';
		expect(refresh(region(old, ` hash=${hashText(old)}`))).toEqual({ text: FRESH, movedLines: 0 });
	});

	test('becomes empty when there is nothing to say any more', () => {
		expect(refresh(FRESH, {})).toEqual({
			text: region('', ` hash=${hashText('')}`),
			movedLines: 0,
		});
	});

	test('may be one of several', () => {
		const text = `${region('')}\n\n文\n\n${region('', '', 'members:x')}\n`;
		const technology =
			'---\ntype: technology\nid: f\ncategory: x\n---\n> [!abstract] a\n> 流引擎\n';
		const { text: after } = refresh(text, { 'Flink.md': `${technology}\n${FLINK}` });
		expect(after).toContain(BODY);
		expect(after).toContain('\n\n- [[Flink]]：流引擎\n\n<!-- stackbook:end members:x -->\n');
	});
});

describe('a body that the reader edited', () => {
	test('gives way, and the lines of the reader move below the region', () => {
		const edited = region(`我的话\n\n${BODY}\n- 我的第二行`, ` hash=${hashText(BODY)}`);
		expect(refresh(`${edited}\n\n后\n`)).toEqual({
			text: `${FRESH}\n\n我的话\n\n- 我的第二行\n\n后\n`,
			movedLines: 2,
		});
	});

	test('keeps the lines of the reader that stand in it anyway, and blank lines between them', () => {
		const pasted = '```\n一\n\n二\n```\n- [[Flink]]：读它';
		const edited = region(`${BODY}\n\n${pasted}`, ` hash=${hashText(BODY)}`);
		expect(refresh(`${edited}\n`)).toEqual({ text: `${FRESH}\n\n${pasted}\n`, movedLines: 5 });
	});

	test('loses no line, even where there was no hash', () => {
		const lines = ['一', '- 二', '> 三', '四 四', '```', 'code', '```'];
		const { text, movedLines } = refresh(`${region(lines.join('\n'))}\n`);
		expect(text.startsWith(`${FRESH}\n\n`)).toBe(true);
		expect(text.slice(FRESH.length).split('\n').filter(Boolean)).toEqual(lines);
		expect(movedLines).toBe(lines.length);
	});

	test('does not run into the text that stood right below', () => {
		const { text } = refresh(`${region('我的话')}\n---\n后\n`);
		expect(text).toBe(`${FRESH}\n\n我的话\n\n---\n后\n`);
		const crlf = `${region('我的话')}\n后\n`.replaceAll('\n', '\r\n');
		expect(refresh(crlf).text).toBe(`${FRESH}\n\n我的话\n\n后\n`.replaceAll('\n', '\r\n'));
	});

	test('is not moved twice', () => {
		const { text } = refresh(`${region('我的话')}\n`);
		expect(refresh(text)).toEqual({ text, movedLines: 0 });
	});

	test('is not taken for edited when a tool only changed the line breaks', () => {
		const crlf = `${FRESH}\n`.replaceAll('\n', '\r\n');
		expect(refresh(crlf)).toEqual({ text: crlf, movedLines: 0 });
	});
});

describe('a body that somebody edited and that is old besides', () => {
	const OLD = ['**上游**', '', '- [[Flink]]：读它', '- [[Spark]]：也读它', '- [[Storm]]'];
	const written = writtenAttributes('backlinks', OLD.join('\n'));
	const refreshed = (lines: readonly string[]): Refreshed =>
		refresh(`${region(lines.join('\n'), written)}\n`);

	test('gives back the lines of the reader and none that the program wrote', () => {
		expect(refreshed([...OLD.slice(0, 3), '我的话', ...OLD.slice(3)])).toEqual({
			text: `${FRESH}\n\n我的话\n`,
			movedLines: 1,
		});
	});

	test('is nobody’s where lines only moved', () => {
		expect(refreshed([...OLD].reverse())).toEqual({ text: `${FRESH}\n`, movedLines: 0 });
	});

	test('is nobody’s where the app rewrote the targets of links after a rename', () => {
		const renamed = OLD.map(line => line.replace('[[Spark]]', '[[x/Apache Spark#^q]]'));
		expect(refreshed(renamed)).toEqual({ text: `${FRESH}\n`, movedLines: 0 });
	});

	test('keeps a line of nothing but links, for any other is like it', () => {
		expect(refreshed([...OLD.slice(0, 4), '- [[我的笔记]]'])).toEqual({
			text: `${FRESH}\n\n- [[我的笔记]]\n`,
			movedLines: 1,
		});
	});

	test('keeps a copy with another link, above and below the line that was written', () => {
		const mine = '- [[我的笔记]]：读它';
		for (const lines of [
			[...OLD.slice(0, 2), mine, ...OLD.slice(2)],
			[...OLD, mine],
		])
			expect(refreshed(lines)).toEqual({ text: `${FRESH}\n\n${mine}\n`, movedLines: 1 });
	});

	test('gives back a line too many where a copy cannot be told from what was written', () => {
		const two = ['- [[我的笔记]]：也读它', '- [[Spark]]：也读它'];
		expect(refreshed([...OLD.slice(0, 3), ...two])).toEqual({
			text: `${FRESH}\n\n${two.join('\n')}\n`,
			movedLines: 2,
		});
	});
});

describe('a body that a merge made of those of two devices', () => {
	const ours = ['**上游**', '', '- [[Flink]]：读它', '- [[Spark]]：旧'];
	const theirs = ['**下游**', '', '- [[Storm]]：旧', '', '| a | b |', '| --- | --- |', '| 1 | 2 |'];
	const begin = (lines: readonly string[]): string =>
		`<!-- stackbook:begin backlinks${writtenAttributes('backlinks', lines.join('\n'))} -->`;
	const merged = (...lines: string[]): Refreshed =>
		refresh(
			[begin(ours), begin(theirs), '', ...lines, '', '<!-- stackbook:end backlinks -->', ''].join(
				'\n',
			),
		);

	test('holds no line of the reader, however often a line stands there', () => {
		expect(merged(...ours, '', ...theirs, ...ours)).toEqual({ text: `${FRESH}\n`, movedLines: 0 });
	});

	test('gives back the lines of the reader, with a table of their own', () => {
		const table = ['| 我的 | b |', '| --- | --- |', '| 1 | 3 |'];
		expect(merged('我的话', ...ours, '', ...theirs, '', ...table)).toEqual({
			text: `${FRESH}\n\n我的话\n\n${table.join('\n')}\n`,
			movedLines: 4,
		});
	});

	test('leaves a line where it is that one device had right above the region', () => {
		for (const gap of [[], ['']]) {
			const lines = [begin(ours), '我的话', ...gap, begin(theirs), '', ...ours, ''];
			expect(refresh([...lines, '<!-- stackbook:end backlinks -->', ''].join('\n'))).toEqual({
				text: `${['我的话', ...gap, FRESH].join('\n')}\n`,
				movedLines: 1,
			});
		}
	});

	test('leaves nothing of one device’s body above the marker of the other', () => {
		const mine = ['我的话', '', '我的另一句'];
		const lines = [begin(ours), ...mine, '', ...ours, '', begin(theirs), '', ...theirs, ''];
		expect(refresh([...lines, '<!-- stackbook:end backlinks -->', ''].join('\n'))).toEqual({
			text: `${[...mine, '', FRESH].join('\n')}\n`,
			movedLines: 2,
		});
	});

	test('leaves a line right above the region even if it reads like one that was written', () => {
		const lines = [begin(ours), '**上游**', '', ...ours, '', begin(theirs), '', ...theirs, ''];
		expect(refresh([...lines, '<!-- stackbook:end backlinks -->', ''].join('\n'))).toEqual({
			text: `**上游**\n\n${FRESH}\n`,
			movedLines: 1,
		});
	});

	test('is written even if it is what it should be, for one marker is enough', () => {
		expect(merged(...BODY.split('\n'))).toEqual({ text: `${FRESH}\n`, movedLines: 0 });
	});
});

describe('progress that two devices counted', () => {
	const row = (...cells: readonly (number | string)[]): string => `| ${cells.join(' | ')} |`;
	const head = [row('类别', '总数', '待答', '不稳', '扎实'), '| --- | --- | --- | --- | --- |'];

	test('leaves no old count behind, and keeps a row of the reader', () => {
		const mine = row('我的', 1, 2, 3, 4);
		const body = [...head, row('合计', 9, 12, 1, 2), mine].join('\n');
		const { text, movedLines } = refresh(region(body, ' hash=0', 'progress'));
		expect([movedLines, text.split('end progress -->')[1]]).toEqual([1, `\n\n${mine}`]);
	});
});

describe('a frozen region', () => {
	test.each([' frozen', ` frozen hash=0000000000000000`, ` hash=0000000000000000 frozen`])(
		'stays as it is: %j',
		attributes => {
			const text = `${region('我的表', attributes)}\n`;
			expect(refresh(text)).toEqual({ text, movedLines: 0 });
		},
	);

	test('keeps its neighbour from nothing', () => {
		const frozen = region('我的表', ' frozen', 'progress');
		expect(refresh(`${frozen}\n\n${region('')}`).text).toBe(`${frozen}\n\n${FRESH}`);
	});
});

describe('a note with other line breaks', () => {
	test.each(['\r\n', '\r'])('keeps %j, also in what is written and moved', eol => {
		const text = `前\n\n${region('我的话')}\n\n后\n`.replaceAll('\n', eol);
		const after = refresh(text);
		expect(after.text).toBe(`前\n\n${FRESH}\n\n我的话\n\n后\n`.replaceAll('\n', eol));
		expect(refresh(after.text)).toEqual({ text: after.text, movedLines: 0 });
	});
});

describe('nothing is written in a note', () => {
	const begin = '<!-- stackbook:begin backlinks -->';
	const end = '<!-- stackbook:end backlinks -->';
	const other = region('', '', 'progress');

	test.each([
		['a begin without end', [begin, 'x', other], 'unclosed-region', 1],
		['a begin without end, last', [other, begin], 'unclosed-region', 4],
		['an end without begin', [end, other], 'unopened-region', 1],
		['an end before its begin', [end, begin], 'unopened-region', 1],
		['two pairs of one name', [begin, end, 'x', begin, end], 'duplicate-region', 1],
		['nested pairs of one name', [begin, '', 'x', begin, end, end], 'unclosed-region', 1],
		[
			'marks of a conflict',
			[begin, '<<<<<<< a', '=======', '>>>>>>> b', end],
			'conflict-region',
			2,
		],
		['nested pairs', [begin, other, end], 'unclosed-region', 1],
		[
			'crossed pairs',
			[begin, '<!-- stackbook:begin progress -->', end, '<!-- stackbook:end progress -->'],
			'unclosed-region',
			1,
		],
		['a kind that nobody knows', [region('', '', 'weather'), region('')], 'unknown-region', 1],
		['a kind that is the name of a method', [region('', '', 'constructor')], 'unknown-region', 1],
		['a category of no note', [region('', '', 'members:none')], 'unknown-region', 1],
		['markers that are indented', [` ${begin}`, '', ` ${end}`], 'misplaced-region', 1],
		['markers in a quote', [`> ${begin}`, '>', `> ${end}`], 'misplaced-region', 1],
		['markers without blanks', ['<!--stackbook:begin map-->'], 'misspelt-region', 1],
		[
			'a category with a blank',
			[region('', '', 'members:stream processing')],
			'misnamed-region',
			1,
		],
		[
			'an attribute that nobody knows',
			[begin.replace(' -->', ' until=1 -->'), end],
			'unknown-attribute-region',
			1,
		],
	])('with %s', (_, lines, reason, line) => {
		expect(refusal(lines.join('\n'))).toEqual({ kind: 'refused', reason, line });
	});

	test.each([
		['no markers', '文\n'],
		['markers in code', `\`\`\`\n${begin}\n\n${end}\n\`\`\`\n`],
		['markers in a comment', `%%\n${begin}\n\n${end}\n%%\n`],
		['markers in the front matter', `---\na: |\n${begin}\n${end}\n---\n`],
	])('with %s, and nothing is refused', (_, text) => {
		expect(refusal(text)).toEqual({ kind: 'planned', edits: [], movedLines: 0 });
	});
});
