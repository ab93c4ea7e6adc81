import { expect } from '@jest/globals';

const LONGEST_WAIT = 10_000;
const PAUSE = 50;

/** Reads until it gets what is wanted; fails with the difference if that does not come. */
export async function eventually<T>(read: () => Promise<T>, wanted: unknown): Promise<void> {
	const start = Date.now();
	for (;;) {
		const value = await read();
		try {
			expect(value).toEqual(wanted);
			return;
		} catch (error) {
			if (Date.now() - start > LONGEST_WAIT) throw error;
		}
		await new Promise(resolve => setTimeout(resolve, PAUSE));
	}
}
