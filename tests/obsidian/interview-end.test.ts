/** @jest-environment jsdom */
// The last screen of an interview, in the built main.js in an Obsidian-like host, not in Obsidian.
import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import {
	answer,
	BARRIERS,
	finishAfterOne,
	linkNames,
	linkOf,
	openFlink,
	SAVEPOINT,
	untilOver,
	WATERMARK,
} from './support/flink-interview';
import type { Opened } from './support/flink-interview';
import { until } from './support/obsidian-like-host';
import type { ObsidianLikeHost } from './support/obsidian-like-host';
import { FILES, FLINK } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => document.body.replaceChildren());

const APACHE = 'Stackbook/Streams/Apache Flink.md';

async function finished(rating?: string, files = FILES): Promise<Opened> {
	const opened = await openFlink(built, files);
	await finishAfterOne(opened, rating);
	return opened;
}

async function rename({ app }: ObsidianLikeHost, path: string, to: string): Promise<void> {
	const file = app.vault.getFileByPath(path);
	if (file) await app.vault.rename(file, to);
}

async function trash({ app }: ObsidianLikeHost, path: string): Promise<void> {
	const file = app.vault.getFileByPath(path);
	if (file) await app.fileManager.trashFile(file);
}

function frontPath({ app }: ObsidianLikeHost): string | undefined {
	return app.workspace.getActiveFile()?.path;
}

function buttonNames(): string[] {
	return [...document.querySelectorAll<HTMLElement>('.stackbook-view button')]
		.filter(button => !button.closest('[hidden]'))
		.map(({ firstElementChild }) => firstElementChild?.textContent ?? '');
}

function savedPaths(host: ObsidianLikeHost): string[] {
	return Object.keys(host.texts()).filter(path => path.includes('/Interviews/'));
}

describe('what to read next', () => {
	test('is opened by its link', async () => {
		const { host } = await finished();
		await host.open('Stackbook/Home.md');
		linkOf('Flink').click();
		await until(() => frontPath(host) === FLINK);
	});

	test('is followed through a rename', async () => {
		const { host } = await finished();
		const files = Object.keys(host.texts()).length;
		await rename(host, FLINK, APACHE);
		await host.open('Stackbook/Home.md');
		linkOf('Flink').click();
		await until(() => frontPath(host) === APACHE);
		await until(() => linkNames().includes('Apache Flink'));
		expect(Object.keys(host.texts())).toHaveLength(files);
	});

	test('is said to be gone when it is, and nothing is made in its place', async () => {
		const { host } = await finished();
		const openLinkText = jest.spyOn(host.app.workspace, 'openLinkText');
		const link = linkOf('Flink');
		await trash(host, FLINK);
		link.click();
		await until(() => host.notices.length > 0);
		expect(host.notices).toEqual([`${FLINK} is not there any more.`]);
		expect(openLinkText).not.toHaveBeenCalled();
		await until(() => !linkNames().includes('Flink'));
	});
});

describe('a question that was missed', () => {
	const written = 'Why **exactly** [[Flink]]?';
	const files = { ...FILES, [FLINK]: (FILES[FLINK] ?? '').replace(BARRIERS, written) };

	test('is a link in its own marks, without links of its own', async () => {
		await finished('again', files);
		await until(() => linkNames().includes(written));
		expect(linkOf(written).querySelector('a')).toBeNull();
	});

	test('has the points that were missed below it, drawn as the answer draws them', async () => {
		const point = 'Barriers `part` the **stream**';
		const text = files[FLINK]?.replace('Barriers part the stream', point) ?? '';
		const { host } = await finished('again', { ...files, [FLINK]: text });
		await until(() => host.rendered.has(point));
		const drawn = [...document.querySelectorAll('.stackbook-missed li')];
		expect(drawn.map(({ textContent }) => textContent)).toEqual([
			point,
			'Inputs wait for each other',
			'State is written apart',
		]);
	});

	test('opens where it stands now', async () => {
		const { host } = await finished();
		await rename(host, FLINK, APACHE);
		const [leaf] = host.app.workspace.getLeavesOfType('markdown');
		if (!leaf?.view) throw new Error('The note is not open');
		const show = jest.spyOn(leaf.view, 'setEphemeralState');
		await host.open('Stackbook/Home.md');
		linkOf(BARRIERS).click();
		await until(() => show.mock.calls.length > 0);
		const line = (FILES[FLINK] ?? '').split('\n').findIndex(text => text.includes(BARRIERS));
		expect([line, line + 1]).toContain((show.mock.calls[0]?.[0] as { line: number }).line);
	});

	test('is said to be gone when it is', async () => {
		const { host } = await finished();
		const link = linkOf(BARRIERS);
		await trash(host, FLINK);
		link.click();
		await until(() => host.notices.length > 0);
		expect(host.notices).toEqual([expect.stringContaining('flink-alignment')]);
	});
});

