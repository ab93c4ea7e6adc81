import { nearestNames } from '../text/nearest-names';
import { refuse } from './answer';
import type { Refusal } from './answer';

/** An option as typed, with its name for messages. */
export interface TypedOption {
	readonly name: string;
	readonly text: string | undefined;
}

/** The items of an option, undefined if it was not given; or a refusal of the first item that is not allowed. */
export type Choices<T> =
	{ readonly kind: 'chosen'; readonly items: readonly T[] | undefined } | Refusal;

/** Splits a list at commas and checks each item; case and spaces around it make no difference. */
export function readChoices<T extends string>(
	{ name, text }: TypedOption,
	allowed: readonly T[],
): Choices<T> {
	if (text === undefined) return { kind: 'chosen', items: undefined };
	const items: T[] = [];
	for (const value of splitItems(text)) {
		const found = allowed.find(choice => choice.toLowerCase() === value.toLowerCase());
		if (found === undefined) {
			const params = { value, option: name, allowed: allowed.join(', ') };
			return refuse(
				'cli.error.invalid-value',
				params,
				value.length < 3 ? [] : nearestNames(value, allowed, 1),
			);
		}
		items.push(found);
	}
	return { kind: 'chosen', items };
}

/** The items of a list with commas, without the spaces around them. */
export function splitItems(text: string): string[] {
	return text.split(',').map(item => item.trim());
}
