import { compareText } from './compare-text';

const PARTS = /\d+(?:\.\d+)?|\D+/g;

/** Orders texts with their numbers by value, `9 ms` before `10 ms`; the same in every locale and on every device. */
export function compareNatural(a: string, b: string): number {
	const [left, right] = [partsOf(a), partsOf(b)];
	for (let i = 0; i < Math.min(left.length, right.length); i++) {
		const order = compareParts(left[i] ?? '', right[i] ?? '');
		if (order !== 0) return order;
	}
	return left.length - right.length || compareText(a, b);
}

function partsOf(text: string): string[] {
	return text.match(PARTS) ?? [];
}

function compareParts(a: string, b: string): number {
	const [left, right] = [Number(a), Number(b)];
	const areNumbers = /^\d/.test(a) && /^\d/.test(b);
	return areNumbers ? left - right : compareText(a, b);
}
