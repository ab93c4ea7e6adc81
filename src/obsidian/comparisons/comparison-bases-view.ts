import { BasesView, Keymap } from 'obsidian';
import type { BasesEntry, BasesPropertyId, Plugin, QueryController, Value } from 'obsidian';
import { proofsOf } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';

/** The type of the view in a `.base` file. */
const COMPARISON_VIEW = 'stackbook-comparison';

/** Adds to Bases a table that is turned: a column for each note, a row for each property. */
export function registerComparisonBasesView(plugin: Plugin, context: PluginContext): void {
	const { translate } = context;
	// False where Bases is switched off: then the other views of a base are all there is, and nothing breaks.
	plugin.registerBasesView(COMPARISON_VIEW, {
		name: translate('plugin.compare.bases-view'),
		icon: 'table-properties',
		factory: (controller, parent) => new ComparisonBasesView(controller, parent, context),
		options: () => [
			{
				type: 'toggle',
				key: 'onlyDifferences',
				displayName: translate('plugin.compare.only-differences'),
				default: false,
			},
		],
	});
}

interface Row {
	readonly property: BasesPropertyId;
	readonly values: readonly (Value | null)[];
}

/** A drawn value, whose note may say where it proves it. */
interface DrawnValue {
	readonly cell: HTMLElement;
	readonly path: string;
	readonly criterion: string;
}

class ComparisonBasesView extends BasesView {
	override type = COMPARISON_VIEW;
	private readonly rootEl: HTMLElement;

	constructor(
		controller: QueryController,
		parent: HTMLElement,
		private readonly context: PluginContext,
	) {
		super(controller);
		this.rootEl = parent.createDiv({ cls: 'stackbook-table stackbook-bases' });
		this.registerDomEvent(this.rootEl, 'click', event => this.openLink(event));
	}

	override onunload(): void {
		super.onunload();
		this.rootEl.remove();
	}

	override onDataUpdated(): void {
		this.rootEl.empty();
		const drawn: DrawnValue[] = [];
		for (const { key, entries, hasKey } of this.groups()) {
			if (hasKey) this.rootEl.createEl('h4', { text: key });
			drawn.push(...this.drawTable(entries));
		}
		startWork(this.context.translate, () => this.addProofs(drawn));
	}

	/** Notes are read after the values stand; cells of a table that is gone by then are in no page. */
	private async addProofs(drawn: readonly DrawnValue[]): Promise<void> {
		const index = await this.context.notes.read();
		const text = this.context.translate('plugin.compare.proof');
		for (const { cell, path, criterion } of drawn) {
			const note = index.find(path);
			const subpath = note && proofsOf(note).get(criterion);
			if (subpath === undefined) continue;
			const href = `${path}#${subpath}`;
			cell.appendText(' ');
			cell.createEl('a', { cls: 'internal-link', text, attr: { href, 'data-href': href } });
		}
	}

	private groups(): { key: string; hasKey: boolean; entries: readonly BasesEntry[] }[] {
		return this.data.groupedData.map(group => ({
			...{ key: group.key?.toString() ?? '', hasKey: group.hasKey() },
			entries: group.entries,
		}));
	}

	/** Answers the values of the notes' own properties that say something. */
	private drawTable(entries: readonly BasesEntry[]): DrawnValue[] {
		const drawn: DrawnValue[] = [];
		const { translate } = this.context;
		const table = this.rootEl.createEl('table');
		const head = table.createEl('thead').createEl('tr');
		head.createEl('th', { text: translate('plugin.compare.criterion'), attr: { scope: 'col' } });
		for (const { file } of entries) {
			const attr = { href: file.path, 'data-href': file.path };
			const cell = head.createEl('th', { attr: { scope: 'col' } });
			cell.createEl('a', { cls: 'internal-link', text: file.basename, attr });
		}
		const body = table.createEl('tbody');
		for (const { property, values } of this.rowsOf(entries)) {
			const row = body.createEl('tr');
			const text = this.config.getDisplayName(property);
			row.createEl('th', { text, attr: { scope: 'row' } });
			const criterion = /^note\.(.+)$/.exec(property)?.[1];
			values.forEach((value, i) => {
				const cell = row.createEl('td');
				this.drawValue(cell, value);
				const path = entries[i]?.file.path;
				if (criterion === undefined || path === undefined || textOf(value) === '') return;
				drawn.push({ cell, path, criterion });
			});
		}
		return drawn;
	}

	/** The notes' names stand above the columns: a row of them would say it twice. */
	private rowsOf(entries: readonly BasesEntry[]): Row[] {
		const isName = (property: string): boolean =>
			property === 'file.name' || property === 'file.basename';
		const onlyDifferences = this.config.get('onlyDifferences') === true;
		return this.config
			.getOrder()
			.filter(property => !isName(property))
			.map(property => ({ property, values: entries.map(entry => entry.getValue(property)) }))
			.filter(
				({ values }) => !onlyDifferences || new Set(values.map(value => textOf(value))).size > 1,
			);
	}

	private drawValue(cell: HTMLElement, value: Value | null): void {
		if (textOf(value) === '') {
			cell.addClass('stackbook-unknown');
			cell.setText(this.context.translate('plugin.compare.unknown'));
		} else value?.renderTo(cell, this.app.renderContext);
	}

	private openLink(event: MouseEvent): void {
		const link = (event.target as Node).instanceOf(HTMLElement)
			? (event.target as HTMLElement).closest('a.internal-link')
			: null;
		const target = link?.getAttribute('data-href');
		if (!target || event.defaultPrevented) return;
		event.preventDefault();
		void this.app.workspace.openLinkText(target, '', Keymap.isModEvent(event));
	}
}

function textOf(value: Value | null): string {
	return value?.toString().trim() ?? '';
}
