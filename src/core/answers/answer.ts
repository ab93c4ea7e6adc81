import type { DiagnosticCode, Severity } from '../checks/diagnostic';
import type { QuestionKind } from '../questions/question-kind';
import type { QuestionStatus } from '../questions/question-status';
import type { RefusalReason } from '../regions/plan-refresh';
import type { RelationKind } from '../relations/relation-kind';
import type { SkipReason } from '../upgrades/plan-upgrade';

/** What a verb answers, the same in a terminal and in Obsidian's own command line. */
export interface Answer {
	readonly kind: 'answer';
	/** The value that `--json` prints. */
	readonly json: unknown;
	/** The same for people; lines end with a line break. */
	readonly text: string;
	/** True if it found something to be repaired, or something that would change. */
	readonly hasFindings: boolean;
}

/** A wrong use: a text with its parameters, and names that were perhaps meant. */
export interface Refusal {
	readonly kind: 'refused';
	readonly key: RefusalKey;
	readonly params: Readonly<Record<string, string>>;
	readonly suggestions: readonly string[];
}

type RefusalKey =
	| 'cli.error.invalid-value'
	| 'cli.error.no-note'
	| 'cli.error.unreadable-note'
	| 'cli.error.ambiguous-note'
	| 'cli.error.too-few-alternatives'
	| 'cli.error.unknown-criterion'
	| 'cli.error.invalid-number'
	| 'cli.error.no-questions'
	| 'cli.error.untracked-level'
	| 'cli.error.apply-alone'
	| 'cli.error.no-backup';

/** Why a note was left as it is: by the plan, or when it was to be written. */
export type LeftReason =
	RefusalReason | 'edited-canvas' | 'edited-base' | 'unsaved-text' | 'unwritable';

/** The texts that answers are made of; each host has them in its language. */
type AnswerTextKey =
	| `status.${QuestionStatus}`
	| `kind.${QuestionKind}`
	| `severity.${Severity}`
	| `check.${DiagnosticCode}`
	| `relation.${RelationKind | 'mention'}`
	| `cli.refresh.reason.${LeftReason}`
	| `cli.status.${'questions' | 'total' | 'none'}`
	| `cli.status.by-${'technology' | 'category' | 'kind' | 'level'}`
	| `cli.questions.${'none' | 'summary' | 'untracked'}`
	| `cli.check.${'summary' | 'nothing' | 'fixable' | 'repaired' | 'would-repair' | 'no-repair'}`
	| 'cli.check.more-lines'
	| `cli.update.${'merged' | 'would-merge' | 'created' | 'would-create' | 'conflict' | 'kept'}`
	| `cli.update.${'skipped' | 'dropped' | 'summary' | 'dry-summary' | 'report' | 'backup'}`
	| `cli.update.${'left' | 'undone' | 'dry-undone'}`
	| `cli.update.reason.${SkipReason}`
	| `cli.refresh.${'changed' | 'would-change' | 'refused' | 'moved' | 'summary' | 'dry-summary'}`
	| 'cli.backlinks.none';

/** Puts a text into words. */
export type Say = (
	key: AnswerTextKey,
	params?: Readonly<Record<string, string | number>>,
) => string;

/** Makes an answer. */
export function answer(json: unknown, text: string, hasFindings = false): Answer {
	return { kind: 'answer', json, text, hasFindings };
}

/** Makes a refusal. */
export function refuse(
	key: RefusalKey,
	params: Refusal['params'] = {},
	suggestions: readonly string[] = [],
): Refusal {
	return { kind: 'refused', key, params, suggestions };
}

/** A JSON value as text; what JSON leaves as it is and a terminal obeys is escaped. */
export function printJsonText(value: unknown): string {
	return JSON.stringify(value, null, 2).replace(
		/[\u007f-\u009f]/g,
		control => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
