/** Bytes as text that a bridge can carry. */
export function arrayBufferToBase64(buffer: ArrayBuffer): string {
	let binary = '';
	for (const byte of new Uint8Array(buffer)) binary += String.fromCharCode(byte);
	return btoa(binary);
}

/** The bytes of such a text. */
export function base64ToArrayBuffer(base64: string): ArrayBuffer {
	return Uint8Array.from(atob(base64), character => character.charCodeAt(0)).buffer;
}

/** Bytes in base 16. */
export function arrayBufferToHex(buffer: ArrayBuffer): string {
	return Array.from(new Uint8Array(buffer), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of a text in base 16. */
export function hexToArrayBuffer(hex: string): ArrayBuffer {
	const pairs = hex.match(/../g) ?? [];
	return Uint8Array.from(pairs, pair => parseInt(pair, 16)).buffer;
}
