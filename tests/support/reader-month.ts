import { printAttempt } from '../../src/core/reviews/attempt';
import { questionsOf } from '../../src/core/questions/question';
import type { Question } from '../../src/core/questions/question';
import { applyEdits } from '../../src/core/text/text-edit';
import type { Note } from '../../src/core/vault/note';
import { aNote } from './a-note';
import { createDraw } from './draw';
import type { Draw } from './draw';

const DAYS = 30;
const HOME = '首页.md';

/** A note that shipped, as it is after a month. */
interface UsedNote {
	text: string;
	/** As it was shipped. */
	readonly shipped: string;
}

/** What one reader has after a month. */
export interface ReaderMonth {
	readonly files: Readonly<Record<string, string>>;
	/** Path → a shipped note, where it is now. */
	readonly notes: ReadonlyMap<string, Readonly<UsedNote>>;
	/** Paths of files that are the reader's alone, attempts among them. */
	readonly own: readonly string[];
	/** Ids of shipped notes that the reader deleted. */
	readonly deleted: readonly string[];
}

interface Reader {
	readonly draw: Draw;
	readonly notes: Map<string, UsedNote>;
	readonly own: Map<string, string>;
	readonly deleted: string[];
	/** Words that stand nowhere else. */
	readonly say: (what: string) => string;
}

type Act = (reader: Reader, day: string) => void;

/** A month of somebody who works with a shipped vault: the same for the same number. */
export function liveThroughMonth(
	shipped: Readonly<Record<string, string>>,
	seed: number,
): ReaderMonth {
	let words = 0;
	const isNote = (path: string): boolean => path.endsWith('.md') && !path.startsWith('模板/');
	const reader: Reader = {
		draw: createDraw(seed),
		notes: new Map(
			Object.entries(shipped)
				.filter(([path]) => isNote(path))
				.map(([path, text]) => [path, { text, shipped: text }]),
		),
		own: new Map(Object.entries(shipped).filter(([path]) => !isNote(path))),
		deleted: [],
		say: what => `✎${++words} ${what} ✎`,
	};
	const others = new Set(reader.own.keys());
	for (let i = 1; i <= DAYS; i++) {
		const day = `2026-10-${String(i).padStart(2, '0')}`;
		for (let n = reader.draw(20); n >= 0; n--) ACTS[reader.draw(ACTS.length)]?.(reader, day);
	}
	for (const note of reader.notes.values()) note.text = inOtherForm(note.text, reader.draw(12));
	return {
		files: {
			...Object.fromEntries(reader.own),
			...Object.fromEntries([...reader.notes].map(([path, { text }]) => [path, text])),
		},
		notes: reader.notes,
		own: [...reader.own.keys()].filter(path => !others.has(path)),
		deleted: reader.deleted,
	};
}

/** What editors and sync tools of other systems make of a file. */
function inOtherForm(text: string, form: number): string {
	if (form === 0) return text.replaceAll('\n', '\r\n');
	return form === 1 ? `\uFEFF${text}` : text;
}

function anyOf<T>({ draw }: Reader, all: readonly T[]): T | undefined {
	return all[draw(Math.max(1, all.length))];
}

/** Changes one of the shipped notes. */
function onNote(change: (text: string, reader: Reader, note: Note) => string): Act {
	return reader => {
		const [path, note] = anyOf(reader, [...reader.notes]) ?? [];
		if (path !== undefined && note) note.text = change(note.text, reader, aNote(path, note.text));
	};
}

function onQuestion(change: (text: string, reader: Reader, question: Question) => string): Act {
	return onNote((text, reader, note) => {
		const question = anyOf(reader, questionsOf(note).tracked);
		return question ? change(text, reader, question) : text;
	});
}

/** Changes a line of prose: no property, no marker, no line that names a question, nothing of code. */
function onLine(change: (line: string, reader: Reader) => readonly string[]): Act {
	return onNote((text, reader, note) => {
		const masked = note.structure.masked.split('\n');
		const lines = text.split('\n');
		const prose = [...lines.keys()].filter(
			i => (masked[i] ?? '').trim() !== '' && !/ \^\S+$|stackbook:|^#|\{\{/.test(lines[i] ?? ''),
		);
		const at = anyOf(reader, prose);
		return at === undefined
			? text
			: [...lines.slice(0, at), ...change(lines[at] ?? '', reader), ...lines.slice(at + 1)].join(
					'\n',
				);
	});
}

const tick = onQuestion((text, { draw }, { checkbox }) =>
	applyEdits(text, [
		{ range: checkbox.characterRange, newText: [' ', 'x', '/', '-', '?'][draw(5)] ?? ' ' },
	]),
);

