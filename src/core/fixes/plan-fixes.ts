import type { Diagnostic } from '../checks/diagnostic';
import { finishSteps } from '../text/steps';
import type { Steps } from '../text/steps';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { fixOf } from './fix-of';
import type { Fix } from './fix-of';

/** Each repair costs reading its note anew: further ones of a note are planned when these are done. */
const MOST_FIXES = 50;
const MOST_TRIED = 500;

/** The repairs of findings, each by itself on the notes as they are. */
export function planFixes(
	index: NoteIndex,
	found: readonly Diagnostic[],
): ReadonlyMap<Diagnostic, Fix> {
	return finishSteps(planFixesInSteps(index, found));
}

/** The same in short steps. */
export function* planFixesInSteps(
	index: NoteIndex,
	found: readonly Diagnostic[],
): Steps<ReadonlyMap<Diagnostic, Fix>> {
	const fixes = new Map<Diagnostic, Fix>();
	const counts = new Map<NotePath, { fixes: number; tried: number }>();
	for (const diagnostic of found) {
		yield;
		const count = counts.get(diagnostic.path) ?? { fixes: 0, tried: 0 };
		counts.set(diagnostic.path, count);
		if (count.fixes >= MOST_FIXES || count.tried >= MOST_TRIED) continue;
		count.tried++;
		const fix = fixOf(index, diagnostic);
		if (!fix) continue;
		count.fixes++;
		fixes.set(diagnostic, fix);
	}
	return fixes;
}
