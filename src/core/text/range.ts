/** A half-open span of a text, in UTF-16 code units from its start. */
export interface Range {
	readonly start: number;
	readonly end: number;
}
