import { Notice, Platform } from 'obsidian';
import type { App, WorkspaceLeaf } from 'obsidian';
import { questionsInScope, startSession } from '../../core/index';
import type { InterviewScope, NoteIndex, QuestionReference } from '../../core/index';
import { nextTask } from '../next-task';
import type { PluginContext } from '../plugin-context';
import { BeginAnewModal } from './begin-anew-modal';
import {
	choicesForScope,
	defaultChoices,
	referencesFor,
	seedOf,
	startOptionsOf,
} from './interview-choices';
import type { InterviewChoices } from './interview-choices';
import { hasUnsavedEnd, isUnfinished } from './interview-state';
import type { InterviewState } from './interview-state';
import { InterviewView } from './interview-view';
import { INTERVIEW_VIEW } from './interview-view-type';
import { leaveEditor } from './leave-editor';
import { noteToAsk } from './note-to-ask';

/** What an interview shall begin with. */
export type InterviewRequest =
	| { readonly kind: 'start-screen' }
	/** With `start` the first question shows at once, weak ones first; else the start screen with this scope. */
	| { readonly kind: 'scope'; readonly scope: InterviewScope; readonly start: boolean }
	/** These questions in this order; `seed` is that of their shuffle. */
	| {
			readonly kind: 'questions';
			readonly references: readonly QuestionReference[];
			readonly seed?: number | undefined;
	  };

/** Opens an interview; while another one is unfinished or its end unsaved, the reader chooses which of the two it shall be. */
export async function openInterview(
	context: PluginContext,
	request: InterviewRequest,
): Promise<void> {
	const kept = context.interview.state();
	if (!canGoOn(kept)) return begin(context, request);
	context.modals.show(
		new BeginAnewModal(context, kept, {
			goOn: () => showInterview(context.app),
			beginAnew: () => begin(context, request),
		}),
	);
}

/** True while there is an interview to go on with, or the end of one that is in no note yet. */
export function canContinueInterview({ interview }: PluginContext): boolean {
	return canGoOn(interview.state());
}

function canGoOn(kept: InterviewState): boolean {
	return isUnfinished(kept) || hasUnsavedEnd(kept);
}

/** Brings that interview back on the screen. */
export async function continueInterview({ app }: PluginContext): Promise<void> {
	await showInterview(app);
}

async function begin(context: PluginContext, request: InterviewRequest): Promise<void> {
	const { app, interview } = context;
	const choices = choicesOf(context, interview.state().choices, request);
	if (request.kind === 'start-screen' || (request.kind === 'scope' && !request.start)) {
		interview.change({ choices, session: undefined, last: undefined });
		return showInterview(app);
	}
	const { references, found } = await referencesOf(context, choices, request);
	if (references.length === 0) {
		const key = found === 0 ? 'plugin.note.no-questions' : 'plugin.note.none-to-ask';
		new Notice(context.translate(key));
		return;
	}
	const session = startSession(references, { now: Date.now(), ...startOptionsOf(choices) });
	// The note may just have been read; what it takes to draw comes on top of that.
	await nextTask();
	interview.change({ choices, session, last: undefined });
	await showInterview(app);
}

/** What is asked, and how many questions there are whatever they are marked as. */
async function referencesOf(
	context: PluginContext,
	choices: InterviewChoices,
	request: Exclude<InterviewRequest, { kind: 'start-screen' }>,
): Promise<{ references: readonly QuestionReference[]; found?: number }> {
	if (request.kind === 'questions') return { references: request.references };
	const index = await readScope(context, request.scope);
	const found = questionsInScope(index, request.scope).length;
	return { references: referencesFor(index, choices), found };
}

function choicesOf(
	context: PluginContext,
	kept: InterviewChoices,
	request: InterviewRequest,
): InterviewChoices {
	if (request.kind === 'scope') return choicesForScope(request.scope, seedOf());
	if (request.kind === 'questions') {
		const { seed } = request;
		const choices = defaultChoices(seed ?? seedOf());
		return seed === undefined ? choices : { ...choices, order: 'shuffled' };
	}
	const note = noteToAsk(context, undefined);
	const place = note === undefined && kept.place === 'note' ? 'everything' : kept.place;
	return { ...kept, place, note, seed: seedOf() };
}

/** Reads no more than a scope takes: one note shows its first question before the others are read. */
async function readScope({ notes }: PluginContext, scope: InterviewScope): Promise<NoteIndex> {
	if (scope.kind !== 'notes') return notes.read();
	return notes.readOnly(scope.paths);
}

async function showInterview(app: App): Promise<void> {
	const { workspace } = app;
	// At once: a pane takes a moment to come, and what is typed meanwhile is not for the note.
	leaveEditor(activeDocument);
	const leaf = workspace.getLeavesOfType(INTERVIEW_VIEW)[0] ?? newLeaf(app);
	await leaf.setViewState({ type: INTERVIEW_VIEW, active: true });
	await leaf.loadIfDeferred();
	await workspace.revealLeaf(leaf);
	workspace.setActiveLeaf(leaf, { focus: true });
	if (leaf.view instanceof InterviewView) leaf.view.focusScreen();
}

/** A side pane beside the note; a phone has room for one thing at a time. */
function newLeaf({ workspace }: App): WorkspaceLeaf {
	const side = Platform.isPhone ? null : workspace.getRightLeaf(false);
	return side ?? workspace.getLeaf('tab');
}
