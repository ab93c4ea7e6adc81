import { inlineMarkdown } from '../../core/index';
import type { Question } from '../../core/index';
import type { Translate } from '../../i18n/index';
import { renderMarkdown } from '../rendered-markdown';
import { startWork } from '../report-failure';
import type { InterviewDesk } from './interview-desk';
import type { InterviewState } from './interview-state';
import { formatDuration } from './interview-timer';
import type { PartDrawing, PartPlace } from './screen-parts';
import type { ShownQuestion } from './shown-question';

/** Technology, kind, level and stars of a question in one line. */
function describeQuestion(translate: Translate, question: Question): string {
	const { technology, kind, level, stars } = question;
	return [
		technology,
		translate(`kind.${kind}`),
		...(level === undefined ? [] : [`L${level}`]),
		...(stars === 0 ? [] : ['★'.repeat(stars)]),
	].join(' · ');
}

/** How far along, a calm timer, what the question is about, and its prompt. */
export function questionHeader(
	desk: InterviewDesk,
	{ question }: ShownQuestion,
	{ session }: InterviewState,
): PartDrawing<InterviewState> {
	const { translate } = desk.context;
	const progress = translate('plugin.interview.progress', {
		number: (session?.position ?? 0) + 1,
		count: session?.questions.length ?? 0,
	});
	const about = describeQuestion(translate, question);
	return {
		key: JSON.stringify(['header', progress, question.id, question.path, question.prompt, about]),
		draw: place => {
			const row = place.parent.createDiv({ cls: 'stackbook-progress' });
			row.createSpan({ cls: 'stackbook-position', text: progress });
			const showTime = drawTimer(desk, place, row);
			place.parent.createEl('p', { cls: 'stackbook-meta', text: about });
			const prompt = place.parent.createDiv({
				cls: 'stackbook-prompt stackbook-focus',
				attr: { role: 'heading', 'aria-level': '2', tabindex: '-1' },
			});
			const { app } = desk.context;
			startWork(translate, () =>
				renderMarkdown(prompt, inlineMarkdown(question.prompt), {
					app,
					component: place.component,
					sourcePath: question.path,
				}),
			);
			return showTime;
		},
	};
}

/** Once a second; a screen reader is spared it, but not that the time is over. */
function drawTimer(
	desk: InterviewDesk,
	{ component, parent }: PartPlace,
	row: HTMLElement,
): (state: InterviewState) => void {
	const timer = row.createSpan({ cls: 'stackbook-timer', attr: { 'aria-hidden': 'true' } });
	const text = desk.context.translate('plugin.interview.time-over');
	const over = parent.createEl('p', { cls: 'stackbook-time-over', text });
	let session: InterviewState['session'];
	let wasLeft = false;
	const tick = (): void => {
		if (!session) return;
		const until = session.phase === 'asking' ? Date.now() : session.revealedAt;
		const spent = formatDuration(until - session.askedAt);
		const left = session.endsAt === undefined ? undefined : session.endsAt - Date.now();
		timer.setText(left === undefined ? spent : `${spent} · −${formatDuration(left)}`);
		over.hidden = left === undefined || left > 0;
		if (wasLeft && !over.hidden) desk.say(text);
		wasLeft = over.hidden;
	};
	component.registerInterval(window.setInterval(tick, 1000));
	return state => {
		session = state.session;
		tick();
	};
}
