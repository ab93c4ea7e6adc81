import { questionsOf } from '../../src/core/questions/question';
import { applyEdits } from '../../src/core/text/text-edit';
import { sectionsOf } from '../../src/core/vault/section';
import { aNote } from './a-note';

/** A vault after a month in which somebody worked with it. */
export interface UsedVault {
	readonly files: Readonly<Record<string, string>>;
	/** Words that the reader wrote, each once in the whole vault. */
	readonly written: readonly string[];
	/** Question id → character in its box. */
	readonly boxes: ReadonlyMap<string, string>;
	/** What the reader deleted: ids of questions and notes, titles in their notes. */
	readonly deleted: readonly string[];
	/** Notes that are the reader's alone. */
	readonly own: readonly string[];
}

/** Uses a shipped vault: each note in other ways than the one before it, the same ways in every run. */
export function useForAMonth(shipped: Readonly<Record<string, string>>): UsedVault {
	const files = new Map(Object.entries(shipped));
	const written: string[] = [];
	const boxes = new Map<string, string>();
	const deleted: string[] = [];
	const say = (what: string): string => {
		const words = `✎${written.length + 1} ${what} ✎`;
		written.push(words);
		return words;
	};
	const paths = [...files.keys()].filter(path => path.endsWith('.md') && !path.startsWith('模板/'));
	for (const [i, path] of paths.entries()) {
		const use: Use = { i, path, say, deleted };
		let text = tickBoxes(path, files.get(path) ?? '', boxes, i);
		for (const step of [writeBeside, writeInside, takeAway, convert]) text = step(text, use);
		files.delete(path);
		const isMoved = i % 6 === 3 && path !== '首页.md';
		files.set(isMoved ? `我的收藏/${i} ${path.split('/').at(-1) ?? ''}` : path, text);
	}
	const gone = paths.find(path => path.endsWith('/时间旅行.md'));
	if (gone !== undefined) {
		for (const [path, text] of files) {
			if (!path.endsWith('时间旅行.md')) continue;
			files.delete(path);
			deleted.push('id: time-travel');
			forget(text, written, boxes);
		}
	}
	const own = ['日记/2026-11-20.md', '我的技术/ClickHouse.md'];
	files.set(
		own[0] ?? '',
		`# 今天\r\n\r\n看了 [[Flink]]，${say('一天的记录')}\r\n- [ ] 明天再看\r\n`,
	);
	files.set(
		own[1] ?? '',
		`---\ntype: technology\nid: clickhouse\n---\n## 原理\n\n### 为什么快？\n${say('列存')}\n`,
	);
	// Not every note has every place.
	const texts = [...files.values()];
	const stands = (words: string): boolean => texts.some(text => text.includes(words));
	return { files: Object.fromEntries(files), written: written.filter(stands), boxes, deleted, own };
}

/** One note and what the reader may do there. */
interface Use {
	/** Which note it is: not all are used in the same ways. */
	readonly i: number;
	readonly path: string;
	readonly say: (what: string) => string;
	readonly deleted: string[];
}

/** Things of the reader's own. */
function writeBeside(shipped: string, { i, path, say }: Use): string {
	let text = shipped;
	if (i % 2 === 0) text = answerQuestion(path, text, say('我的回答'));
	if (i % 3 === 0) text = `${text}\n## 我的笔记\n\n${say('自己的一节')}\n`;
	if (i % 4 === 0) text = insertBefore(text, '\n## ', `\n## 前言\n\n${say('自己的前言')}\n`);
	if (i % 5 === 0) text = text.replace('\n---\n', `\n我的备注: ${say('自己的属性')}\n---\n`);
	if (i % 5 === 0) text = text.replace(/(aliases:\n)/, `$1  - ${say('我的别名')}\n`);
	return text;
}

/** Things in what was shipped. */
function writeInside(shipped: string, { i, say }: Use): string {
	let text = shipped;
	if (i % 3 === 0) text = editLine(text, /^> - .*$/m, say('我改了这一点'));
	if (i % 8 === 0) text = text.replace(/^## 何时用$/m, `## ${say('什么时候用')}`);
	if (i % 9 === 0) text = editLine(text, /^(?![#>|\-`<\s]).{20,}$/m, say('改过的一句'));
	if (i % 10 === 0) text = insertBefore(text, '\n<!-- stackbook:end', `\n${say('写进了区域')}\n`);
	return text;
}

function takeAway(shipped: string, { i, path, deleted }: Use): string {
	const text = i % 6 === 0 ? deleteQuestion(path, shipped, deleted) : shipped;
	return i % 7 === 0 ? deleteSection(path, text, deleted) : text;
}

/** What editors and sync tools of other systems do. */
function convert(text: string, { i }: Use): string {
	if (i % 11 === 5) return text.replaceAll('\n', '\r\n');
	return i % 11 === 7 ? `\uFEFF${text}` : text;
}

function tickBoxes(path: string, text: string, boxes: Map<string, string>, seed: number): string {
	const edits = questionsOf(aNote(path, text)).tracked.map(({ id, checkbox }, i) => {
		const character = [' ', 'x', '/', '-', '?'][(i + seed) % 5] ?? ' ';
		boxes.set(id, character);
		return { range: checkbox.characterRange, newText: character };
	});
	return applyEdits(text, edits);
}

function answerQuestion(path: string, text: string, words: string): string {
	const question = questionsOf(aNote(path, text)).tracked[1];
	const at = question?.answer?.range.end ?? text.length;
	return `${text.slice(0, at)}\n\n${words}\n${text.slice(at)}`;
}

function editLine(text: string, line: RegExp, words: string): string {
	return line.test(text) ? text.replace(line, found => `${found}${words}`) : `${text}\n${words}\n`;
}

function insertBefore(text: string, mark: string, inserted: string): string {
	const at = text.indexOf(mark);
	return at === -1 ? text + inserted : text.slice(0, at) + inserted + text.slice(at);
}

function deleteQuestion(path: string, text: string, deleted: string[]): string {
	const question = questionsOf(aNote(path, text)).tracked[2];
	if (!question) return text;
	deleted.push(`^${question.id}\n`);
	return text.slice(0, question.range.start) + text.slice(question.range.end);
}

function deleteSection(path: string, text: string, deleted: string[]): string {
	const section = sectionsOf(aNote(path, text)).find(({ heading }) => heading.text === '版本演进');
	if (!section) return text;
	const body = text.slice(section.own.start, section.own.end);
	const line = body.split('\n').find(one => one.length > 20);
	if (line !== undefined) deleted.push(line);
	return text.slice(0, section.heading.range.start) + text.slice(section.own.end);
}

/** What stood in a note that is deleted is deleted on purpose. */
function forget(text: string, written: string[], boxes: Map<string, string>): void {
	for (const words of [...written])
		if (text.includes(words)) written.splice(written.indexOf(words), 1);
	for (const id of [...boxes.keys()]) if (text.includes(`^${id}`)) boxes.delete(id);
}
