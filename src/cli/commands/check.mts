import { checkVault, countSeverities, sortDiagnostics } from '../../core/index';
import { printJson, readVault } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';

/** Lists what is wrong in the notes; writes nothing. */
export async function runCheck(context: CommandContext): Promise<ExitCode> {
	const { host, t, options } = context;
	const vault = await readVault(context);
	const diagnostics = sortDiagnostics([...vault.unreadable, ...checkVault(vault.index)]);
	const counts = countSeverities(diagnostics);
	const notes = vault.index.notes().length + vault.unreadable.length;
	if (options.json) {
		const entries = diagnostics.map(({ code, severity, path, line, params }) => ({
			code,
			severity,
			path,
			line,
			message: t(`check.${code}`, params),
		}));
		printJson(context, { diagnostics: entries, summary: { notes, ...counts } });
	} else {
		for (const { code, severity, path, line, params } of diagnostics) {
			host.out(
				`${path}:${line}: ${t(`severity.${severity}`)}: ${t(`check.${code}`, params)} [${code}]\n`,
			);
		}
		const { error: errors, warning: warnings, info: infos } = counts;
		const isClean = diagnostics.length === 0;
		host.out(
			`${isClean ? t('cli.check.nothing', { notes }) : t('cli.check.summary', { notes, errors, warnings, infos })}\n`,
		);
	}
	return diagnostics.length > 0 ? 1 : 0;
}
