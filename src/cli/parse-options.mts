import { nearestNames } from '../core/index';
import { CliError } from './cli-error.mts';

/**
 * Splits a list at commas and checks each item.
 *
 * @throws CliError naming the first item that is not allowed.
 */
export function parseChoices<T extends string>(
	option: string,
	text: string | undefined,
	allowed: readonly T[],
): T[] | undefined {
	if (text === undefined) return undefined;
	return text.split(',').map(item => {
		const wanted = item.trim();
		const found = allowed.find(choice => choice.toLowerCase() === wanted.toLowerCase());
		if (found !== undefined) return found;
		const params = { value: wanted, option, allowed: allowed.join(', ') };
		throw new CliError(
			'cli.error.invalid-value',
			params,
			wanted.length < 3 ? [] : nearestNames(wanted, allowed, 1),
		);
	});
}

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
