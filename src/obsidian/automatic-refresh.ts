import { Notice } from 'obsidian';
import type { Plugin, TAbstractFile } from 'obsidian';
import {
	applyEdits,
	findAffectedRegions,
	isTemplate,
	planNoteInSteps,
	planNoteRefresh,
} from '../core/index';
import type {
	Note,
	NoteIndex,
	NotePath,
	NoteRefresh,
	RegionChoice,
	TextEdit,
	VaultEdit,
} from '../core/index';
import type { Translate } from '../i18n/index';
import { describeError } from './apply-edits';
import { createPace } from './at-pace';
import type { Pace } from './at-pace';
import { describeMoved } from './moved-lines';
import type { PluginContext } from './plugin-context';
import { addChange, delayOf } from './refresh-timing';
import type { WaitingChanges } from './refresh-timing';
import { refreshMaps } from './refresh-maps';
import { createRewriteGuard } from './rewrite-guard';
import { isInFolder } from './vault-folder';

/** How soon it is asked again whether a dialog is still open, in milliseconds. */
const DIALOG_PAUSE = 1_000;

/** Brings regions up to date after notes changed, from the first change on until the plugin is unloaded. */
export function followChanges(plugin: Plugin, context: PluginContext): void {
	const { workspace, vault, metadataCache } = context.app;
	const refresh = new AutomaticRefresh(context);
	plugin.register(() => refresh.stop());
	workspace.onLayoutReady(() => {
		if (refresh.isStopped) return;
		const changed = ({ path }: TAbstractFile): void => refresh.noteChange(path);
		plugin.registerEvent(vault.on('create', changed));
		plugin.registerEvent(vault.on('modify', changed));
		plugin.registerEvent(vault.on('delete', changed));
		plugin.registerEvent(
			vault.on('rename', ({ path }, oldPath) => {
				refresh.noteChange(oldPath, true);
				refresh.noteChange(path, true);
			}),
		);
		plugin.registerEvent(metadataCache.on('resolved', () => refresh.noteResolved()));
	});
}

/** The rounds of one session. A round is short of writing whenever something speaks against it: the next one comes. */
class AutomaticRefresh {
	isStopped = false;
	private waiting: WaitingChanges | undefined;
	private timer: number | undefined;
	private isRunning = false;
	/** Notes to look at again: somebody typed in them, a rename came in between, or they could not be written. */
	private readonly left = new Set<NotePath>();
	private areMapsLeft = false;
	/** The note that is being written: that it changes is no news. */
	private writing: NotePath | undefined;
	private readonly guard = createRewriteGuard();
	/** Notes in which lines of the reader moved out of a region in this round. */
	private readonly moved = new Set<NotePath>();
	/** What was told already. */
	private readonly told = new Set<string>();

	constructor(private readonly context: PluginContext) {}

	stop(): void {
		this.isStopped = true;
		window.clearTimeout(this.timer);
	}

	noteChange(path: string, isRename = false): void {
		const { settings } = this.context;
		if (path === this.writing || !isInFolder(path, settings.folder())) return;
		// What changes meanwhile stands in the journal, for the first change after the setting is on again.
		if (!settings.automaticRefresh()) return;
		this.waiting = addChange(this.waiting, performance.now(), isRename);
		this.schedule();
	}

	noteResolved(): void {
		if (this.waiting?.renamed === undefined || this.waiting.isResolved) return;
		this.waiting = { ...this.waiting, isResolved: true };
		this.schedule();
	}

	private schedule(pause = 0): void {
		window.clearTimeout(this.timer);
		if (this.isStopped || this.isRunning || !this.waiting) return;
		const delay = Math.max(pause, delayOf(this.waiting, performance.now()));
		this.timer = window.setTimeout(() => void this.begin(), delay);
	}

	private async begin(): Promise<void> {
		// The app may be asking whether links shall follow; what it will write then, it has looked up already.
		if (this.waiting?.renamed !== undefined && activeDocument.querySelector('.modal-container')) {
			this.schedule(DIALOG_PAUSE);
			return;
		}
		this.waiting = undefined;
		if (!this.context.settings.automaticRefresh()) return;
		this.isRunning = true;
		try {
			await this.refresh();
		} catch (error) {
			this.tellOnce('', 'plugin.error', { detail: describeError(error) });
		} finally {
			this.tellMoved();
			this.isRunning = false;
			this.schedule();
		}
	}

	private async refresh(): Promise<void> {
		const { notes } = this.context;
		const index = await notes.read();
		const pace = createPace();
		const { notes: affected, maps } = await pace(findAffectedRegions(index, notes.changes.take()));
		const chosen = new Map(affected);
		for (const path of this.left) chosen.set(path, 'all');
		this.left.clear();
		this.areMapsLeft ||= maps;
		for (const [path, choice] of chosen) {
			if (!this.mayGoOn()) this.left.add(path);
			else await this.refreshNote({ index, path, choice, pace });
		}
		if (!this.areMapsLeft || !this.mayGoOn()) return;
		await this.followMaps();
		this.areMapsLeft = false;
	}

