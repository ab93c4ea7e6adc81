import type { CliData, CliFlags, Plugin } from 'obsidian';
import {
	answerBacklinks,
	answerCompare,
	answerQuestions,
	answerRefresh,
	answerStatus,
	mapsReport,
	namedNote,
	printJsonText,
	withoutControls,
	onOneLine,
} from '../core/index';
import type { Answer, NoteIndex, Refusal, VaultRefresh } from '../core/index';
import type { TextKey, Translate } from '../i18n/index';
import { describeError } from './apply-edits';
import { answerCheckVerb } from './cli-check';
import { answerInterview } from './cli-interview';
import { answerUpdateVerb } from './cli-update';
import { planRefreshAtPace } from './plan-refresh-at-pace';
import type { PluginContext } from './plugin-context';
import { refreshMaps } from './refresh-maps';

/** A verb of the command line; the same as those of the program `stackbook`. */
interface Verb {
	readonly description: TextKey;
	readonly flags: Readonly<Record<string, FlagText>>;
	readonly run: (context: PluginContext, given: CliData) => Promise<Answer | Refusal>;
}

interface FlagText {
	readonly description: TextKey;
	readonly value?: string;
	readonly required?: boolean;
}

const LIST = '<list>';
const NOTE = '<note>';

const VERBS: Readonly<Record<string, Verb>> = {
	status: {
		description: 'cli.status',
		flags: {},
		run: async ({ notes, translate }) => answerStatus(await notes.read(), translate),
	},
	questions: {
		description: 'cli.questions',
		flags: {
			note: { description: 'cli.questions.note', value: NOTE },
			status: { description: 'cli.questions.status', value: LIST },
			kind: { description: 'cli.questions.kind', value: LIST },
			level: { description: 'cli.questions.level', value: LIST },
			category: { description: 'cli.questions.category', value: LIST },
		},
		run: async (context, given) => {
			const place = { note: given['note'], vaultName: nameOf(context) };
			const { status, kind, level, category } = given;
			const options = { status, kind, level, category };
			return answerQuestions(await context.notes.read(), place, options, context.translate);
		},
	},
	check: {
		description: 'cli.check',
		flags: {
			fix: { description: 'cli.check.fix', value: LIST },
			apply: { description: 'cli.check.apply' },
			'dry-run': { description: 'cli.option.dry-run' },
		},
		run: answerCheckVerb,
	},
	refresh: {
		description: 'cli.refresh',
		flags: { check: { description: 'cli.refresh.check' } },
		run: (context, given) => refresh(context, 'check' in given),
	},
	update: {
		description: 'cli.update',
		flags: {
			keep: { description: 'cli.update.keep', value: LIST },
			take: { description: 'cli.update.take', value: LIST },
			undo: { description: 'cli.update.undo' },
			'dry-run': { description: 'cli.option.dry-run' },
		},
		run: (context, given) => answerUpdateVerb(context, given, nameOf(context)),
	},
	compare: {
		description: 'cli.compare',
		flags: {
			notes: { description: 'cli.compare.notes', value: LIST },
			category: { description: 'cli.compare.category', value: '<category>' },
			criteria: { description: 'cli.compare.criteria', value: LIST },
			'only-differences': { description: 'cli.compare.only-differences' },
			layout: { description: 'cli.compare.layout', value: '<layout>' },
			format: { description: 'cli.compare.format', value: '<format>' },
		},
		run: async (context, given) =>
			answerCompare(await context.notes.read(), {
				names: (given['notes'] ?? '').split(',').filter(name => name.trim() !== ''),
				vaultName: nameOf(context),
				criteria: given['criteria'],
				category: given['category'],
				onlyDifferences: 'only-differences' in given || undefined,
				layout: given['layout'],
				format: given['format'],
			}),
	},
	backlinks: {
		description: 'cli.backlinks',
		flags: { note: { description: 'cli.backlinks.note', value: NOTE, required: true } },
		run: async (context, given) => {
			const index = await context.notes.read();
			const named = namedNote(index, given['note'] ?? '', nameOf(context));
			return named.kind === 'refused'
				? named
				: answerBacklinks(index, named.note, context.translate);
		},
	},
	interview: {
		description: 'cli.interview.in-app',
		flags: {
			note: { description: 'cli.interview.note', value: NOTE },
			notes: { description: 'cli.interview.note', value: LIST },
			category: { description: 'cli.interview.category', value: LIST },
			count: { description: 'cli.interview.count', value: '<n>' },
			seed: { description: 'cli.interview.seed', value: '<n>' },
		},
		run: (context, given) => answerInterview(context, given, nameOf(context)),
	},
};

