import { Notice } from 'obsidian';
import type { Command } from 'obsidian';
import { isTemplate, planNoteRefresh } from '../../core/index';
import type { NoteIndex, NotePath, VaultRefresh } from '../../core/index';
import type { Translate } from '../../i18n/index';
import type { AppliedEdits } from '../apply-edits';
import { planRefreshAtPace } from '../plan-refresh-at-pace';
import type { PluginContext } from '../plugin-context';
import { describeUnreadable, startWork } from '../report-failure';
import { describeMap, refreshMaps } from '../refresh-maps';
import { describeMoved } from '../moved-lines';
import { activeNotePath } from './active-note';

type Refused = VaultRefresh['refused'][number];

/** A notice that lists more is read by nobody. */
const MOST_LISTED = 8;

/** Brings the regions of the open note up to date. */
export function refreshNoteCommand(context: PluginContext): Command {
	return {
		id: 'refresh-note',
		name: context.translate('plugin.command.refresh-note'),
		checkCallback: checking => {
			const path = activeNotePath(context);
			if (path === undefined) return false;
			if (!checking) startWork(context.translate, () => refreshNote(context, path));
			return true;
		},
	};
}

/** Brings the regions of all notes up to date, but for those that somebody is typing in. */
export function refreshAllCommand(context: PluginContext): Command {
	return {
		id: 'refresh-all',
		name: context.translate('plugin.command.refresh-all'),
		callback: () => {
			startWork(context.translate, () => refreshAll(context));
		},
	};
}

async function refreshNote(context: PluginContext, path: NotePath): Promise<void> {
	const { writer, translate } = context;
	const refused: Refused[] = [];
	let movedLines = 0;
	const changed = await writer.change(path, (note, index) => {
		if (isTemplate(note)) return [];
		const refresh = planNoteRefresh(index, note);
		movedLines = refresh.kind === 'planned' ? refresh.movedLines : 0;
		if (refresh.kind === 'planned') return refresh.edits;
		refused.push({ path, ...refresh });
		return [];
	});
	const counts = { changed: Number(changed), refused: refused.length };
	const reasons = refused.map(one => describeRefusal(translate, one));
	const moved = describeMoved(translate, changed && movedLines > 0 ? [path] : []);
	const hidden = describeUnreadable(context);
	new Notice(
		[translate('plugin.refresh.done', counts), ...moved, ...hidden, ...reasons].join('\n'),
	);
}

/** Brings all regions up to date, and the canvas, and says what became of it and of what was done before. */
export async function refreshAll(
	context: PluginContext,
	before: Pick<AppliedEdits, 'unsaved' | 'failed'> = { unsaved: [], failed: [] },
): Promise<void> {
	const { writer, translate } = context;
	const index = await writer.readToWrite();
	if (index.notes().length === 0) {
		new Notice(translate('plugin.note.no-notes'));
		return;
	}
	let refused: readonly Refused[] = [];
	let moved: VaultRefresh['moved'] = [];
	const planned = await planRefreshAtPace(index);
	const plan = (current: NoteIndex): VaultRefresh['edits'] => {
		const refresh = planned(current);
		({ refused, moved } = refresh);
		return refresh.edits;
	};
	const { written, ...left } = await writer.apply(plan, { skipUnsaved: true });
	const unsaved = [...new Set([...before.unsaved, ...left.unsaved])];
	const failedNow = left.failed.map(({ path }) => path);
	const failed = [...before.failed.filter(({ path }) => !failedNow.includes(path)), ...left.failed];
	const maps = await refreshMaps(context);
	const untouched = [
		...refused.map(one => describeRefusal(translate, one)),
		...failed.map(({ path, detail }) =>
			translate('plugin.refresh.refused', { path, reason: detail }),
		),
		...maps.flatMap(map => describeMap(translate, map)),
	];
	const drawn = maps.filter(map => map.plan?.kind === 'write');
	const changed = written.length + drawn.length;
	const lines = [translate('plugin.refresh.done', { changed, refused: untouched.length })];
	if (unsaved.length > 0) {
		lines.push(translate('plugin.refresh.unsaved', { count: unsaved.length }));
		lines.push(...unsaved.slice(0, MOST_LISTED));
	}
	const movedIn = moved.map(({ path }) => path).filter(path => written.includes(path));
	lines.push(...describeMoved(translate, movedIn));
	lines.push(...describeUnreadable(context), ...untouched.slice(0, MOST_LISTED));
	new Notice(lines.join('\n'));
}

function describeRefusal(
	translate: Translate,
	{ path, reason, line, source = '' }: Refused,
): string {
	const words = translate(`cli.refresh.reason.${reason}`, { line, source });
	return translate('plugin.refresh.refused', { path, reason: words });
}
