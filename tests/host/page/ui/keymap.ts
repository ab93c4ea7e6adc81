/** Keys that change what others do. `Mod` is Ctrl here, for the host says that it runs on Linux. */
export type Modifier = 'Mod' | 'Ctrl' | 'Meta' | 'Shift' | 'Alt';

type Listener = (event: KeyboardEvent, context: KeymapContext) => unknown;

/** What a listener is told about the keys. */
interface KeymapContext {
	readonly modifiers: string;
	readonly key: string;
	readonly vkey: string;
}

interface Handler {
	readonly scope: Scope;
	readonly modifiers: string | null;
	readonly key: string | null;
	readonly func: Listener;
}

function joinModifiers(modifiers: readonly Modifier[]): string {
	const plain = modifiers.map(modifier => (modifier === 'Mod' ? 'Ctrl' : modifier));
	return [...new Set(plain)].sort().join(',');
}

function modifiersOf(event: KeyboardEvent | MouseEvent | TouchEvent): string {
	const held: Modifier[] = [];
	if (event.altKey) held.push('Alt');
	if (event.ctrlKey) held.push('Ctrl');
	if (event.metaKey) held.push('Meta');
	if (event.shiftKey) held.push('Shift');
	return joinModifiers(held);
}

/** Keys that mean something while a part of the screen is in front. */
export class Scope {
	private handlers: Handler[] = [];

	constructor(private readonly parent?: Scope) {}

	register(modifiers: Modifier[] | null, key: string | null, func: Listener): Handler {
		const handler: Handler = {
			scope: this,
			modifiers: modifiers && joinModifiers(modifiers),
			key,
			func,
		};
		this.handlers.push(handler);
		return handler;
	}

	unregister(handler: Handler): void {
		this.handlers = this.handlers.filter(one => one !== handler);
	}

	/** Answers false if the key was used up. */
	handleKey(event: KeyboardEvent): unknown {
		const modifiers = modifiersOf(event);
		const vkey = event.code.replace(/^(Key|Digit)/, '');
		for (const handler of [...this.handlers]) {
			const isKey =
				handler.key === null ||
				handler.key.toLowerCase() === event.key.toLowerCase() ||
				(handler.modifiers !== '' && handler.key.toUpperCase() === vkey);
			if (!isKey || (handler.modifiers !== null && handler.modifiers !== modifiers)) continue;
			const answer = handler.func(event, { modifiers, key: event.key, vkey });
			if (answer !== undefined) return answer;
		}
		return this.parent?.handleKey(event);
	}
}

/** Hands keys to the scope in front. */
export class Keymap {
	private scopes: Scope[] = [];

	/** @param viewScope that of the view in front, if it has one: modals and menus stand before it */
	constructor(
		private readonly rootScope: Scope,
		private readonly viewScope: () => Scope | null = () => null,
	) {
		window.addEventListener(
			'keydown',
			event => {
				// A key that only helps to write a character is the input method's.
				if (event.isComposing) return;
				const scope = this.scopes.at(-1) ?? this.viewScope() ?? this.rootScope;
				if (scope.handleKey(event) !== false) return;
				event.preventDefault();
				event.stopPropagation();
			},
			true,
		);
	}

	pushScope(scope: Scope): void {
		this.scopes.push(scope);
	}

	popScope(scope: Scope): void {
		this.scopes = this.scopes.filter(one => one !== scope);
	}

	static isModifier(event: KeyboardEvent | MouseEvent | TouchEvent, modifier: Modifier): boolean {
		return modifiersOf(event)
			.split(',')
			.includes(joinModifiers([modifier]));
	}

	/** How a click with these keys asks for a link to be opened. */
	static isModEvent(event?: Event | null): 'tab' | 'split' | 'window' | boolean {
		if (!event) return false;
		if (event instanceof MouseEvent && event.button === 1) return 'tab';
		if (!(event instanceof MouseEvent || event instanceof KeyboardEvent)) return false;
		if (!event.ctrlKey) return false;
		if (event.altKey) return event.shiftKey ? 'window' : 'split';
		return 'tab';
	}
}
