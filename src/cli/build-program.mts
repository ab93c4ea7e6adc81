import { Command, Option } from 'commander';
import type { Translate } from '../i18n/index';
import type { ExitCode } from './command-context.mts';
import { runBacklinks } from './commands/backlinks.mts';
import { runCheck } from './commands/check.mts';
import { runCompare } from './commands/compare.mts';
import type { CompareOptions } from './commands/compare.mts';
import { runInit } from './commands/init.mts';
import { runInterview } from './commands/interview.mts';
import type { InterviewOptions } from './commands/interview.mts';
import { runQuestions } from './commands/questions.mts';
import type { QuestionOptions } from './commands/questions.mts';
import { runRefresh } from './commands/refresh.mts';
import { runStatus } from './commands/status.mts';
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

	const add = (usage: string, description: string, options: { hidden?: boolean } = {}): Command => {
		const command = program.command(usage, options).description(description);
		localize(command, t);
		return command;
	};
	const run = (command: Command, action: (context: CommandContext, args: readonly unknown[]) => Promise<ExitCode>): void => {
		addCommonOptions(command, t);
		command.action(async (...all: unknown[]) => {
			const context = setup.contextFor(command.opts<CommonOptions>());
			setup.onExit(await action(context, all));
		});
	};

	run(
		add('init', t('cli.init')).argument('<DIR>', t('cli.init.dir')),
		(context, [folder]) => runInit(context, String(folder)),
	);
	const refresh = add('refresh', t('cli.refresh')).option('--check', t('cli.refresh.check'));
	run(refresh, (context) => runRefresh(context, refresh.opts()));
	run(add('check', t('cli.check')), (context) => runCheck(context));
	const questions = add('questions', t('cli.questions'))
		.argument('[NOTE]', t('cli.questions.note'))
		.option('--status <LIST>', t('cli.questions.status'))
		.option('--kind <LIST>', t('cli.questions.kind'))
		.option('--level <LIST>', t('cli.questions.level'))
		.option('--category <LIST>', t('cli.questions.category'));
	run(questions, (context, [name]) =>
		runQuestions(context, typeof name === 'string' ? name : undefined, questions.opts<QuestionOptions>()),
	);
	run(add('status', t('cli.status')), (context) => runStatus(context));
	const compare = add('compare', t('cli.compare'))
		.argument('<NOTES...>', t('cli.compare.notes'))
		.option('--criteria <LIST>', t('cli.compare.criteria'))
		.option('--only-differences', t('cli.compare.only-differences'))
		.option('--format <FORMAT>', t('cli.compare.format'));
	run(compare, (context, [names]) => runCompare(context, toNames(names), compare.opts<CompareOptions>()));
	run(
		add('backlinks', t('cli.backlinks')).argument('<NOTE>', t('cli.backlinks.note')),
		(context, [name]) => runBacklinks(context, String(name)),
	);
	const interview = add('interview', t('cli.interview'))
		.argument('[NOTES...]', t('cli.interview.notes'))
		.option('--category <LIST>', t('cli.interview.category'))
		.option('--count <N>', t('cli.interview.count'))
		.option('--seed <N>', t('cli.interview.seed'))
		.option('--keep', t('cli.interview.keep'))
		.addHelpText('after', `\n${t('cli.interview.help')}`);
	run(interview, (context, [names]) => runInterview(context, toNames(names), interview.opts<InterviewOptions>()));
	run(add('welcome', t('cli.welcome'), { hidden: true }), (context) => runWelcome(context));
	return program;
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
		.configureHelp({ styleTitle: (title) => titles[title] ?? title });
}
