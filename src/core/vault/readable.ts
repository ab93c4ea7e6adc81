import type { Note, NoteProblem } from './note';

/** Problems that keep the program from knowing what a note says. */
const HIDING: ReadonlySet<NoteProblem['kind']> = new Set([
	'invalid-yaml',
	'not-a-map',
	'too-large',
	'unclosed-front-matter',
	'binary',
]);

/** False while the program cannot know what a note says: what cannot be read is not gone. */
export function isReadable({ problems }: Note): boolean {
	return !problems.some(({ kind }) => HIDING.has(kind));
}
