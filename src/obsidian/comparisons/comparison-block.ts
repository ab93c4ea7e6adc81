import { MarkdownRenderChild } from 'obsidian';
import type { Plugin } from 'obsidian';
import { buildComparison, comparisonOfBlock } from '../../core/index';
import type { ComparisonRequest, NoteIndex } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { createLiveTable } from './live-table';
import type { LiveTable } from './live-table';

/** Draws `stackbook` blocks: a comparison to try things out on, which follows the notes. */
export function registerComparisonBlock(plugin: Plugin, context: PluginContext): void {
	plugin.registerMarkdownCodeBlockProcessor('stackbook', (source, element, place) => {
		place.addChild(new ComparisonBlock(element, context, { source, sourcePath: place.sourcePath }));
	});
}

interface BlockPlace {
	readonly source: string;
	readonly sourcePath: string;
}

class ComparisonBlock extends MarkdownRenderChild {
	private readonly messageEl: HTMLElement;
	private table: LiveTable | undefined;

	constructor(
		element: HTMLElement,
		private readonly context: PluginContext,
		private readonly place: BlockPlace,
	) {
		super(element);
		element.addClass('stackbook-block');
		this.messageEl = element.createDiv({ cls: 'stackbook-meta' });
	}

	override onload(): void {
		this.register(this.context.notes.onChange(() => this.draw()));
		this.draw();
	}

	private draw(): void {
		const { translate, notes } = this.context;
		startWork(translate, async () => {
			const index = await notes.read();
			const request = comparisonOfBlock(index, this.place.source, this.place.sourcePath);
			this.messageEl.setText(this.messageOf(request));
			if (request && request.alternatives.length > 0) this.showTable(index, request);
		});
	}

	private messageOf(request: ComparisonRequest | undefined): string {
		const { translate } = this.context;
		if (!request) return translate('plugin.compare.block-unreadable');
		const { alternatives, missing, unstated } = request;
		const names = (list: readonly string[]): string => list.join(', ');
		if (missing.length === 0 && alternatives.length === 0) {
			return translate('plugin.compare.block-empty');
		}
		return [
			missing.length > 0 ? translate('plugin.compare.missing', { names: names(missing) }) : '',
			unstated.length > 0 ? translate('plugin.compare.unstated', { names: names(unstated) }) : '',
		]
			.filter(Boolean)
			.join(' ');
	}

	private showTable(index: NoteIndex, request: ComparisonRequest): void {
		const { alternatives, criteria, layout, onlyDifferences } = request;
		this.table ??= createLiveTable(this.containerEl, {
			...{ context: this.context, component: this, isInNote: true },
			...{ layout, onlyDifferences },
		});
		const comparison = buildComparison(alternatives, { criteria });
		this.table.show({ comparison, index, sourcePath: this.place.sourcePath });
	}
}
