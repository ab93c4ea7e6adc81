import { reportProgress } from '../questions/progress';
import type { Progress } from '../questions/progress';
import { listQuestions } from '../questions/question';
import { QUESTION_KINDS } from '../questions/question-kind';
import { layoutColumns } from '../text/terminal-text';
import type { NoteIndex } from '../vault/note-index';
import { answer } from './answer';
import type { Answer, Say } from './answer';

/** Progress of the whole vault and of its parts. */
export function answerStatus(index: NoteIndex, say: Say): Answer {
	const report = reportProgress(listQuestions(index));
	const nameOf = (key: string): string => (key === 'none' ? say('cli.status.none') : key);
	const kindName = (key: string): string => {
		const kind = QUESTION_KINDS.find(known => known === key);
		return kind === undefined ? key : say(`kind.${kind}`);
	};
	const head = (name: string): string[] => [
		name,
		say('cli.status.total'),
		say('status.open'),
		say('status.shaky'),
		say('status.solid'),
	];
	const part = (
		name: string,
		parts: Readonly<Record<string, Progress>>,
		naming = nameOf,
	): string[][] => [
		[''],
		head(name),
		...Object.entries(parts).map(([key, progress]) => row(`  ${naming(key)}`, progress)),
	];
	const text = layoutColumns([
		head(''),
		row(say('cli.status.questions'), report.questions),
		...part(say('cli.status.by-category'), report.byCategory),
		...part(say('cli.status.by-technology'), report.byTechnology),
		...part(say('cli.status.by-kind'), report.byKind, kindName),
		...part(say('cli.status.by-level'), report.byLevel),
	]);
	return answer(report, text);
}

function row(name: string, { total, open, shaky, solid }: Progress): string[] {
	return [name, ...[total, open, shaky, solid].map(String)];
}
