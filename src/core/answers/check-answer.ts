import { countSeverities, sortDiagnostics } from '../checks/check-vault';
import type { Diagnostic } from '../checks/diagnostic';
import { answer } from './answer';
import type { Answer, Say } from './answer';

/** What is wrong in so many notes. */
export function answerCheck(found: readonly Diagnostic[], notes: number, say: Say): Answer {
	const diagnostics = sortDiagnostics(found);
	const counts = countSeverities(diagnostics);
	const entries = diagnostics.map(({ code, severity, path, line, params }) => ({
		code,
		severity,
		path,
		line,
		message: say(`check.${code}`, params),
	}));
	const lines = entries.map(
		({ code, severity, path, line, message }) =>
			`${path}:${line}: ${say(`severity.${severity}`)}: ${message} [${code}]`,
	);
	const { error: errors, warning: warnings, info: infos } = counts;
	const isClean = entries.length === 0;
	const summary = isClean
		? say('cli.check.nothing', { notes })
		: say('cli.check.summary', { notes, errors, warnings, infos });
	return answer(
		{ diagnostics: entries, summary: { notes, ...counts } },
		[...lines, summary, ''].join('\n'),
		!isClean,
	);
}
