import { followQuestion, noteAsked, resume } from '../../core/index';
import type { NotePath, Question } from '../../core/index';
import type { DeviceStorage } from '../device-storage';
import { answerOffer, wholeState } from './answer-offer';
import type { OfferAnswer } from './answer-offer';
import { carryTicks } from './carry-ticks';
import { createDraftStore } from './draft-store';
import type { DraftStore } from './draft-store';
import { isUnfinished, parseState, printState, withOwnNote } from './interview-state';
import type { InterviewState } from './interview-state';
import { createTurn } from './turn';
import type { Turn } from './turn';

const KEY = 'stackbook-interview';

/** What a screen may change of a state. */
export type StateChanges = Partial<Omit<InterviewState, 'savedAt'>>;

/** The interview of this device: there is one, and every pane shows it. */
export interface CurrentInterview {
	readonly drafts: DraftStore;
	readonly state: () => InterviewState;
	/** Puts a newer state in place, keeps it and tells every pane. */
	change(changes: StateChanges): void;
	/** While there is no question yet, «this note» is the one that the reader looks at; that is no choice to be kept. */
	followNote(note: NotePath | undefined): void;
	/** What is set by hand in the note from now on is not overwritten by a rating, and the note may get another name. */
	noteAsked(question: Question): void;
	/** The key points that the ticks stand beside now; the ticks go along with theirs. */
	noteKeyPoints(questionId: string, points: readonly string[]): void;
	/** What a layout remembers, perhaps that of another device. */
	offer(told: InterviewState): OfferAnswer;
	/** A pane shows it from now on and hears of changes; the answer ends that. */
	show(listener: () => void): () => void;
	/** Keeps at once what waits, with the time: the app may end now. */
	keepNow(): void;
	/** Taken while something is being written. */
	readonly turn: Turn;
}

/**
 * Makes the one interview; nothing is read before somebody asks.
 *
 * Obsidian saves its layout a while after a change, and a pane that was closed not at all; what is kept here is never
 * older than the last key.
 */
export function createCurrentInterview(device: DeviceStorage): CurrentInterview {
	const drafts = createDraftStore(device);
	const { state, keep, tell, listeners } = createStateCell(device);
	const turn = createTurn();
	let seen: InterviewState['ticked'];
	let refusedAt = 0;
	const change = (changes: StateChanges): void => {
		drafts.flush();
		const savedAt = Math.max(Date.now(), state().savedAt + 1);
		keep(withOwnNote(state(), { ...state(), ...changes, savedAt }));
		tell();
	};
	const keepNow = (): void => {
		drafts.flush();
		if (isUnfinished(state())) keep({ ...state(), savedAt: Math.max(Date.now(), state().savedAt) });
	};
	return {
		...{ drafts, state, change, keepNow, turn },
		followNote(note) {
			const { session, choices } = state();
			if (!session && note !== choices.note) tell({ ...state(), choices: { ...choices, note } });
		},
		noteAsked(question) {
			const { session } = state();
			const noted = session && followQuestion(noteAsked(session, question), question);
			if (noted !== session) keep({ ...state(), session: noted });
		},
		noteKeyPoints(id, points) {
			const { session, ticked } = state();
			if (session?.phase !== 'revealed') return;
			const before = [seen, ticked].find(one => one?.questionId === id)?.points ?? points;
			const now = { questionId: id, points };
			seen = now;
			const hits = carryTicks(session.hits, before, points);
			if (hits.join() !== session.hits.join()) {
				change({ session: { ...session, hits }, ticked: now });
			} else if (hits.length > 0 && JSON.stringify(ticked) !== JSON.stringify(now)) {
				keep({ ...state(), ticked: now });
			}
		},
		offer(offered) {
			const told = wholeState(state(), offered);
			// What is being written belongs to the interview that is here.
			const answer = turn.isTaken() ? 'ignored' : answerOffer(state(), told, refusedAt);
			if (answer === 'refused') refusedAt = told.savedAt;
			if (answer !== 'taken') return answer;
			seen = undefined;
			keep(resumed(told));
			tell();
			return answer;
		},
		show(listener) {
			// Time does not count while no pane shows it, be it that the pane was closed or the app.
			if (listeners.size === 0 && isUnfinished(state())) keep(resumed(state()));
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
				if (listeners.size === 0) keepNow();
			};
		},
	};
}

interface StateCell {
	readonly state: () => InterviewState;
	/** Puts a state in place and keeps it over a restart. */
	readonly keep: (next: InterviewState) => void;
	/** Tells everybody; a state that is given is put in place for as long as the app is open. */
	readonly tell: (next?: InterviewState) => void;
	readonly listeners: Set<() => void>;
}

function createStateCell(device: DeviceStorage): StateCell {
	const listeners = new Set<() => void>();
	let current: InterviewState | undefined;
	return {
		listeners,
		state: () => (current ??= parseState(device.load(KEY))),
		keep(next) {
			current = next;
			device.save(KEY, printState(next));
		},
		tell(next) {
			current = next ?? current;
			for (const listener of [...listeners]) listener();
		},
	};
}

function resumed(state: InterviewState): InterviewState {
	const { session, savedAt } = state;
	return { ...state, session: session && resume(session, savedAt, Date.now()) };
}
