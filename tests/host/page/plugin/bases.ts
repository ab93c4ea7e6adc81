import type { App } from '../app';
import { Component } from '../base/component';
import type { TFile } from '../vault/abstract-file';

/** What a cell of a base holds: its text, and whether it is empty. */
export class Value {
	constructor(readonly data: unknown) {}

	toString(): string {
		if (this.data === null || this.data === undefined) return '';
		return typeof this.data === 'string' ? this.data : JSON.stringify(this.data);
	}

	isTruthy(): boolean {
		return Boolean(this.data);
	}

	/** Links can be clicked, lists stand beside each other; anything else is its text. */
	renderTo(element: HTMLElement): void {
		const items: unknown[] = Array.isArray(this.data) ? this.data : [this.data];
		items.forEach((item, i) => {
			if (i > 0) element.appendText(', ');
			const text = new Value(item).toString();
			const link = /^\[\[([^\]|]+)(?:\|([^\]]*))?\]\]$/.exec(text);
			if (!link) element.appendText(text);
			else {
				const [, target = '', words = target] = link;
				const attr = { href: target, 'data-href': target };
				element.createEl('a', { cls: 'internal-link', text: words, attr });
			}
		});
	}

	equals(other: Value): boolean {
		return this.toString() === other.toString();
	}
}

/** A row: a note and its properties. */
export class BasesEntry {
	constructor(
		private readonly app: App,
		readonly file: TFile,
	) {}

	getValue(propertyId: string): Value | null {
		const [kind, name = ''] = propertyId.split(/\.(.*)/);
		if (kind === 'file') return new Value(Reflect.get(this.file, name));
		const properties: Record<string, unknown> | undefined = this.app.metadataCache.getFileCache(
			this.file,
		)?.frontmatter;
		const value = properties?.[name];
		return value === undefined ? null : new Value(value);
	}
}

/** Rows that say the same on what a base is grouped by. */
interface BasesEntryGroup {
	readonly key?: Value;
	readonly entries: BasesEntry[];
	hasKey(): boolean;
}

/** What a base found; one group unless it is grouped by a property. */
export class BasesQueryResult {
	constructor(
		public data: BasesEntry[],
		readonly properties: string[],
		private readonly groupBy?: string,
	) {}

	get groupedData(): BasesEntryGroup[] {
		const { data, groupBy } = this;
		if (groupBy === undefined) return [{ entries: data, hasKey: () => false }];
		const groups = new Map<string, BasesEntryGroup>();
		for (const entry of data) {
			const key = entry.getValue(groupBy) ?? undefined;
			const name = key?.toString() ?? '';
			const group = groups.get(name);
			if (group) group.entries.push(entry);
			else
				groups.set(name, {
					...(key ? { key } : {}),
					entries: [entry],
					hasKey: () => key !== undefined,
				});
		}
		return [...groups.values()];
	}

	getSummaryValue(): Value {
		return new Value(null);
	}
}

/** How a view of a base is set; nothing is kept. */
export class BasesViewConfig {
	constructor(
		public name: string,
		private readonly options: Record<string, unknown>,
		private readonly order: string[],
	) {}

	get(key: string): unknown {
		return this.options[key];
	}

	getAsPropertyId(key: string): string | null {
		const value = this.options[key];
		return typeof value === 'string' ? value : null;
	}

	/** Formulas are not evaluated here. */
	getEvaluatedFormula(_view: unknown, key: string): Value {
		return new Value(this.options[key] ?? null);
	}

	set(key: string, value: unknown): void {
		this.options[key] = value;
	}

	getOrder(): string[] {
		return this.order;
	}

	getSort(): [] {
		return [];
	}

	getDisplayName(propertyId: string): string {
		return propertyId.replace(/^\w+\./, '');
	}
}

/** What a view of a base is made with. */
export class QueryController extends Component {
	constructor(readonly app: App) {
		super();
	}
}

/** A view of a base, drawn by a plugin. */
export abstract class BasesView extends Component {
	abstract type: string;
	app: App;
	config = new BasesViewConfig('', {}, []);
	allProperties: string[] = [];
	data = new BasesQueryResult([], []);

	constructor(controller: QueryController) {
		super();
		this.app = controller.app;
	}

	abstract onDataUpdated(): void;

	async createFileForView(name = 'Untitled'): Promise<void> {
		await this.app.vault.create(`${name}.md`, '');
	}
}

/** What a view in a `.base` file is set to. */
export interface BasesViewSettings {
	readonly options?: Record<string, unknown>;
	readonly properties?: string[];
	/** A property, as in `note.category`. */
	readonly groupBy?: string;
}

interface Registration {
	readonly name: string;
	readonly factory: (controller: QueryController, containerEl: HTMLElement) => BasesView;
}

/** Kinds of views of bases; there is no engine behind them: rows are given by whoever tests. */
export class BasesViews {
	private readonly registrations = new Map<string, Registration>();

	constructor(private readonly app: App) {}

	add(id: string, registration: Registration): () => void {
		this.registrations.set(id, registration);
		return () => this.registrations.delete(id);
	}

	ids(): string[] {
		return [...this.registrations.keys()];
	}

	/** Draws a view with these notes as rows and these properties as columns. */
	open(
		id: string,
		paths: readonly string[],
		{ options = {}, properties = [], groupBy }: BasesViewSettings = {},
	): BasesView {
		const registration = this.registrations.get(id);
		if (!registration) throw new Error(`There is no view ${id}`);
		const leaf = this.app.workspace.getLeaf('tab');
		const parent = leaf.view.containerEl.createDiv('bases-view');
		const view = registration.factory(new QueryController(this.app), parent);
		view.config = new BasesViewConfig(registration.name, options, properties);
		const files = paths.flatMap(path => this.app.vault.getFileByPath(path) ?? []);
		const entries = files.map(file => new BasesEntry(this.app, file));
		view.data = new BasesQueryResult(entries, properties, groupBy);
		view.allProperties = properties;
		leaf.view.addChild(view);
		view.onDataUpdated();
		return view;
	}
}
