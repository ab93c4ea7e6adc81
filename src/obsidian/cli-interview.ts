import type { CliData } from 'obsidian';
import { filterQuestions, listQuestions, namedNote, selectQuestions } from '../core/index';
import type { Answer, NotePath, Refusal } from '../core/index';
import { canContinueInterview, openInterview } from './interview/open-interview';
import type { PluginContext } from './plugin-context';

/** Opens an interview in the app on what was asked for; the answer says what was opened, not how it went. */
export async function answerInterview(
	context: PluginContext,
	given: CliData,
	vaultName: string,
): Promise<Answer | Refusal> {
	const count = wholeNumber('count', given['count'], 1);
	if (typeof count === 'object') return count;
	const seed = wholeNumber('seed', given['seed'], 0);
	if (typeof seed === 'object') return seed;
	const index = await context.notes.read();
	const paths: NotePath[] = [];
	for (const name of namesIn(given)) {
		const named = namedNote(index, name, vaultName);
		if (named.kind === 'refused') return named;
		paths.push(named.note.path);
	}
	const categories = given['category']?.split(',').map(item => item.trim());
	const all = filterQuestions(listQuestions(index), categories ? { categories } : {});
	// In the order in which the notes were named.
	const fitting =
		paths.length === 0
			? all
			: [...new Set(paths)].flatMap(path => all.filter(question => question.path === path));
	const order = seed === undefined ? 'weak-first' : 'shuffled';
	const chosen = selectQuestions(fitting, { order, seed: seed ?? 0, count });
	if (chosen.length === 0) return refusal('cli.error.no-questions', { path: vaultName });
	return open(context, chosen, seed);
}

async function open(
	context: PluginContext,
	questions: readonly { readonly path: NotePath; readonly id: string }[],
	seed: number | undefined,
): Promise<Answer> {
	const { translate } = context;
	const isAsked = canContinueInterview(context);
	const references = questions.map(({ path, id }) => ({ path, id }));
	await openInterview(context, { kind: 'questions', references, seed });
	const count = references.length;
	const opened = isAsked
		? translate('cli.interview.unfinished')
		: translate('cli.interview.opened', { count });
	return {
		kind: 'answer',
		json: { opened: !isAsked, questions: references.map(({ id }) => id) },
		text: `${opened}\n`,
		hasFindings: false,
	};
}

/** One note as `note=`, several as `notes=` with commas. */
function namesIn(given: CliData): string[] {
	const { note, notes = '' } = given;
	const names = notes.split(',').filter(name => name.trim() !== '');
	return note === undefined ? names : [note, ...names];
}

function wholeNumber(
	name: string,
	text: string | undefined,
	least: number,
): number | undefined | Refusal {
	if (text === undefined) return undefined;
	const value = Number(text);
	if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
	return refusal('cli.error.invalid-number', { value: text, option: `--${name}` });
}

function refusal(key: Refusal['key'], params: Refusal['params']): Refusal {
	return { kind: 'refused', key, params, suggestions: [] };
}
