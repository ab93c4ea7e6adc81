import { listBacklinks } from '../relations/backlink-list';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { answer } from './answer';
import type { Answer, Say } from './answer';

/** Who links to a note. */
export function answerBacklinks(index: NoteIndex, { path }: Note, say: Say): Answer {
	const entries = listBacklinks(index, path);
	const lines = entries.map(
		({ source, kind, reason, line }) =>
			`${source}:${line}: ${say(`relation.${kind}`)}${reason === '' ? '' : ` · ${reason}`}`,
	);
	if (entries.length === 0) lines.push(say('cli.backlinks.none'));
	return answer(
		entries.map(({ source, kind, reason, line }) => ({ source, kind, reason, line })),
		[...lines, ''].join('\n'),
	);
}
