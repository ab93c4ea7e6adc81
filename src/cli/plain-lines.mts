import { plainText } from '../core/index';

/** Markdown as a terminal shows it best: plain, line by line, with its list marks; lines below the first are set in. */
export function plainLines(markdown: string, indent = ''): string {
	return markdown
		.split('\n')
		.map(line => {
			const start = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/.exec(line)?.[0] ?? '';
			return (start + plainText(line.slice(start.length))).trimEnd();
		})
		.join(`\n${indent}`);
}
