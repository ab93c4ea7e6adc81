import { Command, Option } from 'commander';
import type { QuestionOptions } from '../core/index';
import type { Translate } from '../i18n/index';
import type { ExitCode } from './command-context.mts';
import { runBacklinks } from './commands/backlinks.mts';
import { runCheck } from './commands/check.mts';
import type { CheckOptions } from './commands/check.mts';
import { runCompare } from './commands/compare.mts';
import type { CompareOptions } from './commands/compare.mts';
import { runInit } from './commands/init.mts';
import type { InitOptions } from './commands/init.mts';
import { runInterview } from './commands/interview.mts';
import type { InterviewOptions } from './commands/interview.mts';
import { runQuestions } from './commands/questions.mts';
import { runRefresh } from './commands/refresh.mts';
import type { RefreshOptions } from './commands/refresh.mts';
import { runStatus } from './commands/status.mts';
import { runUpdate } from './commands/update.mts';
import type { UpdateOptions } from './commands/update.mts';
import { runWelcome } from './commands/welcome.mts';
import type { CommandContext, CommonOptions } from './command-context.mts';

/** What the program needs from whoever runs it. */
export interface ProgramSetup {
	readonly t: Translate;
	readonly version: string;
	/** Makes the context once the options of a command are known. */
	readonly contextFor: (options: CommonOptions) => CommandContext;
	/** Told how a command ended. */
	readonly onExit: (code: ExitCode) => void;
}

/** Declares all commands with their help texts; parsing and running are commander's. */
export function buildProgram(setup: ProgramSetup): Command {
	const { t } = setup;
	const program = new Command('stackbook')
		.description(t('cli.description'))
		.version(setup.version, '-V, --version', t('cli.option.version'))
		.helpCommand(false);
	localize(program, t);
	declareVaultCommands(program, setup);
	declareReadingCommands(program, setup);
	declareInterview(program, setup);
	return program;
}

function declareVaultCommands(program: Command, setup: ProgramSetup): void {
	const { t } = setup;
	const init = declare(program, t, 'init')
		.argument('<DIR>', t('cli.init.dir'))
		.option('--restore', t('cli.init.restore'));
	run(init, setup, (context, [folder]) =>
		runInit(context, String(folder), init.opts<InitOptions>()),
	);
	const refresh = declare(program, t, 'refresh')
		.option('--check', t('cli.refresh.check'))
		.option('--add-backlinks <LIST>', t('cli.refresh.add-backlinks'));
	run(refresh, setup, context => runRefresh(context, refresh.opts<RefreshOptions>()));
	const update = declare(program, t, 'update')
		.option('--keep <NOTES...>', t('cli.update.keep'))
		.option('--take <NOTES...>', t('cli.update.take'))
		.option('--undo', t('cli.update.undo'));
	run(update, setup, context => runUpdate(context, update.opts<UpdateOptions>()));
	const check = declare(program, t, 'check')
		.option('--fix [CODES...]', t('cli.check.fix'))
		.option('--apply', t('cli.check.apply'));
	run(check, setup, context => runCheck(context, check.opts<CheckOptions>()));
	const welcome = declare(program, t, 'welcome', { hidden: true });
	run(welcome, setup, context => runWelcome(context));
}

function declareReadingCommands(program: Command, setup: ProgramSetup): void {
	const { t } = setup;
	const questions = declare(program, t, 'questions')
		.argument('[NOTE]', t('cli.questions.note'))
		.option('--status <LIST>', t('cli.questions.status'))
		.option('--kind <LIST>', t('cli.questions.kind'))
		.option('--level <LIST>', t('cli.questions.level'))
		.option('--category <LIST>', t('cli.questions.category'));
	run(questions, setup, (context, [name]) => {
		const note = typeof name === 'string' ? name : undefined;
		return runQuestions(context, note, questions.opts<QuestionOptions>());
	});
	run(declare(program, t, 'status'), setup, context => runStatus(context));
	const compare = declare(program, t, 'compare')
		.argument('[NOTES...]', t('cli.compare.notes'))
		.option('--category <CATEGORY>', t('cli.compare.category'))
		.option('--criteria <LIST>', t('cli.compare.criteria'))
		.option('--only-differences', t('cli.compare.only-differences'))
		.option('--layout <LAYOUT>', t('cli.compare.layout'))
		.option('--format <FORMAT>', t('cli.compare.format'));
	run(compare, setup, (context, [names]) =>
		runCompare(context, toNames(names), compare.opts<CompareOptions>()),
	);
	const backlinks = declare(program, t, 'backlinks').argument('<NOTE>', t('cli.backlinks.note'));
	run(backlinks, setup, (context, [name]) => runBacklinks(context, String(name)));
}

function declareInterview(program: Command, setup: ProgramSetup): void {
	const { t } = setup;
	const interview = declare(program, t, 'interview')
		.argument('[NOTES...]', t('cli.interview.notes'))
		.option('--category <LIST>', t('cli.interview.category'))
		.option('--count <N>', t('cli.interview.count'))
		.option('--seed <N>', t('cli.interview.seed'))
		.option('--keep', t('cli.interview.keep'))
		.addHelpText('after', `\n${t('cli.interview.help')}`);
	run(interview, setup, (context, [names]) =>
		runInterview(context, toNames(names), interview.opts<InterviewOptions>()),
	);
}

type CommandName =
	| 'init'
	| 'refresh'
	| 'update'
	| 'check'
	| 'questions'
	| 'status'
	| 'compare'
	| 'backlinks'
	| 'interview'
	| 'welcome';

function declare(
	program: Command,
	t: Translate,
	name: CommandName,
	options: { hidden?: boolean } = {},
): Command {
	const command = program.command(name, options).description(t(`cli.${name}`));
	localize(command, t);
	return command;
}

/** Gives a command the options that all share, and its action: what a person typed, then what commander adds. */
function run(
	command: Command,
	setup: ProgramSetup,
	action: (context: CommandContext, args: readonly unknown[]) => Promise<ExitCode>,
): void {
	addCommonOptions(command, setup.t);
	command.action(async (...all: unknown[]) => {
		const context = setup.contextFor(command.opts<CommonOptions>());
		setup.onExit(await action(context, all));
	});
}

function toNames(value: unknown): string[] {
	return Array.isArray(value) ? value.map(String) : [];
}

function addCommonOptions(command: Command, t: Translate): void {
	command
		.option('--vault <DIR>', t('cli.option.vault'))
		.option('--json', t('cli.option.json'))
		.addOption(new Option('--lang <LANG>', t('cli.option.lang')))
		.option('--dry-run', t('cli.option.dry-run'));
}

/** Puts commander's own words into the language of the messages; errors are thrown, never printed here. */
function localize(command: Command, t: Translate): void {
	const titles: Readonly<Record<string, string>> = {
		'Usage:': t('cli.usage'),
		'Arguments:': t('cli.arguments'),
		'Options:': t('cli.options'),
		'Commands:': t('cli.commands'),
	};
	command
		.helpOption('-h, --help', t('cli.option.help'))
		.exitOverride()
		.configureOutput({ outputError: () => undefined, writeErr: () => undefined })
		.configureHelp({ styleTitle: title => titles[title] ?? title });
}
