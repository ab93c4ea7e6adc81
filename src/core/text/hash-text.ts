const PRIME_A = 0x85ebca77;
const PRIME_B = 0xc2b2ae3d;

/**
 * A hash of 64 bits as 16 hexadecimal digits, to notice that somebody edited a text.
 *
 * Line breaks count as LF, so that a sync tool that converts them does not look like an editor. Two multiplicative
 * lanes with murmur's mixing; not cryptographic: nobody gains by forging the hash of their own note.
 */
export function hashText(text: string): string {
	const [a, b] = mix(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
	return hex(a) + hex(b);
}

/** The first 32 bits of the hash of a line, as a number. */
export function hashLine(line: string): number {
	return mix(line)[0] >>> 0;
}

function mix(text: string): readonly [number, number] {
	let a = 0x9e3779b9;
	let b = 0x165667b1;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		a = Math.imul(a ^ code, PRIME_A);
		b = Math.imul(b ^ code, PRIME_B);
	}
	a = Math.imul(a ^ (a >>> 16), PRIME_A) ^ Math.imul(b ^ (b >>> 13), PRIME_B);
	b = Math.imul(b ^ (b >>> 16), PRIME_A) ^ Math.imul(a ^ (a >>> 13), PRIME_B);
	return [a, b];
}

function hex(word: number): string {
	return (word >>> 0).toString(16).padStart(8, '0');
}
