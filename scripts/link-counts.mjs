import { join } from 'node:path';
import { Script } from 'node:vm';
import { buildSync } from 'esbuild';

/**
 * The core as it is in the sources, for a script that counts or measures.
 *
 * @param {string} root
 * @returns {Promise<typeof import('../src/core/index')>}
 */
export async function loadCore(root) {
	buildSync({
		entryPoints: [join(root, 'src/core/index.ts')],
		bundle: true,
		outfile: join(import.meta.dirname, '../node_modules/.cache/docs/core.mjs'),
		format: 'esm',
		platform: 'browser',
		// As in the plugin: another build of a decoder needs a document.
		conditions: ['worker'],
		logLevel: 'silent',
	});
	return import('../node_modules/' + '.cache/docs/core.mjs');
}

/**
 * What records releases, which no program needs: past the door.
 *
 * @param {string} root
 * @returns {typeof import('../src/core/upgrades/release-history') & typeof import('../src/core/upgrades/release')}
 */
export function loadReleases(root) {
	const result = buildSync({
		stdin: {
			contents: "export * from './release-history'; export * from './release';",
			resolveDir: join(root, 'src/core/upgrades'),
		},
		bundle: true,
		write: false,
		format: 'cjs',
		platform: 'browser',
		conditions: ['worker'],
		logLevel: 'silent',
	});
	// Not imported: several builds at the same time would write one file, and tests cannot import what is made on the way.
	const module = { exports: {} };
	const code = result.outputFiles[0].text;
	new Script(`(function (module, exports) {${code}\n})`).runInThisContext()(module, module.exports);
	return module.exports;
}

/**
 * The arrows of Obsidian's graph: note → note, each once, those of links outside of regions and those that each kind of
 * region writes.
 *
 * @param {Pick<typeof import('../src/core/index'), 'parseNote' | 'createNoteIndex'>} core
 * @param {Readonly<Record<string, string>>} files
 * @returns {{ written: Set<string>, byRegion: Map<string, Set<string>> }}
 */
export function collectArrows({ parseNote, createNoteIndex }, files) {
	const paths = Object.keys(files);
	const index = createNoteIndex(
		paths.filter(path => path.endsWith('.md')).map(path => parseNote(path, files[path])),
		paths.filter(path => !path.endsWith('.md')),
	);
	const written = new Set();
	const byRegion = new Map();
	const addArrows = (arrows, from, links) => {
		for (const { target } of links) {
			const resolution = index.resolve(target, from);
			if (resolution.kind === 'missing' || resolution.path === from) continue;
			if (index.find(resolution.path)) arrows.add(`${from}\n${resolution.path}`);
		}
	};
	for (const { path, text, links, structure } of index.notes()) {
		addArrows(written, path, links);
		for (const { name, body } of structure.regions) {
			const kind = name.split(':')[0];
			if (!byRegion.has(kind)) byRegion.set(kind, new Set());
			const shown = parseNote(path, text.slice(body.start, body.end));
			addArrows(byRegion.get(kind), path, shown.links);
		}
	}
	return { written, byRegion };
}

/**
 * Arrows without their direction: what the graph draws as one line.
 *
 * @param {Iterable<string>} arrows
 * @returns {Set<string>}
 */
export function pairsOf(arrows) {
	return new Set([...arrows].map(arrow => arrow.split('\n').sort().join('\n')));
}

/**
 * The vault with each backlinks region in the other form, refreshed.
 *
 * @param {typeof import('../src/core/index')} core
 * @param {Readonly<Record<string, string>>} files
 * @returns {Record<string, string>}
 */
export function withTextBacklinks(core, files) {
	const renamed = Object.fromEntries(
		Object.entries(files).map(([path, text]) => [
			path,
			text.replace(/^(<!-- stackbook:(?:begin|end) backlinks)(?= )/gm, '$1:text'),
		]),
	);
	const notes = Object.entries(renamed).filter(([path]) => path.endsWith('.md'));
	const index = core.createNoteIndex(notes.map(([path, text]) => core.parseNote(path, text)));
	for (const { path, edits } of core.planVaultRefresh(index).edits) {
		renamed[path] = core.applyEdits(renamed[path], edits);
	}
	return renamed;
}

/**
 * A Markdown table of arrows and pairs, without regions and with each kind.
 *
 * @param {typeof import('../src/core/index')} core
 * @param {Readonly<Record<string, string>>} files
 * @returns {string}
 */
export function printLinkCounts(core, files) {
	const { written, byRegion } = collectArrows(core, files);
	const asText = collectArrows(core, withTextBacklinks(core, files)).byRegion.get('backlinks');
	const kinds = [...byRegion.keys()].sort();
	const pairs = pairsOf(written);
	const row = (name, added) => {
		const all = new Set([...written, ...added]);
		const more = pairsOf(all).size - pairs.size;
		const arrows = `${all.size} | ${all.size - written.size}`;
		return `| ${name} | ${arrows} | ${pairs.size + more} | ${more} |`;
	};
	return [
		'| links of | arrows | more | pairs | more |',
		'| --- | --- | --- | --- | --- |',
		row('the notes alone', []),
		...kinds.map(kind => row(`the notes and \`${kind}\` regions`, byRegion.get(kind))),
		row('the notes and `backlinks:text` regions', asText ?? []),
		row(
			'the notes and all regions',
			[...byRegion.values()].flatMap(arrows => [...arrows]),
		),
	].join('\n');
}
