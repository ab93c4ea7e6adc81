// Every command of the plugin that writes, as a reader goes through it.
import manifest from '../../../manifest.json';
import { readFirstRelease } from '../../support/old-release';
import { openInterviewPane } from './interview-pane';
import { until } from './obsidian-like-host';
import type { ObsidianLikeHost } from './obsidian-like-host';
import { FILES, FLINK } from './stream-notes';

type Files = Readonly<Record<string, string>>;

/** A command and how it is gone through, step by step; each step ends where the reader does something. */
export interface WritingCommand {
	readonly name: string;
	/** The vault before. */
	readonly files: Files;
	/** What happens before anything can go wrong. */
	readonly prepare?: (host: ObsidianLikeHost) => Promise<void>;
	/** True if another run does it once more. */
	readonly isRepeated?: boolean;
	/** True if it writes so much that a fault is tried at a few of its operations only. */
	readonly isLong?: boolean;
	/** What the reader does, one after the other; where a screen does not come, the rest is left out. */
	readonly steps: readonly ((host: ObsidianLikeHost) => Promise<void>)[];
}

const RELEASE = readFirstRelease();

/** A few notes of the first release, one of them changed by the reader. */
const OLD: Files = Object.fromEntries(
	['首页.md', '技术/流计算/Flink.md', '概念/背压.md'].map(path => [
		`Stackbook/${path}`,
		`${RELEASE[path] ?? ''}\n我自己的一行\n`,
	]),
);

/** A vault in which every kind of region, a canvas and the attempts of this month stand. */
const LIVED_IN: Files = {
	...FILES,
	'Stackbook/Attempts/2026-10 laptop.md':
		'---\ntype: attempts\ndevice: "laptop"\nmonth: "2026-10"\n---\n\n- 2026-10-01T08:00:00+08:00 · storm-acking · good · 9s · 0/0\n',
};

function start(id: string): (host: ObsidianLikeHost) => Promise<void> {
	return host => {
		host.run(id);
		return Promise.resolve();
	};
}

/** Presses the button that goes on, once it can be pressed. */
async function confirm(): Promise<void> {
	await confirmWithin(60, () => false);
}

/** The same where many notes are read and compared before, unless it is told that this went wrong. */
async function confirmPlan({ notices }: ObsidianLikeHost): Promise<void> {
	const told = notices.length;
	await confirmWithin(600, () => notices.length > told);
}

async function confirmWithin(tries: number, isOver: () => boolean): Promise<void> {
	const button = (): HTMLButtonElement | null => document.querySelector('.mod-cta');
	await untilShown(() => button()?.disabled === false || isOver(), tries);
	button()?.click();
}

async function press(name: string): Promise<void> {
	const button = (): HTMLButtonElement | undefined =>
		[...document.querySelectorAll('button')].find(one => textOf(one) === name);
	await untilShown(() => button() !== undefined);
	button()?.click();
}

function textOf(element: Element): string {
	const copy = element.cloneNode(true) as Element;
	for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove();
	return copy.textContent.trim();
}

/** A screen that a fault kept from coming is not waited for. */
async function untilShown(isShown: () => boolean, most = 60): Promise<void> {
	for (let tries = 0; tries < most && !isShown(); tries++) {
		await new Promise(resolve => void window.setTimeout(resolve, 5));
	}
}

/** Opens the note for reading: what is written goes through the vault. */
async function readFlink(host: ObsidianLikeHost): Promise<void> {
	const file = host.app.vault.getFileByPath(FLINK);
	if (!file) return;
	const { view } = await host.open(FLINK);
	Object.assign(view, { getMode: () => 'preview' });
}

async function ask(host: ObsidianLikeHost): Promise<void> {
	await readFlink(host);
	const pane = openInterviewPane(host);
	await pane.start();
	pane.press('Show the answer');
	await until(() => document.querySelector('.stackbook-ratings') !== null);
}

async function rate(): Promise<void> {
	// A screen takes no press while something is being written.
	await untilShown(() => document.querySelector('[aria-busy="true"]') === null);
	await press('good');
	await untilShown(() => document.querySelector('.stackbook-outcome') !== null);
}

async function end(host: ObsidianLikeHost): Promise<void> {
	await ask(host);
	await rate();
	await press('Next question');
	await press('Finish');
	await untilShown(() => (document.body.textContent ?? '').includes('The interview is over'));
}

async function typeTitle(): Promise<void> {
	await untilShown(() => document.querySelector('.modal-container input') !== null);
	const input = document.querySelector<HTMLInputElement>('.modal-container input');
	if (!input) return;
	input.value = 'Apache Samza';
	input.dispatchEvent(new Event('input'));
}

/** The plugin's commands that write; `undo-update` is added by who has run an update. */
export const WRITING_COMMANDS: readonly WritingCommand[] = [
	{
		name: 'refresh all',
		files: LIVED_IN,
		steps: [start('refresh-all')],
	},
	{
		name: 'refresh this note',
		files: LIVED_IN,
		prepare: readFlink,
		steps: [start('refresh-note')],
	},
	{
		name: 'add backlinks',
		files: LIVED_IN,
		steps: [start('add-backlinks')],
	},
	{
		name: 'draw the canvas',
		files: LIVED_IN,
		steps: [start('draw-canvas')],
	},
	{
		name: 'track the questions',
		files: { ...LIVED_IN, [FLINK]: `${LIVED_IN[FLINK] ?? ''}\n## Problems\n\n### Why so slow?\n` },
		prepare: readFlink,
		steps: [start('track-note')],
	},
	{
		name: 'new technology',
		files: LIVED_IN,
		steps: [start('new-technology'), typeTitle, confirm],
	},
	{
		name: 'rate an answer',
		isRepeated: true,
		files: LIVED_IN,
		prepare: ask,
		steps: [rate],
	},
	{
		name: 'save the interview',
		isRepeated: true,
		files: LIVED_IN,
		prepare: end,
		steps: [() => press('Save as a note')],
	},
	{
		name: 'update the notes',
		isLong: true,
		files: OLD,
		steps: [start('update-notes'), confirmPlan],
	},
	{
		name: 'install the notes',
		isLong: true,
		files: { 'Mine.md': 'mine\n' },
		steps: [start('install-notes'), confirmPlan],
	},
];

/** Takes an update back; needs the files that one left, hidden ones too. */
export function undoCommand(files: Files): WritingCommand {
	return {
		name: 'take the update back',
		isLong: true,
		files,
		steps: [start('undo-update'), confirmPlan],
	};
}

/** A text without what differs from run to run: times, and seconds. */
export function timeless(text: string): string {
	return text
		.replace(/\d{4}-\d\d-\d\d[T ]\d\d:?\d\d(?::?\d\d)?(?:Z|[+-]\d\d:\d\d)?/g, 'TIME')
		.replace(/ · \d+s · /g, ' · 0s · ')
		.replaceAll(manifest.version, 'VERSION');
}
