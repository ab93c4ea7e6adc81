import type { Translate } from '../../i18n/index';
import { describeOutcome } from './after-part';
import type { InterviewState } from './interview-state';
import type { ShownQuestion } from './shown-question';
import { spokenText } from './spoken-text';

/** True if something else is on the screen now, so that the focus has to go there. */
export function isNewScreen(before: InterviewState, after: InterviewState): boolean {
	return (
		before.session?.questions !== after.session?.questions ||
		before.session?.phase !== after.session?.phase ||
		before.session?.position !== after.session?.position
	);
}

/** What a screen is, for somebody who cannot see it. */
export function announcementOf(
	translate: Translate,
	{ session }: InterviewState,
	shown: ShownQuestion | undefined,
): string {
	if (!session) return '';
	const result = session.results.at(-1);
	switch (session.phase) {
		case 'asking': {
			const place = { number: session.position + 1, count: session.questions.length };
			const prompt = shown ? spokenText(shown.question.prompt) : '';
			return `${translate('plugin.interview.progress', place)} ${prompt}`.trim();
		}
		case 'revealed':
			return translate('plugin.interview.revealed');
		case 'rated':
			return result ? describeOutcome(translate, result) : '';
		case 'finished':
			return translate('plugin.interview.over');
	}
}
