import type { NotePath } from '../vault/note-path';

/** Every kind of finding. Codes are stable: other tools match on them. */
export const DIAGNOSTIC_CODES = [
	'note-unreadable',
	'note-not-utf8',
	'note-outside-vault',
	'note-binary',
	'note-too-large',
	'note-conflict-copy',
	'name-reserved',
	'name-ending',
	'name-character',
	'name-unlinkable',
	'name-too-long',
	'name-clash',
	'file-temporary',
	'update-unfinished',
	'line-too-long',
	'front-matter-unclosed',
	'front-matter-invalid',
	'front-matter-misplaced',
	'front-matter-too-large',
	'property-duplicate',
	'property-missing',
	'property-empty',
	'property-value',
	'property-singular',
	'property-not-list',
	'property-nested',
	'property-link-unquoted',
	'placeholder-left',
	'note-id-duplicate',
	'question-id-duplicate',
	'question-id-missing',
	'question-status-unknown',
	'question-level-unknown',
	'question-summary-missing',
	'question-key-points-missing',
	'attempts-type-missing',
	'attempt-damaged',
	'link-unresolved',
	'link-ambiguous',
	'link-subpath-unresolved',
	'relation-kind-unknown',
	'relation-without-link',
	'relation-without-reason',
	'relation-to-itself',
	'relation-twice',
	'relation-contradiction',
	'relation-cycle',
	'comparison-alternative-missing',
	'comparison-cell-empty',
	'region-unclosed',
	'region-unopened',
	'region-duplicate',
	'region-nested',
	'region-conflict',
	'region-unfinished',
	'region-misplaced',
	'region-misspelt',
	'region-misnamed',
	'region-attribute-unknown',
	'region-unknown',
	'region-outdated',
] as const;

/** Code of a finding; words for it come at the edge, in the reader's language. */
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** How much a finding matters: `info` is worth knowing and fails nothing. */
export type Severity = 'error' | 'warning' | 'info';

/** A finding about a note, with its place. */
export interface Diagnostic {
	readonly code: DiagnosticCode;
	readonly severity: Severity;
	readonly path: NotePath;
	/** 1-based. */
	readonly line: number;
	/** What the words of the message are filled with. */
	readonly params: Readonly<Record<string, string>>;
}