const answer = onQuestion((text, reader, { answer: given, range }) => {
	const at = given?.range.end ?? range.end;
	return `${text.slice(0, at)}\n\n${reader.say('我的回答')}\n${text.slice(at)}`;
});

const deleteQuestion = onQuestion(
	(text, _, { range }) => text.slice(0, range.start) + text.slice(range.end),
);

const insertLine = onLine((line, reader) => [reader.say('我加的一行'), line]);
const editLine = onLine((line, reader) => [`${line}${reader.say('我改的一行')}`]);
const deleteLine = onLine(() => []);

const addSection = onNote((text, reader) =>
	text.endsWith('-->\n') || reader.draw(2) === 0
		? `${text}\n## ${reader.say('我的一节')}\n\n${reader.say('自己的话')}\n`
		: text.replace(/\n## /, found => `\n## ${reader.say('前言')}\n\n自己的前言\n${found}`),
);

const addProperty = onNote((text, reader) =>
	text.replace(/\n---\n/, found => `\n我的备注${reader.draw(1000)}: ${reader.say('属性')}${found}`),
);

const typeInRegion = onNote((text, reader) =>
	text.replace(/\n<!-- stackbook:end/, found => `\n${reader.say('写进了区域')}\n${found}`),
);

/** The app moves a file; links by name still lead to it. */
const move: Act = reader => {
	const [path, note] = anyOf(reader, [...reader.notes]) ?? [];
	const name = path?.split('/').at(-1);
	if (path === undefined || !note || path === HOME || reader.notes.has(`我的收藏/${name}`)) return;
	reader.notes.delete(path);
	reader.notes.set(`我的收藏/${name}`, note);
};

/** The app renames a file, and every link to it. */
const rename: Act = reader => {
	const [path, note] = anyOf(reader, [...reader.notes]) ?? [];
	if (path === undefined || !note || path === HOME) return;
	const old = path.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
	const name = `${old} 改`;
	reader.notes.delete(path);
	reader.notes.set(path.replace(/[^/]*$/, `${name}.md`), note);
	for (const other of reader.notes.values())
		other.text = other.text.replaceAll(new RegExp(`\\[\\[${old}(?=[\\]#|\\\\])`, 'g'), `[[${name}`);
};

const deleteNote: Act = reader => {
	const [path, note] = anyOf(reader, [...reader.notes]) ?? [];
	// Some notes a month, not all of them.
	if (path === undefined || !note || path === HOME || reader.deleted.length > 5) return;
	const id = /^id: (.*)$/m.exec(note.shipped)?.[1];
	if (id === undefined) return;
	reader.notes.delete(path);
	reader.deleted.push(id);
};

const keepDiary: Act = (reader, day) => {
	const path = `日记/${day}.md`;
	const text = reader.own.get(path) ?? `# ${day}\r\n\r\n看了 [[Flink]]\r\n`;
	reader.own.set(path, `${text}- [ ] ${reader.say('明天再看')}\r\n`);
};

const addTechnology: Act = (reader, day) => {
	const id = `own-${day}`;
	const prompt = reader.say('为什么快');
	reader.own.set(
		`我的技术/${id}.md`,
		`---\ntype: technology\nid: ${id}\n---\n## 原理\n\n### ${prompt}？\n- [/] 列存 · L2 ★ ^${id}-1\n\n列存\n`,
	);
};

const attempt: Act = (reader, day) => {
	const [path, note] = anyOf(reader, [...reader.notes]) ?? [];
	const question = note && anyOf(reader, questionsOf(aNote(path ?? '', note.text)).tracked);
	if (!question) return;
	const device = anyOf(reader, ['phone', 'desk']) ?? 'desk';
	const file = `练习记录/2026-10 ${device}.md`;
	const text = reader.own.get(file) ?? `---\ntype: attempts\ndevice: "${device}"\n---\n`;
	const time = `${day}T21:${String(10 + reader.draw(50))}:00+08:00`;
	const line = printAttempt({
		time,
		questionId: question.id,
		rating: anyOf(reader, ['again', 'hard', 'good', 'easy'] as const) ?? 'good',
		seconds: reader.draw(600),
		pointsHit: 1,
		pointsTotal: 3,
		missed: [reader.say('漏了')],
	});
	reader.own.set(file, `${text}${line}\n`);
};

/** What is done more often stands there more often. */
const ACTS: readonly Act[] = [
	...[tick, tick, tick, tick, answer, answer, answer, attempt, attempt, attempt],
	...[insertLine, insertLine, editLine, editLine, deleteLine, addSection, addProperty],
	...[typeInRegion, keepDiary, addTechnology, deleteQuestion, move, rename, deleteNote],
];
