/** @jest-environment jsdom */
// The one interview that all panes show.
import { describe, expect, jest, test } from '@jest/globals';
import {
	finish,
	nextQuestion,
	questionsOf,
	reveal,
	startSession,
	toggleKeyPoint,
} from '../../src/core/index';
import type { InterviewSession } from '../../src/core/index';
import type { DeviceStorage } from '../../src/obsidian/device-storage';
import { createCurrentInterview } from '../../src/obsidian/interview/current-interview';
import {
	parseState,
	printForLayout,
	printState,
} from '../../src/obsidian/interview/interview-state';
import type { InterviewState } from '../../src/obsidian/interview/interview-state';
import { aNote } from '../support/a-note';
import { FLINK } from './support/stream-notes';

const session = (...ids: string[]): InterviewSession =>
	startSession(
		ids.map(id => ({ path: FLINK, id })),
		{ now: Date.now() },
	);

function aDevice(): DeviceStorage {
	const kept = new Map<string, string>();
	return {
		load: key => JSON.parse(kept.get(key) ?? 'null') as unknown,
		save: (key, value) => void kept.set(key, JSON.stringify(value)),
	};
}

/** What the layout of another device says a while later. */
function told(changes: Partial<InterviewState>): InterviewState {
	return { ...parseState({}), savedAt: Date.now() + 60_000, ...changes };
}

test('every pane hears of every change, and of words that are written in another one', () => {
	const interview = createCurrentInterview(aDevice());
	const [first, second] = [jest.fn(), jest.fn()];
	interview.show(first);
	const leave = interview.show(second);
	const words = jest.fn();
	interview.drafts.listen(words);
	interview.change({ session: session('a') });
	interview.drafts.write('a', 'Words');
	expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
	expect(words).toHaveBeenCalledWith('a', 'Words');
	leave();
	interview.change({ keepsAnswers: true });
	expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([2, 1]);
});

test('what changed is there after a restart, and one thing is done at a time', () => {
	const device = aDevice();
	const interview = createCurrentInterview(device);
	interview.change({ session: session('a', 'b'), keepsAnswers: true });
	expect(createCurrentInterview(device).state()).toEqual(interview.state());
	const { turn } = interview;
	expect([turn.begin(), turn.begin()]).toEqual([true, false]);
	turn.end();
	expect(turn.begin()).toBe(true);
});

describe('a newer layout of another device', () => {
	const here = session('a', 'b');

	test.each<[string, InterviewSession | undefined]>([
		['nothing', undefined],
		['another interview', session('c')],
		['the same one, not as far', here],
		['the same one, finished without what was rated here', finish(here)],
	])('with %s does not take the place of an interview that is not finished here', (_, theirs) => {
		const interview = createCurrentInterview(aDevice());
		const ours = nextQuestion(here, Date.now());
		interview.change({ session: ours });
		const layout = told({ session: theirs });
		const answers = [1, 2].map(() => interview.offer(layout));
		expect(interview.state().session).toEqual(ours);
		// Somebody is told of it, once, unless there is nothing to be told of.
		expect(answers).toEqual([theirs ? 'refused' : 'ignored', 'ignored']);
	});

	test('goes on with the same interview where it was left there', () => {
		const interview = createCurrentInterview(aDevice());
		interview.change({ session: here });
		interview.offer(told({ session: nextQuestion(here, Date.now()) }));
		expect(interview.state().session?.position).toBe(1);
	});

	test('changes nothing while a rating is being written here', () => {
		const interview = createCurrentInterview(aDevice());
		interview.change({ session: here });
		interview.turn.begin();
		const later = told({ session: nextQuestion(here, Date.now()) });
		interview.offer(later);
		expect(interview.state().session?.position).toBe(0);
		interview.turn.end();
		interview.offer(later);
		expect(interview.state().session?.position).toBe(1);
	});

	test('brings its interview where none is under way, but an older one brings nothing', () => {
		const interview = createCurrentInterview(aDevice());
		interview.change({ session: finish(here) });
		interview.offer(told({ session: session('c'), savedAt: 1 }));
		expect(interview.state().session?.phase).toBe('finished');
		interview.offer(parseState(printState(told({ session: session('c') }))));
		expect(interview.state().session?.questions).toEqual([{ path: FLINK, id: 'c' }]);
	});
});

