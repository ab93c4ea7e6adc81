import { isCalledByPlugin } from '../leaks/plugin-calls';

type Callback = (...args: never[]) => unknown;

/** One listener of an emitter. */
export interface EventRef {
	readonly emitter: Events;
	readonly name: string;
	readonly callback: Callback;
	readonly context: unknown;
}

const refsOfPlugin = new Set<EventRef>();

/** Emits events by name, as the parts of the app do. */
export class Events {
	private readonly refs = new Map<string, EventRef[]>();

	on(name: string, callback: Callback, context?: unknown): EventRef {
		const ref: EventRef = { emitter: this, name, callback, context };
		this.refs.set(name, [...(this.refs.get(name) ?? []), ref]);
		if (isCalledByPlugin()) refsOfPlugin.add(ref);
		return ref;
	}

	off(name: string, callback: Callback): void {
		for (const ref of this.refs.get(name) ?? []) if (ref.callback === callback) this.offref(ref);
	}

	offref(ref: EventRef): void {
		const rest = (this.refs.get(ref.name) ?? []).filter(one => one !== ref);
		this.refs.set(ref.name, rest);
		refsOfPlugin.delete(ref);
	}

	trigger(name: string, ...data: unknown[]): void {
		for (const ref of this.refs.get(name) ?? []) this.tryTrigger(ref, data);
	}

	/** One listener that throws keeps no other from hearing. */
	tryTrigger(ref: EventRef, data: unknown[]): void {
		try {
			Reflect.apply(ref.callback, ref.context, data);
		} catch (error) {
			setTimeout(() => {
				throw error;
			});
		}
	}
}

/** Events of the app that the plugin still listens to. */
export function remainingEvents(): string[] {
	return Array.from(
		refsOfPlugin,
		({ emitter, name }) => `event: ${name} of ${emitter.constructor.name}`,
	);
}
