import type { TextKey } from '../i18n/index';

/** A wrong use or a failure of the system, told in one line; the program ends with exit code 2. */
export class CliError extends Error {
	constructor(
		readonly key: TextKey,
		readonly params: Readonly<Record<string, string | number>> = {},
		/** Names that were perhaps meant. */
		readonly suggestions: readonly string[] = [],
		options?: ErrorOptions,
	) {
		super(key, options);
		this.name = 'CliError';
	}
}

/** The system's code of a failed file operation, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
	// Not by `instanceof`: an error can come from another realm, as under a test runner.
	if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
	return typeof error.code === 'string' ? error.code : undefined;
}

/** What the system says about a failed file operation, in its own short words: `permission denied (EACCES)`. */
export function systemDetail(error: unknown): string {
	const message =
		typeof error === 'object' && error !== null && 'message' in error
			? String(error.message)
			: String(error);
	const code = errorCode(error);
	if (code === undefined) return message;
	return `${message.replace(/^[A-Z_]+: /, '').replace(/, [a-z]+(?: '.*)?$/s, '')} (${code})`;
}
