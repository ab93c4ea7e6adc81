// The interview's view as Obsidian opens it, in the document of the test. Leaves of obsidian-test-mocks 3.11.0
// create no view of a plugin.
import type { ItemView } from 'obsidian';
import { until } from './obsidian-like-host';
import type { ObsidianLikeHost } from './obsidian-like-host';

const TYPE = 'stackbook-interview';

interface Opening {
	onOpen(): Promise<void>;
	onClose(): Promise<void>;
}

/** What a test does with the interview on the screen. */
export interface InterviewPane {
	/** Runs a command that shows the interview. */
	start(id?: string): Promise<void>;
	/** What a person reads, hints of keys left out. */
	text(): string;
	prompt(): string;
	button(name: string): HTMLButtonElement;
	press(name: string): void;
	tick(label: string): void;
	write(text: string): void;
	key(key: string, init?: KeyboardEventInit): void;
	field(): HTMLTextAreaElement | null;
	state(): Record<string, unknown>;
	/** Ends the view and opens it anew with a state, as a restart does. */
	restart(state: unknown): Promise<void>;
	close(): Promise<void>;
}

/** Lets the side pane of a host show the interview. */
export function openInterviewPane(host: ObsidianLikeHost): InterviewPane {
	const { workspace } = host.app;
	let view: ItemView | undefined;
	const makeView = async (leaf: ReturnType<typeof workspace.getLeaf>): Promise<ItemView> => {
		const create = host.plugin.views__.get(TYPE);
		if (!create) throw new Error('There is no such view');
		const made = create(leaf.asOriginalType3__()) as ItemView;
		document.body.append(made.containerEl);
		leaf.view = made;
		made.load();
		await (made as unknown as Opening).onOpen();
		return made;
	};
	const getRightLeaf = workspace.getRightLeaf.bind(workspace);
	workspace.getRightLeaf = split => {
		const leaf = getRightLeaf(split);
		if (!leaf) return leaf;
		const setViewState = leaf.setViewState.bind(leaf);
		leaf.setViewState = async (state, ephemeral) => {
			await setViewState(state, ephemeral);
			view ??= await makeView(leaf);
			await view.setState(state.state, { history: false });
		};
		return leaf;
	};
	const close = async (): Promise<void> => {
		await (view as unknown as Opening | undefined)?.onClose();
		view?.unload();
		view?.containerEl.remove();
		view = undefined;
	};
	const root = (): HTMLElement => view?.contentEl ?? document.body;
	const button = (name: string): HTMLButtonElement => {
		const all = [...document.querySelectorAll('button')];
		const found = all.find(one => nameOf(one) === name);
		if (!found) throw new Error(`There is no button «${name}»: ${root().textContent}`);
		return found;
	};
	const field = (): HTMLTextAreaElement | null => root().querySelector('textarea');
	return {
		async start(id = 'interview-on-note') {
			if (!host.run(id)) throw new Error(`${id} is not offered`);
			await until(() => root().querySelector('.stackbook-prompt p, .stackbook-fits') !== null);
		},
		text: () => nameOf(root()),
		prompt: () => root().querySelector('.stackbook-prompt')?.textContent ?? '',
		button,
		press: name => button(name).click(),
		tick(label) {
			const found = [...document.querySelectorAll('label')].find(one => nameOf(one) === label);
			const box = found?.querySelector('input');
			if (!box) throw new Error(`There is no box «${label}»`);
			box.click();
		},
		write(text) {
			const area = field();
			if (!area) throw new Error('There is nowhere to write');
			area.value = text;
			area.dispatchEvent(new Event('input'));
		},
		key(key, init = {}) {
			const target = document.activeElement ?? document.body;
			target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
		},
		field,
		state: () => view?.getState() ?? {},
		async restart(state) {
			await close();
			const [leaf] = workspace.getLeavesOfType(TYPE);
			if (!leaf) throw new Error('There is no pane');
			view = await makeView(leaf);
			await view.setState(state, { history: false });
			await until(() => root().querySelector('.stackbook-part') !== null);
		},
		close,
	};
}

/** The words of an element without the hints that no screen reader says. */
function nameOf(element: Element): string {
	const copy = element.cloneNode(true);
	const body = createDiv();
	body.append(copy);
	for (const hidden of body.querySelectorAll('[aria-hidden]')) hidden.remove();
	return body.textContent.trim();
}
