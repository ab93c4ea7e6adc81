import { CommanderError } from 'commander';
import manifest from '../../manifest.json' with { type: 'json' };
import { nearestNames, onOneLine, withoutControls } from '../core/index';
import { createTranslator, languageOfLocale } from '../i18n/index';
import type { Language, Translate } from '../i18n/index';
import { buildProgram } from './build-program.mts';
import { CliError, systemDetail } from './cli-error.mts';
import type { CliHost } from './cli-host.mts';
import type { ExitCode } from './command-context.mts';
import { Interruption } from './interrupts.mts';

/**
 * Runs one command line and answers its exit code: 0 nothing found, 1 findings, 2 wrong use or failure with one line
 * on stderr, 130 when it was interrupted. Touches nothing of the process itself, so tests call it as it is.
 */
export async function runCli(argv: readonly string[], host: CliHost): Promise<ExitCode | 2 | 130> {
	const language = languageOf(argv, host.env);
	const t = createTranslator(language);
	let exit: ExitCode = 0;
	const program = buildProgram({
		t,
		version: manifest.version,
		contextFor: options => ({ host: protectTerminal(host), t, language, options }),
		onExit: code => {
			exit = code;
		},
	});
	for (const command of [program, ...program.commands]) {
		command.configureOutput({ writeOut: text => host.out(text) });
	}
	if (argv.length === 0) {
		host.out(program.helpInformation());
		return 0;
	}
	try {
		requireLanguage(argv);
		await program.parseAsync([...argv], { from: 'user' });
		return exit;
	} catch (error) {
		if (error instanceof CommanderError && error.exitCode === 0) return 0;
		if (error instanceof Interruption) return 130;
		host.err(
			`${describeError(error, t, { argv, commands: program.commands.map(command => command.name()) })}\n`,
		);
		return 2;
	}
}

/** Names and texts come from notes, and notes from anywhere. */
function protectTerminal(host: CliHost): CliHost {
	return { ...host, out: text => host.out(withoutControls(text)) };
}

/** `--lang` wins, then the locale of the environment. */
function languageOf(argv: readonly string[], env: CliHost['env']): Language {
	const given = givenLanguage(argv);
	if (given === 'zh' || given === 'en') return given;
	// POSIX: the first of these that is set and not empty decides.
	const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(value => value);
	return languageOfLocale(locale ?? '');
}

function givenLanguage(argv: readonly string[]): string | undefined {
	const position = argv.indexOf('--lang');
	const joined = argv.find(argument => argument.startsWith('--lang='))?.slice('--lang='.length);
	return position === -1 ? joined : argv[position + 1];
}

function requireLanguage(argv: readonly string[]): void {
	const given = givenLanguage(argv);
	if (given === undefined || given === 'zh' || given === 'en') return;
	throw new CliError('cli.error.invalid-value', {
		value: given,
		option: '--lang',
		allowed: 'zh, en',
	});
}

interface Situation {
	readonly argv: readonly string[];
	readonly commands: readonly string[];
}

function describeError(error: unknown, t: Translate, situation: Situation): string {
	if (error instanceof CommanderError) return describeUsageError(error, t, situation);
	if (error instanceof CliError) return oneLine(t, t(error.key, error.params), error.suggestions);
	return oneLine(t, t('cli.error.internal', { detail: systemDetail(error) }), []);
}

function describeUsageError(
	{ code, message }: CommanderError,
	t: Translate,
	{ argv, commands }: Situation,
): string {
	const name = /'([^']*)'/.exec(message)?.[1] ?? '';
	const option = name.split(/[ ,]/)[0] ?? name;
	const command = commands.find(known => known === argv[0]);
	const help = command === undefined ? 'stackbook --help' : `stackbook ${command} --help`;
	const usage = (text: string, suggestions: readonly string[] = []): string =>
		oneLine(t, t('cli.error.usage', { message: text, help }), suggestions);
	switch (code) {
		case 'commander.unknownCommand':
			return usage(t('cli.error.unknown-command', { name }), nearestNames(name, commands, 2));
		case 'commander.unknownOption':
			return usage(t('cli.error.unknown-option', { name }));
		// `--` and nothing behind it.
		case 'commander.help':
			return usage(t('cli.error.missing-argument', { name: 'command' }));
		case 'commander.missingArgument':
			return usage(t('cli.error.missing-argument', { name: /'([^']*)'/.exec(message)?.[1] ?? '' }));
		case 'commander.optionMissingArgument':
			return usage(t('cli.error.missing-value', { name: option === '' ? name : option }));
		case 'commander.excessArguments':
			return usage(t('cli.error.excess-arguments'));
		default:
			return usage(message.replace(/^error: /, ''));
	}
}

function oneLine(t: Translate, message: string, suggestions: readonly string[]): string {
	const withNames =
		suggestions.length === 0
			? message
			: t('cli.error.did-you-mean', { message, names: suggestions.join(', ') });
	return withoutControls(onOneLine(t('cli.error', { message: withNames })));
}
