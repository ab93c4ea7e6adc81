import { listQuestions, QUESTION_KINDS, reportProgress } from '../../core/index';
import type { Progress } from '../../core/index';
import { printJson, readVault, warnOfUnreadable } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import { layoutColumns } from '../terminal-text.mts';

/** Shows progress of the whole vault and of its parts. */
export async function runStatus(context: CommandContext): Promise<ExitCode> {
	const { host, t, options } = context;
	const vault = await readVault(context);
	const report = reportProgress(listQuestions(vault.index));
	if (options.json) {
		printJson(context, report);
	} else {
		const row = (name: string, { total, open, shaky, solid }: Progress): string[] => [
			name,
			...[total, open, shaky, solid].map(String),
		];
		const head = (name: string): string[] => [
			name,
			t('cli.status.total'),
			t('status.open'),
			t('status.shaky'),
			t('status.solid'),
		];
		const nameOf = (key: string): string => (key === 'none' ? t('cli.status.none') : key);
		const kindName = (key: string): string => {
			const kind = QUESTION_KINDS.find(known => known === key);
			return kind === undefined ? key : t(`kind.${kind}`);
		};
		const part = (
			name: string,
			parts: Readonly<Record<string, Progress>>,
			naming = nameOf,
		): string[][] => [
			[''],
			head(name),
			...Object.entries(parts).map(([key, progress]) => row(`  ${naming(key)}`, progress)),
		];
		host.out(
			layoutColumns([
				head(''),
				row(t('cli.status.questions'), report.questions),
				...part(t('cli.status.by-category'), report.byCategory),
				...part(t('cli.status.by-technology'), report.byTechnology),
				...part(t('cli.status.by-kind'), report.byKind, kindName),
				...part(t('cli.status.by-level'), report.byLevel),
			]),
		);
	}
	warnOfUnreadable(context, vault);
	return 0;
}