/** Answers `obsidian stackbook:<verb>` in Obsidian's own command line, where the app has one. */
export function registerCliHandlers(plugin: Plugin, context: PluginContext): void {
	if (!('registerCliHandler' in plugin)) return;
	const { translate } = context;
	for (const [name, { description, flags, run }] of Object.entries(VERBS)) {
		const described: CliFlags = {};
		for (const [flag, text] of Object.entries(flags)) {
			described[flag] = { ...text, description: translate(text.description) };
		}
		described['json'] = { description: translate('cli.option.json') };
		const command = `${plugin.manifest.id}:${name}`;
		plugin.registerCliHandler(command, translate(description), described, given =>
			run(context, given)
				.then(answered => printAnswer(answered, 'json' in given, translate))
				.catch((error: unknown) => failure(describeError(error), 'json' in given, translate)),
		);
	}
}

function nameOf({ app, settings }: PluginContext): string {
	return settings.folder() || app.vault.getName();
}

function printAnswer(answered: Answer | Refusal, json: boolean, translate: Translate): string {
	if (answered.kind === 'answer') {
		return json ? printJsonText(answered.json) : withoutControls(answered.text).trimEnd();
	}
	const { key, params, suggestions } = answered;
	const message = translate(key, params);
	if (suggestions.length === 0) return failure(message, json, translate);
	const names = suggestions.join(', ');
	return failure(translate('cli.error.did-you-mean', { message, names }), json, translate);
}

/** There is no exit code here: a failure is told in one line, or as `{error}`. */
function failure(message: string, json: boolean, translate: Translate): string {
	if (json) return printJsonText({ error: message });
	return withoutControls(onOneLine(translate('cli.error', { message })));
}

async function refresh(context: PluginContext, check: boolean): Promise<Answer> {
	const { notes, writer, translate } = context;
	const planned = await planRefreshAtPace(await notes.read());
	if (check) {
		const plan = planned(await notes.read());
		const maps = mapsReport(await refreshMaps(context, { dryRun: true }));
		const report = {
			changed: [...plan.edits.map(({ path }) => path), ...maps.changed],
			unchanged: plan.unchanged.length + maps.unchanged,
			refused: [...plan.refused, ...maps.refused],
			moved: plan.moved,
		};
		return answerRefresh(report, false, translate);
	}
	// A note that changed meanwhile is planned again; told is what the first plan saw.
	const plans: VaultRefresh[] = [];
	const plan = (index: NoteIndex): VaultRefresh['edits'] => {
		const refresh = planned(index);
		plans.push(refresh);
		return refresh.edits;
	};
	const { written, unsaved, failed } = await writer.apply(plan, { skipUnsaved: true });
	const { unchanged = [], refused = [], moved = [] } = plans[0] ?? {};
	const left = [
		...unsaved.map(path => ({ path, reason: 'unsaved-text' as const, line: 1 })),
		...failed.map(({ path }) => ({ path, reason: 'unwritable' as const, line: 1 })),
	];
	const maps = mapsReport(await refreshMaps(context));
	const report = {
		changed: [...written, ...maps.changed],
		unchanged: unchanged.length + maps.unchanged,
		refused: [...refused, ...left, ...maps.refused],
		moved: moved.filter(({ path }) => written.includes(path)),
	};
	return answerRefresh(report, true, translate);
}