describe('the summary', () => {
	test('is saved once, also after a restart, and its note is a link', async () => {
		const { host, pane } = await finished();
		expect(buttonNames()).toContain('Save as a note');
		pane.press('Save as a note');
		await until(() => savedPaths(host).length > 0 && linkNames().some(isSaved));
		expect(buttonNames()).not.toContain('Save as a note');
		await pane.restart({});
		expect(buttonNames()).not.toContain('Save as a note');
		await host.open('Stackbook/Home.md');
		linkOf(linkNames().find(isSaved) ?? '').click();
		await until(() => frontPath(host) === savedPaths(host)[0]);
		expect(savedPaths(host)).toHaveLength(1);
		expect(host.text(savedPaths(host)[0] ?? '')).toMatch(
			/## Ask next\n\n.*flink-alignment.*\n.*flink-savepoint.*\n.*flink-watermark/,
		);
	});

	test('can be saved again when its note is deleted, and is another one after an undo', async () => {
		const opened = await finished();
		const { host, pane } = opened;
		pane.press('Save as a note');
		await until(() => linkNames().some(isSaved));
		await rename(host, savedPaths(host)[0] ?? '', 'Stackbook/Interviews/Mine.md');
		await until(() => linkNames().includes('Saved: Mine'));
		await trash(host, 'Stackbook/Interviews/Mine.md');
		await until(() => buttonNames().includes('Save as a note'));
		pane.press('Save as a note');
		await until(() => linkNames().some(isSaved));
		pane.press('Undo the rating');
		await until(() => document.querySelector('.stackbook-ratings') !== null);
		expect(pane.state()['savedAs']).toBeUndefined();
	});

	test('that is not saved is there again after its pane was closed, until it is', async () => {
		const opened = await finished();
		const { host, pane } = opened;
		await pane.close();
		expect(host.run('continue-interview')).toBe(true);
		await untilOver(opened);
		pane.press('Save as a note');
		await until(() => linkNames().some(isSaved));
		expect(host.run('continue-interview')).toBe(false);
	});

	test('that is not saved is not replaced without asking', async () => {
		const opened = await finished();
		const { host, pane } = opened;
		await pane.close();
		host.run('start-interview');
		await until(() => document.querySelector('.modal-container') !== null);
		expect(document.body.textContent).toContain('The last interview is not saved');
		pane.press('Show its end');
		await untilOver(opened);
		host.run('start-interview');
		await until(() => document.querySelector('.modal-container') !== null);
		pane.press('Begin anew');
		await until(() => document.querySelector('.stackbook-fits') !== null);
		expect(host.run('continue-interview')).toBe(false);
	});

	test('of an interview in which nothing was answered is nothing to keep', async () => {
		const opened = await openFlink(built);
		await opened.pane.start();
		opened.pane.press('Finish');
		await untilOver(opened);
		expect(opened.host.run('continue-interview')).toBe(false);
		expect(buttonNames()).not.toContain('Save as a note');
	});
});

describe('the way on', () => {
	test('leads back to the question before which somebody finished', async () => {
		const opened = await finished();
		const { pane } = opened;
		pane.press('Go on with question 2');
		await until(() => pane.prompt() === SAVEPOINT);
		expect(pane.text()).toContain('2 of 3');
		pane.press('Undo the rating');
		await until(() => pane.prompt() === BARRIERS);
	});

	test('leads not back when every question had its turn', async () => {
		const opened = await openFlink(built);
		const { pane } = opened;
		await pane.start();
		pane.press('Skip');
		await until(() => pane.prompt() === SAVEPOINT);
		pane.press('Skip');
		await until(() => pane.prompt() === WATERMARK);
		await answer(opened, 'good');
		pane.press('To the end');
		await untilOver(opened);
		expect(buttonNames().join()).not.toContain('Go on');
	});

	test('«Ask more» asks what was not asked', async () => {
		const opened = await finished();
		const { pane } = opened;
		pane.press('Ask more');
		await until(() => pane.prompt() === SAVEPOINT);
		expect(pane.text()).toContain('1 of 2');
		pane.press('Skip');
		await until(() => pane.prompt() === WATERMARK);
	});

	test('«Ask more» leads to the start screen when everything was asked', async () => {
		const opened = await finished();
		const { pane } = opened;
		pane.press('Go on with question 2');
		for (const prompt of [SAVEPOINT, WATERMARK]) {
			await until(() => pane.prompt() === prompt && pane.field() !== null);
			await answer(opened, 'good');
			pane.press(prompt === SAVEPOINT ? 'Next question' : 'To the end');
		}
		await untilOver(opened);
		pane.press('Ask more');
		await until(() => document.querySelector('.stackbook-fits') !== null);
	});
});

function isSaved(name: string | null): boolean {
	return name?.startsWith('Saved: Interview ') ?? false;
}
