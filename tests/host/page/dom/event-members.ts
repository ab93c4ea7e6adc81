import { extend } from './extend';

type Listener = (this: EventTarget, event: Event, target: Element) => unknown;
type Options = boolean | AddEventListenerOptions;

interface Delegation {
	readonly type: string;
	readonly selector: string;
	readonly listener: Listener;
	readonly callback: (event: Event) => void;
}

const delegations = new WeakMap<EventTarget, Delegation[]>();

function on(
	this: EventTarget,
	type: string,
	selector: string,
	listener: Listener,
	options?: Options,
): void {
	const callback = (event: Event): void => {
		const { target } = event;
		const found = target instanceof Element ? target.closest(selector) : null;
		if (found && (!(this instanceof Element) || this.contains(found))) {
			listener.call(this, event, found);
		}
	};
	const kept = delegations.get(this) ?? [];
	kept.push({ type, selector, listener, callback });
	delegations.set(this, kept);
	this.addEventListener(type, callback, options);
}

function off(
	this: EventTarget,
	type: string,
	selector: string,
	listener: Listener,
	options?: Options,
): void {
	const kept = delegations.get(this) ?? [];
	const index = kept.findIndex(
		one => one.type === type && one.selector === selector && one.listener === listener,
	);
	const [found] = index < 0 ? [] : kept.splice(index, 1);
	if (found) this.removeEventListener(type, found.callback, options);
}

/** What the app adds to elements and events for listening. */
export function installEventMembers(): void {
	extend<EventTarget>(HTMLElement.prototype, { on, off });
	extend<EventTarget>(Document.prototype, { on, off });
	extend(HTMLElement.prototype, {
		onClickEvent(listener: (event: MouseEvent) => unknown, options?: Options): void {
			this.addEventListener('click', listener, options);
			this.addEventListener('auxclick', listener, options);
		},
		onNodeInserted(listener: () => unknown, once?: boolean): () => void {
			let wasIn = this.isConnected;
			const observer = new MutationObserver(() => {
				const isIn = this.isConnected;
				if (isIn && !wasIn) {
					listener();
					if (once) observer.disconnect();
				}
				wasIn = isIn;
			});
			observer.observe(document, { childList: true, subtree: true });
			return () => observer.disconnect();
		},
		// There is one window only.
		onWindowMigrated: () => () => undefined,
		trigger(type: string): void {
			this.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
		},
	});
	extend(UIEvent.prototype, {
		get targetNode(): Node | null {
			const { target } = this;
			return target instanceof Node ? target : null;
		},
		get win(): Window {
			return window;
		},
		get doc(): Document {
			return document;
		},
		instanceOf(type: new () => unknown): boolean {
			return this instanceof type;
		},
	});
}
