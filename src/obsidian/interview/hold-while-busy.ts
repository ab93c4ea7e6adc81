import type { Component } from 'obsidian';
import { elementOf } from '../element-of';
import type { Turn } from './turn';

/** Whoever waits longer than this, in milliseconds, is told what for. */
const PATIENCE = 400;

interface BusyScreen {
	/** What takes no press meanwhile. */
	readonly screen: HTMLElement;
	/** Where it is said. */
	readonly line: HTMLElement;
	readonly words: string;
}

/**
 * While something is being written, a screen takes no press: the question that it would leave has no result yet. Its
 * controls keep the focus, for when the writing fails they are wanted again. Links change nothing and go on.
 */
export function holdWhileBusy(
	owner: Component,
	turn: Turn,
	{ screen, line, words }: BusyScreen,
): void {
	let timer: number | undefined;
	const show = (): void => {
		window.clearTimeout(timer);
		const isBusy = turn.isTaken();
		screen.setAttribute('aria-busy', String(isBusy));
		if (isBusy) timer = window.setTimeout(() => line.setText(words), PATIENCE);
		else line.setText('');
	};
	show();
	owner.register(turn.listen(show));
	owner.register(() => window.clearTimeout(timer));
	owner.registerDomEvent(
		screen,
		'click',
		event => {
			if (!turn.isTaken() || elementOf(event.target)?.closest('a')) return;
			event.preventDefault();
			event.stopImmediatePropagation();
		},
		{ capture: true },
	);
}
