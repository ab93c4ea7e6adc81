import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { HostSettings } from '../page/base/host-settings';
import type { FileStore } from '../page/vault/store-bridge';
import { packageFolder } from './package-folder';
import { pageScript, pageStyles } from './page-bundle';

/** What a page is served from. */
export interface Served {
	/** Folder with `main.js`, `manifest.json` and perhaps `styles.css`. */
	readonly plugin: string;
	readonly store: FileStore;
	/** Asked for at each load of the page. */
	readonly settings: () => HostSettings;
	/** Name of the package whose `dist/mermaid.min.js` the app loads. */
	readonly mermaid: string;
}

/** A server of one host, on this machine only. */
export interface HostServer {
	readonly origin: string;
	close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.css': 'text/css',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
};

const FONT = '@fontsource/noto-sans-sc';

const INDEX = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Obsidian-like host</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/fonts/400.css">
<link rel="stylesheet" href="/fonts/700.css">
<link rel="stylesheet" href="/host.css">
<script src="/settings.js"></script>
</head>
<body><script src="/host.js"></script></body>
</html>`;

/** Makes the page believe that it is another time; clocks go on from there. */
const OTHER_TIME = `if (hostSettings.startTime !== undefined) {
	const RealDate = Date;
	const shift = hostSettings.startTime - RealDate.now();
	window.Date = class Date extends RealDate {
		constructor(...args) { if (args.length === 0) super(RealDate.now() + shift); else super(...args); }
		static now() { return RealDate.now() + shift; }
	};
}`;

/** Starts a server. */
export async function startServer(served: Served): Promise<HostServer> {
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const path = decodeURIComponent(pathname);
		answer(path, served).then(
			body => {
				const type = TYPES[extname(path)] ?? (path === '/' ? 'text/html' : 'text/plain');
				response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
			},
			(error: unknown) => response.writeHead(404).end(String(error)),
		);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		close: () =>
			new Promise(resolve => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

async function answer(path: string, served: Served): Promise<string | Buffer> {
	const [, folder = '', name = ''] = /^\/([^/]*)\/?(.*)$/.exec(path) ?? [];
	if (folder === 'plugin') return readPluginFile(served.plugin, name);
	if (folder === 'vault') return Buffer.from(await served.store.readBase64(name), 'base64');
	if (folder === 'fonts') return readFont(name);
	if (path === '/') return INDEX;
	if (path === '/host.js') return pageScript();
	if (path === '/host.css') return pageStyles();
	if (path === '/mermaid.js') {
		return readFile(join(packageFolder(served.mermaid) ?? '', 'dist/mermaid.min.js'));
	}
	if (path === '/settings.js') {
		return `window.hostSettings = ${JSON.stringify(served.settings())};\n${OTHER_TIME}`;
	}
	throw new Error(`There is no ${path}`);
}

async function readPluginFile(folder: string, name: string): Promise<string> {
	const file = join(folder, name);
	if (name === 'styles.css' && !existsSync(file)) return '';
	const text = await readFile(file, 'utf8');
	// As an app evaluates CommonJS: a function of what it may ask for.
	return name === 'main.js'
		? `window.pluginBody = function (require, module, exports) {${text}\n};`
		: text;
}

/** Without the package the page falls back on fonts of the system. */
async function readFont(name: string): Promise<string | Buffer> {
	const folder = packageFolder(FONT);
	if (folder === undefined || name.includes('..')) return '';
	return readFile(join(folder, name));
}
