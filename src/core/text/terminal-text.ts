const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** Marks that stand on the letter before them, as in names in NFD, and characters that are not seen. */
const NO_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** Columns that a text takes on a terminal: East Asian wide characters and emoji take two (Unicode TR 11). */
export function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) {
		if (!NO_WIDTH.test(character)) width += WIDE.test(character) ? 2 : 1;
	}
	return width;
}

/** Pads to a number of columns. */
export function padColumns(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Lays rows out in columns two spaces apart; the last column is not padded. */
export function layoutColumns(rows: readonly (readonly string[])[]): string {
	const widths: number[] = [];
	for (const row of rows) {
		row.forEach((cell, i) => {
			widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell));
		});
	}
	return rows
		.map(row =>
			row
				.map((cell, i) => (i === row.length - 1 ? cell : padColumns(cell, widths[i] ?? 0)))
				.join('  '),
		)
		.map(line => `${line.trimEnd()}\n`)
		.join('');
}

/** What a note could do to a terminal (colours, cursor, title) is taken out before it is shown. */
export function withoutControls(text: string): string {
	return text.replace(/(?!\r?\n|\t)\p{Cc}/gu, '');
}
