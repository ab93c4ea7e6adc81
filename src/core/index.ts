/** The only door of the core: what hosts may use. */
export { applyEdits } from './text/text-edit';
export type { TextEdit } from './text/text-edit';
export { onOneLine } from './text/line';
export { nearestNames } from './text/nearest-names';
export { compareText } from './text/compare-text';
export { withoutControls } from './text/terminal-text';
export { parseNote } from './vault/note';
export type { Note } from './vault/note';
export { foldName, folderOf, isNotePath } from './vault/note-path';
export type { NotePath } from './vault/note-path';
export { createNoteIndex } from './vault/note-index';
export type { LiveNoteIndex, NoteIndex } from './vault/note-index';
export { findNote } from './vault/find-note';
export type { VaultEdit } from './vault/vault-edit';
export { inlineMarkdown } from './markdown/inline-markdown';
export { plainText } from './markdown/plain-text';
export {
	categoryOf,
	isTemplate,
	noteIdOf,
	noteLanguageOf,
	notesOfType,
	noteTypeOf,
} from './schema/note-type';
export type { NoteLanguage } from './schema/note-type';
export { categoryName, categoryNamed, categoryOrder } from './schema/category';
export type { RelationKind } from './relations/relation-kind';
export { buildComparison } from './comparisons/comparison';
export type { Comparison } from './comparisons/comparison';
export {
	comparisonOfBlock,
	comparisonOfCategory,
	comparisonOfNotes,
	comparisonRequestOf,
} from './comparisons/comparison-request';
export type { ComparisonLayout, ComparisonRequest } from './comparisons/comparison-request';
export { arrangeComparison } from './comparisons/arrange-comparison';
export type { ComparisonArrangement } from './comparisons/arrange-comparison';
export { proofsOf } from './comparisons/criterion-proof';
export { printComparison, printComparisonCsv } from './comparisons/print-comparison';
export { findQuestion, listQuestions, locateQuestion, questionsOf } from './questions/question';
export type { Question, QuestionReference, UntrackedQuestion } from './questions/question';
export { QUESTION_KINDS } from './questions/question-kind';
export type { QuestionKind } from './questions/question-kind';
export { planStatusEdit } from './questions/question-status';
export type { QuestionStatus } from './questions/question-status';
export { filterQuestions } from './questions/filter-questions';
export { countProgress, reportProgress } from './questions/progress';
export type { Progress } from './questions/progress';
export { referenceAnswerOf } from './questions/reference-answer';
export type { ReferenceAnswer } from './questions/reference-answer';
export { RATINGS } from './reviews/attempt';
export type { Attempt, Rating } from './reviews/attempt';
export { attemptsNotes } from './reviews/attempts-note';
export { lastAttempts } from './reviews/last-attempt';
export { selectQuestions } from './interview/select-questions';
export type { InterviewSelection } from './interview/select-questions';
export { questionsInScope } from './interview/interview-scope';
export type { InterviewScope } from './interview/interview-scope';
export { planOutcome } from './interview/outcome';
export { suggestRating } from './interview/status-rule';
export { makeResult } from './interview/result';
export type { InterviewResult } from './interview/result';
export {
	currentReference,
	enterResult,
	finish,
	nextQuestion,
	noteAsked,
	resume,
	reveal,
	startSession,
	stepFollowUp,
	toggleKeyPoint,
	withoutLastResult,
} from './interview/session';
export type { InterviewSession } from './interview/session';
export { followQuestion } from './interview/follow-question';
export { excerptOf, wholeOf } from './interview/excerpt';
export { leftAt, reopen } from './interview/reopen';
export { parseSession, printSession } from './interview/parse-session';
export { planUndo } from './interview/undo';
export { summarizeInterview } from './interview/summary';
export type { InterviewSummary } from './interview/summary';
export { planSummaryNote } from './interview/plan-summary-note';
export { emptyCells, untrackedQuestions } from './tracking/untracked-question';
export type { EmptyCell } from './tracking/untracked-question';
export { isGivenId, planCellQuestion, planTracking } from './tracking/plan-tracking';
export { idOfTitle, proposeId } from './templates/expand-template';
export { writeNewNote } from './templates/new-note';
export { BACKLINKS_TYPES, planBacklinksRegions } from './regions/add-backlinks';
export type { BacklinksType } from './regions/add-backlinks';
export { findAffectedRegions } from './regions/affected-regions';
export type { RegionChoice } from './regions/affected-regions';
export { planNoteInSteps, planNoteRefresh } from './regions/plan-refresh';
export type { NoteRefresh } from './regions/plan-refresh';
export { planVaultInSteps, planVaultRefresh } from './regions/refresh-vault';
export type { VaultRefresh } from './regions/refresh-vault';
export type { NoteChange } from './regions/vault-change';
export { canvasCandidates, isStackCanvas, planCanvas, stackCanvasPath } from './maps/plan-canvas';
export type { CanvasPlan } from './maps/plan-canvas';
export { basePaths, planBase } from './maps/plan-base';
export type { BasePlan } from './maps/plan-base';
export { checkInVault, checkVault, checkVaultInSteps } from './checks/check-vault';
export type { Diagnostic, DiagnosticCode, Severity } from './checks/diagnostic';
export { fixOf, keyOf } from './fixes/fix-of';
export { planFixesInSteps } from './fixes/plan-fixes';
export { planRepairs } from './fixes/repair-vault';
export type { VaultRepair } from './fixes/repair-vault';
export { changedLines } from './text/changed-lines';
export type { ChangedLines } from './text/changed-lines';
export { printJsonText } from './answers/answer';
export type { Answer, Refusal } from './answers/answer';
export { answerBacklinks } from './answers/backlinks-answer';
export { answerCheck, answerRepair, readFixCodes, refuseApplyAlone } from './answers/check-answer';
export { answerCompare } from './answers/compare-answer';
export { namedNote } from './answers/named-note';
export { answerQuestions } from './answers/questions-answer';
export type { QuestionOptions } from './answers/questions-answer';
export { answerRefresh, readBacklinksTypes } from './answers/refresh-answer';
export { mapsReport } from './answers/maps-report';
export type { MapOutcome } from './answers/maps-report';
export { answerStatus } from './answers/status-answer';
export { parseHistory, readHistory } from './upgrades/release-history';
export { planInstallation } from './upgrades/plan-installation';
export type { Installation, ShippedFile } from './upgrades/plan-installation';
export { planUpdate, planUpdateInSteps } from './upgrades/plan-update';
export type { UpdatePlan } from './upgrades/plan-update';
export type { UpgradeChoice } from './upgrades/plan-upgrade';
export {
	BACKUP_RECORD,
	BACKUPS_FOLDER,
	makeBackup,
	nameBackup,
	parseBackup,
	printBackup,
	unfinishedUpdate,
} from './upgrades/backup';
export type { Backup, FileChange } from './upgrades/backup';
export { planUpdateUndo, selectToUndo } from './upgrades/undo';
export type { FileReturn, StoredBackup, UpdateUndo } from './upgrades/undo';
export { summarizeUpdate } from './upgrades/summarize-update';
export type { UpdateSummary } from './upgrades/summarize-update';
export { newerFormat } from './upgrades/format-version';
export { compareVersions, prepareShipped } from './upgrades/release';
export { answerUpdate, answerUndo } from './answers/update-answer';
