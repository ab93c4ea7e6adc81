/** ASCII and Latin punctuation: Mermaid, and the Markdown that it reads in labels, give it a meaning. */
const DOUBTFUL = /[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf]/g;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** Writes a text so that it stands between double quotes in a Mermaid label and reads as it is. */
export function printMermaidText(text: string): string {
	const printed = text
		.replace(UNPRINTABLE, ' ')
		.trim()
		.replace(DOUBTFUL, (character, at: number, whole: string) =>
			isHarmless(character, whole.charAt(at - 1), whole.charAt(at + 1))
				? character
				: `#${character.charCodeAt(0)};`,
		);
	// Mermaid refuses an empty label.
	return printed === '' ? '#160;' : printed;
}

/** A dot or a hyphen inside of a name, as in `Spark-3.5`, begins no list. */
function isHarmless(character: string, before: string, after: string): boolean {
	return /[-.]/.test(character) && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
}

/** The link texts of the nodes that a printed map shows. */
export function targetsOfMap(body: string): string[] {
	return [...body.matchAll(/^ {2}n\d+\["([^"\r\n]*)"\]/gm)].map(([, label = '']) =>
		label.replace(/#(\d{2,3});/g, (_, code: string) => String.fromCharCode(Number(code))),
	);
}
