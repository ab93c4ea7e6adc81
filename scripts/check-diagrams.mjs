// Reads [{ path, line, text }] on stdin and parses every text with the Mermaid that Obsidian 1.13
// bundles and with the newest one. Prints [{ path, line, version, message }]; exit 1 if any.
import { text as readAll } from 'node:stream/consumers';
import { JSDOM } from 'jsdom';

// Mermaid looks for these when it is imported, so they must stand before the import.
const DOM_NAMES = [
	'Element',
	'HTMLElement',
	'SVGElement',
	'Node',
	'NodeFilter',
	'DocumentFragment',
	'HTMLTemplateElement',
	'NamedNodeMap',
	'HTMLFormElement',
	'DOMParser',
	'Text',
	'Comment',
];
const dom = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
globalThis.window = dom.window;
globalThis.document = dom.window.document;
for (const name of DOM_NAMES) globalThis[name] ??= dom.window[name];

const parsers = {
	11.13: (await import('mermaid-11-13')).default,
	12: (await import('mermaid')).default,
};

const diagrams = JSON.parse(await readAll(process.stdin));
const findings = [];
for (const [version, mermaid] of Object.entries(parsers)) {
	mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
	for (const { path, line, text } of diagrams) {
		try {
			await mermaid.parse(text);
		} catch (error) {
			findings.push({ path, line, version, message: error.message });
		}
	}
}
process.stdout.write(`${JSON.stringify(findings)}\n`);
process.exitCode = findings.length > 0 ? 1 : 0;
