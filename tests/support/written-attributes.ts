import { foldingOf, markLines } from '../../src/core/regions/line-marks';
import { hashText } from '../../src/core/text/hash-text';

/** What a begin marker tells of a body that was written, as it stands in the marker. */
export function writtenAttributes(name: string, body: string): string {
	const lines = markLines(body, foldingOf(name));
	return ` hash=${hashText(body)}${lines === '' ? '' : ` lines=${lines}`}`;
}
