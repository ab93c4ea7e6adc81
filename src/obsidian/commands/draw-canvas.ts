import { Notice } from 'obsidian';
import type { Command } from 'obsidian';
import { notesOfType, planCanvas } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { describeUnreadable, startWork } from '../report-failure';
import { describeMap, refreshCanvas } from '../refresh-maps';

/** Draws all technologies with their relations on a canvas beside the home note, and opens it. */
export function drawCanvasCommand(context: PluginContext): Command {
	return {
		id: 'draw-canvas',
		name: context.translate('plugin.command.draw-canvas'),
		callback: () => startWork(context.translate, () => drawCanvas(context)),
	};
}

async function drawCanvas(context: PluginContext): Promise<void> {
	const { app, writer, translate } = context;
	const index = await writer.readToWrite();
	if (notesOfType(index, 'technology').length === 0) {
		new Notice(translate('plugin.note.no-notes'));
		return;
	}
	const outcome = await refreshCanvas(context);
	const { path, plan } = outcome;
	const fresh = planCanvas(index);
	const draws = plan === undefined && fresh.kind === 'write';
	const isNew = draws && (await writer.create(path, fresh.text));
	const lines = isNew ? [translate('plugin.canvas.drawn', { path })] : [];
	if (plan?.kind === 'foreign' || (draws && !isNew))
		lines.push(translate('plugin.canvas.foreign', { path }));
	lines.push(...describeUnreadable(context));
	for (const line of [...lines, ...describeMap(translate, outcome)]) new Notice(line);
	const file = app.vault.getFileByPath(path);
	if (file) await app.workspace.getLeaf('tab').openFile(file);
}
