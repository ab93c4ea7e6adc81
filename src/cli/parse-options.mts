import { CliError } from './cli-error.mts';

/**
 * Reads a whole number of at least `least`.
 *
 * @throws CliError if it is none.
 */
export function parseWholeNumber(
	option: string,
	text: string | undefined,
	least: number,
): number | undefined {
	if (text === undefined) return undefined;
	const value = /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : NaN;
	if (Number.isNaN(value) || value < least)
		throw new CliError('cli.error.invalid-number', { value: text, option });
	return value;
}
