import type { PluginContext } from '../plugin-context';
import type { StateChanges } from './current-interview';
import type { DraftStore } from './draft-store';
import type { InterviewState } from './interview-state';

/** What screens of an interview work with: the state, and what they may do. */
export interface InterviewDesk {
	readonly context: PluginContext;
	readonly drafts: DraftStore;
	state(): InterviewState;
	/** Puts a newer state in place, keeps it and shows it; the focus goes to where it goes on. */
	change(changes: StateChanges): void;
	/** Tells somebody who cannot see the screen. */
	say(text: string): void;
	/** Does one thing at a time: while it lasts, a second tap does nothing. A failure is told. */
	work(task: () => Promise<void>): void;
}
