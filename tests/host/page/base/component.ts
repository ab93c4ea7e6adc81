import type { EventRef } from './events';

/** Something with a beginning and an end that takes along what was registered with it. */
export class Component {
	private isLoaded = false;
	private readonly cleanups: (() => unknown)[] = [];
	private children: Component[] = [];

	load(): unknown {
		if (this.isLoaded) return undefined;
		this.isLoaded = true;
		const loading = this.onload();
		for (const child of [...this.children]) child.load();
		return loading;
	}

	onload(): unknown {
		return undefined;
	}

	unload(): void {
		if (!this.isLoaded) return;
		this.isLoaded = false;
		for (const child of [...this.children].reverse()) this.removeChild(child);
		while (this.cleanups.length > 0) this.cleanups.pop()?.();
		this.onunload();
	}

	onunload(): void {
		return;
	}

	addChild<T extends Component>(child: T): T {
		this.children.push(child);
		if (this.isLoaded) child.load();
		return child;
	}

	removeChild<T extends Component>(child: T): T {
		this.children = this.children.filter(one => one !== child);
		child.unload();
		return child;
	}

	register(cleanup: () => unknown): void {
		this.cleanups.push(cleanup);
	}

	registerEvent(ref: EventRef): void {
		this.register(() => ref.emitter.offref(ref));
	}

	registerDomEvent(
		target: EventTarget,
		type: string,
		callback: (event: Event) => unknown,
		options?: boolean | AddEventListenerOptions,
	): void {
		target.addEventListener(type, callback, options);
		this.register(() => target.removeEventListener(type, callback, options));
	}

	registerInterval(id: number): number {
		this.register(() => window.clearInterval(id));
		return id;
	}
}
