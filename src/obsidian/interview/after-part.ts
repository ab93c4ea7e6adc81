import { nextQuestion, stepFollowUp } from '../../core/index';
import type { InterviewResult, InterviewSession, ReferenceAnswer } from '../../core/index';
import type { Translate } from '../../i18n/index';
import { renderMarkdown } from '../rendered-markdown';
import type { MarkdownPlace } from '../rendered-markdown';
import { startWork } from '../report-failure';
import { markdownPlace } from './answer-part';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { moveOn } from './move-on';
import { canUndo, undoLast } from './rate-question';
import { addButtonRow, addScreenButton } from './screen-button';
import type { PartDrawing, PartPlace } from './screen-parts';
import type { ShownQuestion } from './shown-question';
import { spokenText } from './spoken-text';

/** What a rating came to, in a sentence. */
export function describeOutcome(translate: Translate, result: InterviewResult): string {
	const { before, after, statusKept, attempt } = result;
	return translate(statusKept ? 'plugin.interview.status-kept' : 'plugin.interview.status', {
		after: translate(`status.${after}`),
		before: translate(`status.${before}`),
		hit: attempt.pointsHit,
		total: attempt.pointsTotal,
	});
}

/** After the rating: its outcome, follow-ups one at a time, then mistakes, sources and the way on. */
export function afterPart(
	desk: InterviewDesk,
	shown: ShownQuestion | undefined,
	state: InterviewState,
): PartDrawing<InterviewState> {
	const { session } = state;
	const result = session?.results.at(-1);
	const { translate } = desk.context;
	return {
		key: JSON.stringify(['after', session?.position, result?.attempt, shown?.answerText]),
		draw: place => {
			place.parent.createEl('p', {
				cls: 'stackbook-outcome stackbook-focus',
				text: result ? describeOutcome(translate, result) : '',
				attr: { tabindex: '-1' },
			});
			if (canUndo(state)) {
				addScreenButton(place, addButtonRow(place.parent), {
					text: translate('plugin.interview.undo'),
					key: 'U',
					onClick: () => undoLast(desk),
				});
			}
			const reference = shown?.reference();
			const drawn = shown && markdownPlace(desk, place, shown);
			const update =
				reference && drawn ? drawFollowUps(desk, place, { reference, drawn }) : undefined;
			drawNext(desk, place, session);
			return update;
		},
	};
}

function drawNext(
	desk: InterviewDesk,
	place: PartPlace,
	session: InterviewSession | undefined,
): void {
	const { translate } = desk.context;
	const next = (): void => moveOn(desk, session, nextQuestion);
	// The minutes may be over while this is read.
	const isLast = (): boolean =>
		session !== undefined && nextQuestion(session, Date.now()).phase === 'finished';
	const label = (): string =>
		translate(isLast() ? 'plugin.interview.to-end' : 'plugin.interview.next');
	const row = addButtonRow(place.parent);
	row.addClass('stackbook-way-on');
	const button = addScreenButton(place, row, {
		text: label(),
		key: 'N',
		isPrimary: true,
		onClick: next,
	});
	if (session?.endsAt !== undefined) {
		const tick = (): void => button.firstElementChild?.setText(label());
		place.component.registerInterval(window.setInterval(tick, 1000));
	}
	place.keys.set('Enter', next);
}

interface Explained {
	readonly reference: ReferenceAnswer;
	readonly drawn: MarkdownPlace;
}

/** A step of the follow-ups: the next prompt, or the short answer to the one that shows. */
interface FollowUpStep {
	readonly kind: 'prompt' | 'reply';
	readonly text: string;
}

/** The follow-ups, and below them what shows only when the reader is through with them. */
function drawFollowUps(
	desk: InterviewDesk,
	place: PartPlace,
	explained: Explained,
): (state: InterviewState) => void {
	const { translate } = desk.context;
	const steps = stepsOf(explained.reference);
	const section = place.parent.createDiv({ cls: 'stackbook-follow-ups' });
	const heading = translate('plugin.interview.follow-ups');
	section.createEl('h3', { cls: 'stackbook-heading', text: heading });
	section.hidden = steps.length === 0;
	const list = section.createDiv();
	const row = addButtonRow(section);
	const showRow = drawSteps(desk, { ...place, parent: row }, steps);
	const rest = place.parent.createDiv({ attr: { tabindex: '-1' } });
	let drawnSteps = 0;
	return ({ session }) => {
		const taken = session?.followUpSteps ?? 0;
		const wanted = taken > steps.length ? drawnSteps : taken;
		for (const { kind, text } of steps.slice(drawnSteps, wanted)) {
			const element = list.createDiv({ cls: `stackbook-follow-up-${kind}` });
			startWork(translate, () => renderMarkdown(element, text, explained.drawn));
		}
		drawnSteps = Math.max(drawnSteps, wanted);
		showRow(taken);
		if (taken < steps.length || rest.hasChildNodes()) return;
		drawTheRest(translate, rest, explained);
		// Its buttons are gone, and the keys must still be heard.
		if (row.contains(row.ownerDocument.activeElement)) rest.focus({ preventScroll: true });
	};
}

function stepsOf({ followUps }: ReferenceAnswer): FollowUpStep[] {
	return followUps.flatMap(({ prompt, answer }): FollowUpStep[] => [
		{ kind: 'prompt', text: prompt },
		...(answer === undefined ? [] : [{ kind: 'reply', text: answer } as const]),
	]);
}

/** The buttons that lead through the follow-ups, or past them: one step more than there are. */
function drawSteps(
	desk: InterviewDesk,
	place: PartPlace,
	steps: readonly FollowUpStep[],
): (taken: number) => void {
	const { translate } = desk.context;
	const button = addScreenButton(place, place.parent, {
		text: translate('plugin.interview.follow-up'),
		key: 'F',
		onClick: () => {
			const { session } = desk.state();
			const step = steps[session?.followUpSteps ?? steps.length];
			if (!session || !step) return;
			desk.change({ session: stepFollowUp(session) });
			desk.say(spokenText(step.text));
		},
	});
	addScreenButton(place, place.parent, {
		text: translate('plugin.interview.skip-follow-ups'),
		key: 'S',
		onClick: () => {
			let { session } = desk.state();
			if (!session || session.followUpSteps >= steps.length) return;
			while (session.followUpSteps <= steps.length) session = stepFollowUp(session);
			desk.change({ session });
		},
	});
	return taken => {
		const isReply = steps[taken]?.kind === 'reply';
		button.firstElementChild?.setText(
			translate(isReply ? 'plugin.interview.follow-up-answer' : 'plugin.interview.follow-up'),
		);
		place.parent.hidden = taken >= steps.length;
	};
}

function drawTheRest(
	translate: Translate,
	parent: HTMLElement,
	{ reference, drawn }: Explained,
): void {
	const mistakes = reference.mistakes
		.map(mistake => `- ${mistake.replace(/\n/g, '\n  ')}`)
		.join('\n');
	const parts = [
		[translate('plugin.interview.mistakes'), mistakes],
		[translate('plugin.interview.sources'), reference.sources],
	] as const;
	for (const [title, markdown] of parts) {
		if (markdown === '') continue;
		parent.createEl('h3', { cls: 'stackbook-heading', text: title });
		const element = parent.createDiv();
		startWork(translate, () => renderMarkdown(element, markdown, drawn));
	}
}