test('ticks go along with their points once, however many panes see the new ones', () => {
	const interview = createCurrentInterview(aDevice());
	interview.noteKeyPoints('a', []);
	interview.change({ session: toggleKeyPoint(reveal(session('a'), Date.now()), 1) });
	interview.noteKeyPoints('a', ['x', 'y', 'z']);
	for (let pane = 0; pane < 2; pane++) interview.noteKeyPoints('a', ['y', 'x']);
	expect(interview.state().session?.hits).toEqual([0]);
});

describe('ticks after a restart', () => {
	const points = ['x', 'y', 'z'];

	async function ticked(device: DeviceStorage, told = {}): Promise<readonly number[] | undefined> {
		const interview = createCurrentInterview(device);
		interview.offer(parseState(told));
		await Promise.resolve();
		interview.noteKeyPoints('a', ['new', ...points]);
		return interview.state().session?.hits;
	}

	function tickTheSecond(device: DeviceStorage): Record<string, unknown> {
		const interview = createCurrentInterview(device);
		interview.change({ session: reveal(session('a'), Date.now()) });
		interview.noteKeyPoints('a', points);
		const { session: shown } = interview.state();
		interview.change({ session: shown && toggleKeyPoint(shown, 1) });
		interview.noteKeyPoints('a', points);
		return printForLayout(interview.state());
	}

	test('stand beside their points, which another device moved meanwhile', async () => {
		const device = aDevice();
		tickTheSecond(device);
		expect(await ticked(device)).toEqual([2]);
	});

	test('stand beside their points on another device too', async () => {
		expect(await ticked(aDevice(), tickTheSecond(aDevice()))).toEqual([2]);
	});
});

test('the question on the screen is known by the note that it was found in', () => {
	const interview = createCurrentInterview(aDevice());
	interview.change({ session: session('a', 'b') });
	const note = aNote('Other.md', '### Why?\n- [/] Why ^a\n');
	const [question] = questionsOf(note).tracked;
	if (question) interview.noteAsked(question);
	expect(interview.state().session).toMatchObject({
		questions: [
			{ path: 'Other.md', id: 'a' },
			{ path: FLINK, id: 'b' },
		],
		asked: '/',
	});
});

describe('a very long interview', () => {
	const ids = Array.from({ length: 5030 }, (_, i) => `question-number-${i}`);

	test('is on this device as a whole, and in the layout as what is around its question', () => {
		const device = aDevice();
		const interview = createCurrentInterview(device);
		interview.change({ session: { ...session(...ids), position: 3000 } });
		const layout = JSON.stringify(printForLayout(interview.state()), undefined, '\t');
		expect(layout.length).toBeLessThan(20_000);
		expect(createCurrentInterview(device).state().session?.questions).toHaveLength(5030);
		const there = createCurrentInterview(aDevice());
		there.offer(parseState(JSON.parse(layout)));
		const shown = there.state().session;
		expect(shown?.questions[shown.position]?.id).toBe('question-number-3000');
	});

	test('goes on as a whole where another device went on with its part of it', () => {
		const interview = createCurrentInterview(aDevice());
		interview.change({ session: { ...session(...ids), position: 3000 } });
		const layout = parseState(printForLayout(interview.state()));
		const there = layout.session && nextQuestion(layout.session, Date.now());
		expect(interview.offer(told({ session: there }))).toBe('taken');
		const here = interview.state().session;
		expect([here?.position, here?.questions.length]).toEqual([3001, 5030]);
	});
});
