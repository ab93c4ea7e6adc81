/** Orders by UTF-16 code unit, the one order that is the same in every locale and on every device. */
export function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
