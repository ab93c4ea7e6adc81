/** The only door of the core: what hosts may use. */
export { applyEdits } from './text/text-edit';
export type { TextEdit } from './text/text-edit';
export { nearestNames } from './text/nearest-names';
export { compareText } from './text/compare-text';
export { parseNote } from './vault/note';
export type { Note } from './vault/note';
export { isNotePath, folderOf, titleOf } from './vault/note-path';
export type { NotePath } from './vault/note-path';
export { createNoteIndex } from './vault/note-index';
export type { LiveNoteIndex, NoteIndex } from './vault/note-index';
export { findNote } from './vault/find-note';
export type { VaultEdit } from './vault/vault-edit';
export { plainText } from './markdown/plain-text';
export { isTemplate, noteTypeOf, notesOfType, noteLanguageOf } from './schema/note-type';
export { listBacklinks } from './relations/backlink-list';
export type { RelationKind } from './relations/relation-kind';
export { buildComparison, comparisonRequestOf } from './comparisons/comparison';
export type { Comparison } from './comparisons/comparison';
export { printComparison, printComparisonCsv } from './comparisons/print-comparison';
export {
	findQuestion,
	listQuestions,
	listUntrackedQuestions,
	questionsOf,
} from './questions/question';
export type { Question } from './questions/question';
export { QUESTION_KINDS } from './questions/question-kind';
export type { QuestionKind } from './questions/question-kind';
export { planStatusEdit } from './questions/question-status';
export type { QuestionStatus } from './questions/question-status';
export { filterQuestions } from './questions/filter-questions';
export { reportProgress } from './questions/progress';
export type { Progress } from './questions/progress';
export { referenceAnswerOf } from './questions/reference-answer';
export type { ReferenceAnswer } from './questions/reference-answer';
export { listAttempts, RATINGS, shortenPoint } from './reviews/attempt';
export type { Attempt, Rating } from './reviews/attempt';
export { reviewStates } from './reviews/review-state';
export { selectQuestions } from './interview/select-questions';
export { planOutcome, statusAfter, suggestRating } from './interview/outcome';
export { summarizeInterview } from './interview/summary';
export type { AskedQuestion, InterviewSummary } from './interview/summary';
export { planNoteRefresh } from './regions/plan-refresh';
export { planVaultRefresh } from './regions/refresh-vault';
export type { VaultRefresh } from './regions/refresh-vault';
export { checkVault, countSeverities, sortDiagnostics } from './checks/check-vault';
export type { Diagnostic, DiagnosticCode, Severity } from './checks/diagnostic';
