import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

/** What a small plugin is made of. */
export interface SmallPlugin {
	/** Body of `onload`; `o` is the module `obsidian`, `app` the app, `this` the plugin. */
	readonly onload?: string;
	/** Further members of the class. */
	readonly members?: string;
	/** Statements before the class. */
	readonly before?: string;
	readonly css?: string;
	readonly manifest?: Readonly<Record<string, unknown>>;
}

const root = mkdtempSync(join(tmpdir(), 'host-plugins-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;

/** Writes the three files of a plugin and answers their folder. */
export function smallPlugin({
	onload = '',
	members = '',
	before = '',
	css = '',
	manifest,
}: SmallPlugin = {}): string {
	const folder = join(root, String(++count));
	mkdirSync(folder);
	const code = `const o = require('obsidian');
window.o = o;
${before}
module.exports = class Small extends o.Plugin {
	async onload() { const { app } = this; ${onload} }
	${members}
};`;
	const facts = { id: 'small', name: 'Small', version: '1.0.0', minAppVersion: '1.0.0' };
	writeFileSync(join(folder, 'main.js'), code);
	writeFileSync(join(folder, 'styles.css'), css);
	writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...facts, ...manifest }));
	return folder;
}
