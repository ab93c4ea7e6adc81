import {
	isTemplate,
	listQuestions,
	notesOfType,
	QUESTION_KINDS,
	reportProgress,
} from '../../core/index';
import { printJson, readVault, vaultName } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';

/** Says what a vault holds and what to do next; the last step of `npm start`. */
export async function runWelcome(context: CommandContext): Promise<ExitCode> {
	const { host, t, options } = context;
	const { index, root } = await readVault(context);
	const { questions, byKind } = reportProgress(listQuestions(index));
	const notes = index.notes().filter(note => !isTemplate(note));
	const counts = {
		notes: notes.length,
		links: notes.reduce((sum, note) => sum + note.links.length, 0),
		comparisons: notesOfType(index, 'comparison').length,
		questions: questions.total,
	};
	if (options.json) {
		printJson(context, { path: root, ...counts, byKind });
		return 0;
	}
	const kinds = QUESTION_KINDS.filter(kind => byKind[kind]).map(
		kind => `${t(`kind.${kind}`)} ${byKind[kind]?.total ?? 0}`,
	);
	const folder = vaultName(context);
	const command = `npx stackbook interview Flink --vault ${/\s/.test(folder) ? JSON.stringify(folder) : folder}`;
	host.out(`${t('cli.welcome.counts', counts)}\n`);
	host.out(`  ${kinds.join(' · ')}\n`);
	host.out(`${t('cli.welcome.next')}\n`);
	host.out(`  1. ${t('cli.welcome.open', { path: root })}\n`);
	host.out(`  2. ${t('cli.welcome.interview', { command })}\n`);
	return 0;
}
