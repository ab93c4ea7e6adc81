import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { FileStore } from '../page/vault/store-bridge';
import type { HostServer } from './host-server';
import { heapSize, measure } from './measurement';
import type { Cost } from './measurement';

/** What a host consists of on this side. */
export interface HostParts {
	readonly page: Page;
	readonly context: BrowserContext;
	readonly session: CDPSession;
	readonly server: HostServer;
	readonly store: FileStore;
	/** Filled with whatever goes wrong in the page. */
	readonly errors: string[];
}

/** A running app with the plugin in it. */
export class Host {
	readonly page: Page;

	constructor(private readonly parts: HostParts) {
		this.page = parts.page;
	}

	/** Runs a command by its whole id; false if it is not offered now. */
	runCommand(id: string): Promise<boolean> {
		return this.page.evaluate(wanted => window.host.runCommand(wanted), id);
	}

	/** The commands that are offered now. */
	commands(): Promise<{ id: string; name: string }[]> {
		return this.page.evaluate(() => window.host.listCommands());
	}

	/** Opens the palette with its keys, types, and answers what it suggests. */
	async searchPalette(query: string): Promise<string[]> {
		await this.page.keyboard.press('Control+p');
		await this.page.locator('.prompt-input').fill(query);
		const names = await this.page.locator('.prompt .suggestion-item').allTextContents();
		await this.page.keyboard.press('Escape');
		return names;
	}

	/** Opens a note, for writing or reading. */
	async openNote(
		path: string,
		options: { mode?: 'source' | 'preview'; newTab?: boolean } = {},
	): Promise<void> {
		await this.page.evaluate(([file, mode, newTab]) => window.host.openNote(file, mode, newTab), [
			path,
			options.mode,
			options.newTab,
		] as const);
	}

	/** The text of a file as it is stored. */
	text(path: string): Promise<string> {
		return this.parts.store.read(path);
	}

	/** Paths of the notes that the plugin read since the app started, in their order. */
	readByPlugin(): Promise<readonly string[]> {
		return this.page.evaluate(() => window.app.vault.readByPlugin);
	}

	/** Paths of all files, hidden ones left out. */
	async paths(): Promise<string[]> {
		const entries = await this.parts.store.list();
		return entries
			.filter(({ path, type }) => type === 'file' && !/(^|\/)\./.test(path))
			.map(({ path }) => path);
	}

	/** The text in the editor in front, saved or not. */
	editorText(): Promise<string | null> {
		return this.page.evaluate(() => window.host.editorText());
	}

	/** Writes a file as sync does: the app hears of it afterwards. */
	async writeOutside(path: string, text: string): Promise<void> {
		const { store } = this.parts;
		const kind = (await store.stat(path)) ? 'modify' : 'create';
		const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
		if (folder !== '') await store.makeFolder(folder);
		const stat = await store.write(path, text);
		const change = { kind, entry: { path, type: 'file', stat, text } } as const;
		await this.page.evaluate(given => window.host.applyOutsideChange(given), change);
	}

	/** Deletes a file as sync does. */
	async deleteOutside(path: string): Promise<void> {
		await this.parts.store.remove(path);
		const change = { kind: 'delete', path } as const;
		await this.page.evaluate(given => window.host.applyOutsideChange(given), change);
	}

	/** Renames as the app's file list does: links follow. */
	async rename(path: string, newPath: string): Promise<void> {
		await this.page.evaluate(([from, to]) => window.host.rename(from, to), [
			path,
			newPath,
		] as const);
	}

	/** Puts the cursor into the editor in front, line and column from 0, and types. */
	async type(text: string, line = 0, ch = 0): Promise<void> {
		await this.page.evaluate(([a, b]) => window.host.setCursor(a, b), [line, ch] as const);
		await this.page.keyboard.type(text);
	}

	/** Kept when the cache of notes is up to date. */
	async whenQuiet(): Promise<void> {
		await this.page.evaluate(() => window.host.whenQuiet());
	}

	/** Ends the app and starts it again with the same files, layout and settings; a crash ends it without a word. */
	async reload({ crash = false }: { crash?: boolean } = {}): Promise<void> {
		if (!crash) await this.page.evaluate(() => window.host.quit());
		await this.page.reload();
		await waitForStart(this.page);
	}

	/** Everything that notices said since the app started. */
	async notices(): Promise<readonly string[]> {
		return this.page.evaluate(() => window.host.notices());
	}

	/** Addresses outside the vault that were asked for. */
	openedAddresses(): Promise<readonly string[]> {
		return this.page.evaluate(() => window.host.openedAddresses());
	}

	/** Links to notes that were clicked and that nobody opened. */
	unheardLinks(): Promise<string[]> {
		return this.page.evaluate(() => window.host.unheardLinks);
	}

	/** Calls a handler of the app's own command line. */
	invokeCli(name: string, params: Record<string, string> = {}): Promise<string> {
		return this.page.evaluate(([command, given]) => window.host.invokeCli(command, given), [
			name,
			params,
		] as const);
	}

	/** Draws a plugin's view of a base with these notes as rows. */
	async openBasesView(
		id: string,
		paths: string[],
		given: { options?: Record<string, unknown>; properties?: string[]; groupBy?: string } = {},
	): Promise<void> {
		await this.page.evaluate(([view, rows, rest]) => window.host.openBasesView(view, rows, rest), [
			id,
			paths,
			given,
		] as const);
	}

	/** Opens the page of a plugin in the settings. */
	openSettings(id: string): Promise<boolean> {
		return this.page.evaluate(wanted => window.host.openSettings(wanted), id);
	}

	async setTheme(theme: 'light' | 'dark'): Promise<void> {
		await this.page.evaluate(wanted => window.host.setTheme(wanted), theme);
	}

	/** Switches the plugin on as a person does. */
	async enablePlugin(): Promise<void> {
		await this.page.evaluate(() => window.host.enablePlugin());
	}

	async disablePlugin(): Promise<void> {
		await this.page.evaluate(() => window.host.disablePlugin());
	}

	/** Switches the plugin off and says, one line each, what it left behind. */
	async leaksAfterDisabling(): Promise<string[]> {
		await this.disablePlugin();
		return this.page.evaluate(() => window.host.reportLeaks());
	}

	/** Writes a picture of the screen, once all letters have their font. */
	async screenshot(path: string): Promise<void> {
		await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
		await this.page.screenshot({ path });
	}

	/** Does something and says what it cost. */
	measure(work: () => Promise<unknown>): Promise<Cost> {
		return measure(this.page, this.parts.session, work);
	}

	/** Memory in use, in bytes. */
	heapSize(): Promise<number> {
		return heapSize(this.parts.session);
	}

	/** Errors of the page and its console since the last call; asking for them is knowing of them. */
	takeErrors(): string[] {
		return this.parts.errors.splice(0);
	}

	/**
	 * Ends the host.
	 *
	 * @throws Error if anything went wrong in the page that nobody asked for.
	 */
	async close(): Promise<void> {
		const { context, server } = this.parts;
		await context.close();
		await server.close();
		const errors = this.takeErrors();
		if (errors.length > 0) throw new Error(`Errors in the page:\n${errors.join('\n')}`);
	}
}

const LONGEST_START = 15_000;

/** Kept when the app has started. */
export async function waitForStart(page: Page): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const tooLate = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error('The app did not start')), LONGEST_START);
	});
	const started = page.evaluate(() => Reflect.get(window, 'hostStarted') as Promise<void>);
	await Promise.race([started, tooLate]).finally(() => clearTimeout(timer));
}
