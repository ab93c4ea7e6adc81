import { extend } from './extend';

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/** What the app adds to arrays, strings and numbers, and its global functions. */
export function installLanguageMembers(): void {
	extend<unknown[]>(Array.prototype, {
		first(): unknown {
			return this[0];
		},
		last(): unknown {
			return this.at(-1);
		},
		contains(item: unknown): boolean {
			return this.includes(item);
		},
		remove(item: unknown): void {
			for (let i = this.length - 1; i >= 0; i--) if (this[i] === item) this.splice(i, 1);
		},
		shuffle(): unknown[] {
			for (let i = this.length - 1; i > 0; i--) {
				const j = Math.floor(Math.random() * (i + 1));
				[this[i], this[j]] = [this[j], this[i]];
			}
			return this;
		},
		unique(): unknown[] {
			return [...new Set(this)];
		},
	});
	extend(Array, { combine: (arrays: unknown[][]) => arrays.flat() });
	extend(String.prototype, {
		contains(part: string): boolean {
			return this.includes(part);
		},
		format(...values: string[]): string {
			return this.replace(/\{(\d+)\}/g, (whole, index: string) => values[Number(index)] ?? whole);
		},
	});
	extend(String, { isString: (value: unknown) => typeof value === 'string' });
	extend(Number, { isNumber: (value: unknown) => typeof value === 'number' });
	extend(Math, {
		clamp: (value: number, low: number, high: number) => Math.min(Math.max(value, low), high),
		square: (value: number) => value * value,
	});
	extend(Object, {
		isEmpty: (value: unknown) => !isObject(value) || Object.keys(value).length === 0,
		each(
			value: Record<string, unknown>,
			callback: (item: unknown, key: string) => unknown,
		): boolean {
			return Object.entries(value).every(([key, item]) => callback(item, key) !== false);
		},
	});
	extend(window, {
		isBoolean: (value: unknown) => typeof value === 'boolean',
		fish: (selector: string) => document.querySelector(selector),
		fishAll: (selector: string) => Array.from(document.querySelectorAll(selector)),
		ready: (callback: () => unknown) => void callback(),
		sleep: (ms: number) => new Promise(resolve => setTimeout(resolve, ms)),
		nextFrame: () => new Promise(resolve => requestAnimationFrame(resolve)),
		activeWindow: window,
		activeDocument: document,
	});
}
