import { isCalledByPlugin } from './plugin-calls';

interface Kept {
	readonly target: WeakRef<EventTarget>;
	readonly type: string;
	readonly listener: unknown;
	readonly capture: boolean;
}

let kept: Kept[] = [];
const intervals = new Set<number>();

function isCapture(options: unknown): boolean {
	if (typeof options === 'boolean') return options;
	return (
		typeof options === 'object' && options !== null && Reflect.get(options, 'capture') === true
	);
}

function forget(target: EventTarget, type: string, listener: unknown, capture: boolean): void {
	kept = kept.filter(
		one =>
			one.type !== type ||
			one.listener !== listener ||
			one.capture !== capture ||
			one.target.deref() !== target,
	);
}

function watchListeners(): void {
	type Change = (this: EventTarget, ...args: Parameters<EventTarget['addEventListener']>) => void;
	const prototype: unknown = EventTarget.prototype;
	const { addEventListener: add, removeEventListener: remove } = prototype as {
		addEventListener: Change;
		removeEventListener: Change;
	};
	EventTarget.prototype.addEventListener = function addEventListener(type, listener, options) {
		const target = this ?? window;
		add.call(target, type, listener, options);
		const { once, signal } = typeof options === 'object' ? options : {};
		if (!listener || once || !isCalledByPlugin()) return;
		const capture = isCapture(options);
		forget(target, type, listener, capture);
		kept.push({ target: new WeakRef(target), type, listener, capture });
		if (signal) add.call(signal, 'abort', () => forget(target, type, listener, capture));
	};
	EventTarget.prototype.removeEventListener = function removeEventListener(
		type,
		listener,
		options,
	) {
		const target = this ?? window;
		remove.call(target, type, listener, options);
		if (kept.length > 0) forget(target, type, listener, isCapture(options));
	};
}

function watchIntervals(): void {
	const start = window.setInterval.bind(window) as (...args: unknown[]) => number;
	const stop = window.clearInterval.bind(window);
	Object.assign(window, {
		setInterval: function setInterval(...args: unknown[]): number {
			const id = start(...args);
			if (isCalledByPlugin()) intervals.add(id);
			return id;
		},
		clearInterval: (id: number) => {
			intervals.delete(id);
			stop(id);
		},
	});
}

/** Remembers what the plugin listens to and repeats, from now on. */
export function watchPluginListeners(): void {
	watchListeners();
	watchIntervals();
}

function nameOf(target: EventTarget): string {
	if (target === window) return 'window';
	if (target === document) return 'document';
	return target instanceof Element ? target.nodeName.toLowerCase() : target.constructor.name;
}

/** What the plugin still listens to and repeats; elements count only while they are in the document. */
export function remainingListeners(): string[] {
	const listeners = kept.flatMap(({ target: ref, type }) => {
		const target = ref.deref();
		if (!target || (target instanceof Element && !target.isConnected)) return [];
		return [`listener: ${type} on ${nameOf(target)}`];
	});
	return [...listeners, ...Array.from(intervals, () => 'interval')];
}
