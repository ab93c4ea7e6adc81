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

/** What the system says about a failed file operation, in its own short words. */
export function systemDetail(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
	const message = error.message.replace(/^[A-Z]+: /, '').replace(/, [a-z]+ '.*$/s, '');
	return code === undefined ? message : `${message} (${code})`;
}
