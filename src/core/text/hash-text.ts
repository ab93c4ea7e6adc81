const PRIME_A = 0x85ebca77;
const PRIME_B = 0xc2b2ae3d;

/**
 * A hash of 64 bits as 16 hexadecimal digits, to notice that somebody edited a text.
 *
 * Line breaks count as LF, so that a sync tool that converts them does not look like an editor. Two multiplicative
 * lanes with murmur's mixing; not cryptographic: nobody gains by forging the hash of their own note.
 */
export function hashText(text: string): string {
	let a = 0x9e3779b9;
	let b = 0x165667b1;
	const normalized = text.replace(/\r\n?/g, '\n');
	for (let i = 0; i < normalized.length; i++) {
		const code = normalized.charCodeAt(i);
		a = Math.imul(a ^ code, PRIME_A);
		b = Math.imul(b ^ code, PRIME_B);
	}
	a = Math.imul(a ^ (a >>> 16), PRIME_A) ^ Math.imul(b ^ (b >>> 13), PRIME_B);
	b = Math.imul(b ^ (b >>> 16), PRIME_A) ^ Math.imul(a ^ (a >>> 13), PRIME_B);
	return hex(a) + hex(b);
}

function hex(word: number): string {
	return (word >>> 0).toString(16).padStart(8, '0');
}
