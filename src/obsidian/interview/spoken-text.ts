import { plainText } from '../../core/index';

/** Markdown as it is read out: without its marks, those of code among them. */
export function spokenText(markdown: string): string {
	return plainText(markdown).replaceAll('`', '');
}
