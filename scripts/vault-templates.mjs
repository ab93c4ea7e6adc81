import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// `en` joins the list when its notes do.
const LANGUAGES = ['zh'];

// What an app leaves behind when somebody opens the folder as a vault: it is theirs, not ours.
const LEFT_BEHIND = [
	/(^|\/)\.DS_Store$/,
	/^\.obsidian\/workspace[^/]*\.json$/,
	/^\.obsidian\/community-plugins\.json$/,
	/^\.obsidian\/plugins\//,
	/^\.trash\//,
];

/**
 * Language → path → text of the shipped notes, the same on every system: NFC, LF, code units.
 *
 * @param {string} root
 * @returns {Record<string, Record<string, string>>}
 */
export function readVaultTemplates(root) {
	return Object.fromEntries(
		LANGUAGES.map(language => [language, readTemplate(join(root, 'vault-template', language))]),
	);
}

function readTemplate(folder) {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile())
		.map(entry => join(entry.parentPath, entry.name))
		.map(file => [
			file
				.slice(folder.length + 1)
				.replaceAll('\\', '/')
				.normalize('NFC'),
			file,
		])
		.filter(([path]) => !LEFT_BEHIND.some(pattern => pattern.test(path)))
		.sort(([left], [right]) => (left < right ? -1 : 1));
	return Object.fromEntries(files.map(([path, file]) => [path, readText(file)]));
}

function readText(file) {
	const bytes = readFileSync(file);
	if (!isUtf8(bytes)) throw new Error(`${file}: expected UTF-8, only text is embedded`);
	return bytes.toString('utf8').replaceAll('\r\n', '\n').normalize('NFC');
}

/** Where the record of all releases lies. */
export const HISTORY_PATH = 'vault-template/releases.json';

/**
 * Language → what earlier releases shipped, by hashes; see `scripts/record-release.mjs`.
 *
 * @param {string} root
 * @returns {Record<string, import('../src/core/upgrades/release-history').HistoryRecord>}
 */
export function readReleaseHistory(root) {
	return JSON.parse(readFileSync(join(root, HISTORY_PATH), 'utf8'));
}