	/** The canvas of the stack and the bases follow too, where there are any; changed by hand, they stay as they are. */
	private async followMaps(): Promise<void> {
		const beforeWrite = (path: string): void => void (this.writing = path);
		await refreshMaps(this.context, { beforeWrite }).finally(() => {
			this.writing = undefined;
		});
	}

	/** A rename in the middle of a round ends the writing. */
	private mayGoOn(): boolean {
		const isOn = !this.isStopped && this.context.settings.automaticRefresh();
		return isOn && this.waiting?.renamed === undefined;
	}

	private async refreshNote({ index, path, choice, pace }: NoteWork): Promise<void> {
		const note = index.find(path);
		if (!note || isTemplate(note)) return;
		let plan = this.readPlan(note, await pace(planNoteInSteps(index, note, choice)));
		if (plan.edits.length === 0) return;
		const planAgain = (current: NoteIndex): VaultEdit[] => {
			const found = current.find(path);
			// On the same reading it has been planned, step by step; all at once it could take long.
			if (found !== note) plan = found ? this.planNote(current, found) : NOTHING;
			return plan.edits.length > 0 ? [{ kind: 'change', path, edits: plan.edits }] : [];
		};
		this.writing = path;
		const { writer, notes, app } = this.context;
		const isKnown = notes.changes.has(path);
		const applied = await writer
			.apply(planAgain, { skipUnsaved: true })
			.finally(() => (this.writing = undefined));
		if (applied.unsaved.length > 0) this.left.add(path);
		// A note that is gone is no failure.
		if (app.vault.getFileByPath(path)) {
			for (const { detail } of applied.failed) {
				this.left.add(path);
				this.tellFailure(path, detail);
			}
		}
		if (applied.written.length === 0) return;
		const written = index.find(path);
		if (written) this.noteWritten(written, plan);
		// What was written here, and nothing else, is no change to follow.
		const isOurs = written?.text === applyEdits(note.text, plan.edits);
		if (isOurs && !isKnown && plan.movedLines === 0) notes.changes.forget(path);
	}

	private noteWritten(note: Note, plan: NotePlan): void {
		const now = performance.now();
		for (const region of note.structure.regions) {
			const found = plan.found.get(region.name);
			if (found === undefined) continue;
			this.guard.wrote(placeOf(note, region), { found, written: textOf(note, region), now });
		}
		// Lines of the reader that left a region count from now on.
		if (plan.movedLines === 0) return;
		this.moved.add(note.path);
		this.waiting ??= addChange(undefined, now, false);
	}

	/** One notice for a round, and none for a note that was named before: two devices may answer each other. */
	private tellMoved(): void {
		const news = [...this.moved].filter(path => !this.told.has(`moved ${path}`));
		this.moved.clear();
		for (const path of news) this.told.add(`moved ${path}`);
		for (const words of describeMoved(this.context.translate, news)) new Notice(words);
	}

	private planNote(index: NoteIndex, note: Note): NotePlan {
		return isTemplate(note) ? NOTHING : this.readPlan(note, planNoteRefresh(index, note));
	}

	/** What to write into a note, without the regions that something else keeps writing. */
	private readPlan(note: Note, planned: NoteRefresh): NotePlan {
		if (planned.kind !== 'planned') return NOTHING;
		const found = new Map<string, string>();
		const edits = planned.edits.filter(({ range }) => {
			const region = note.structure.regions.find(one => one.range.start === range.start);
			if (!region || this.isLeftAlone(note, region)) return false;
			found.set(region.name, textOf(note, region));
			return true;
		});
		return { edits, movedLines: planned.movedLines, found };
	}

	private isLeftAlone(note: Note, region: Region): boolean {
		const place = placeOf(note, region);
		if (!this.guard.isTooMuch(place, textOf(note, region), performance.now())) return false;
		this.guard.leave(place);
		this.tellOnce(`left ${note.path}`, 'plugin.automatic.left-alone', { path: note.path });
		return true;
	}

	private tellFailure(path: NotePath, detail: string): void {
		this.tellOnce(`failed ${path}`, 'plugin.automatic.failed', { path, detail });
	}

	/** Nobody asked for this work: what goes wrong in it is told once. */
	private tellOnce(...[matter, key, values]: [string, ...Parameters<Translate>]): void {
		if (this.told.has(matter)) return;
		this.told.add(matter);
		new Notice(this.context.translate(key, values));
	}
}

type Region = Note['structure']['regions'][number];

/** Some regions of a note, to be brought up to date at the pace of a round. */
interface NoteWork {
	readonly index: NoteIndex;
	readonly path: NotePath;
	readonly choice: RegionChoice;
	readonly pace: Pace;
}

/** Edits of one note, with what stands in the regions that they change. */
interface NotePlan {
	readonly edits: readonly TextEdit[];
	readonly movedLines: number;
	readonly found: ReadonlyMap<string, string>;
}

const NOTHING: NotePlan = { edits: [], movedLines: 0, found: new Map() };

function placeOf({ path }: Note, { name }: Region): string {
	return `${path}\n${name}`;
}

function textOf({ text }: Note, { range }: Region): string {
	return text.slice(range.start, range.end);
}
