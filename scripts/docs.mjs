import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAll } from './build.mjs';
import { loadCore, printLinkCounts } from './link-counts.mjs';
import { drawInterview } from './terminal-picture.mjs';
import { readVaultTemplates } from './vault-templates.mjs';

const BEGIN = '<!-- rooms:begin (written by scripts/docs.mjs from src/rooms.json) -->';
const END = '<!-- rooms:end -->';
const COUNTS_BEGIN =
	'<!-- link-counts:begin (written by scripts/docs.mjs from vault-template/zh) -->';
const COUNTS_END = '<!-- link-counts:end -->';

/**
 * Room → rooms it may import and would not reach through another one: arrows worth drawing.
 *
 * @param {Record<string, readonly string[]>} rooms
 * @returns {Record<string, readonly string[]>}
 */
export function reduceArrows(rooms) {
	const entries = Object.entries(rooms).map(([room, allowed]) => [
		room,
		allowed.filter(target => !allowed.some(other => rooms[other].includes(target))),
	]);
	return Object.fromEntries(entries);
}

function printRooms({ rooms, packages }) {
	return [BEGIN, '', ...printPicture(rooms), '', ...printPackages(packages), '', END].join('\n');
}

/**
 * The page with its generated part brought up to date.
 *
 * @param {string} page
 * @param {{ rooms: Record<string, readonly string[]>, packages: Record<string, readonly string[]> }} table
 * @returns {string}
 */
export function updatePage(page, table) {
	return replacePart('docs/architecture.md', page, printRooms(table));
}

/** Puts a generated part, which begins and ends with its markers, in the place of the one that stands. */
function replacePart(path, page, part) {
	const lines = part.split('\n');
	const [begin, end] = [lines[0], lines.at(-1)];
	const from = page.indexOf(begin);
	const to = page.indexOf(end);
	if (from < 0 || to < from) throw new Error(`${path}: expected ${begin} … ${end}`);
	return page.slice(0, from) + part + page.slice(to + end.length);
}

async function printCounts(root) {
	const counts = printLinkCounts(await loadCore(root), readVaultTemplates(root).zh);
	return [COUNTS_BEGIN, '', counts, '', COUNTS_END].join('\n');
}

function printPicture(rooms) {
	const arrows = reduceArrows(rooms);
	const inCore = Object.keys(rooms).filter(room => room.startsWith('core/'));
	const outside = Object.keys(rooms).filter(room => !room.startsWith('core/'));
	const draw = room => arrows[room].map(target => `${nameNode(room)} --> ${nameNode(target)}`);
	return [
		'```mermaid',
		'flowchart BT',
		'  subgraph core["src/core (pure)"]',
		...inCore.map(room => `    ${printNode(room)}`),
		...inCore.flatMap(draw).map(line => `    ${line}`),
		'  end',
		...outside.map(room => `  ${printNode(room)}`),
		...outside.flatMap(draw).map(line => `  ${line}`),
		'```',
	];
}

function nameNode(room) {
	return room.replace(/^core\//, 'core-').replace('index.ts', 'door');
}

function printNode(room) {
	if (room === 'core/index.ts') return `${nameNode(room)}(["index.ts, the door"])`;
	const label = room.startsWith('core/') ? room.slice('core/'.length) : `src/${room}`;
	return `${nameNode(room)}["${label}"]`;
}

function printPackages(packages) {
	const quote = name => `\`${name}\``;
	return [
		'| files below `src` | packages they may import |',
		'| --- | --- |',
		...Object.entries(packages).map(
			([files, names]) => `| ${quote(files)} | ${names.map(quote).join(', ') || 'none'} |`,
		),
	];
}

/**
 * Every document that is written by a program: path → text as it should be. The picture needs a build.
 *
 * @param {string} root
 * @returns {Promise<Record<string, string>>}
 */
async function generateDocuments(root) {
	const table = JSON.parse(readFileSync(join(root, 'src/rooms.json'), 'utf8'));
	return {
		'docs/architecture.md': updatePage(
			readFileSync(join(root, 'docs/architecture.md'), 'utf8'),
			table,
		),
		'docs/backlinks.md': replacePart(
			'docs/backlinks.md',
			readFileSync(join(root, 'docs/backlinks.md'), 'utf8'),
			await printCounts(root),
		),
		'docs/images/interview.svg': drawInterview(root),
	};
}

async function writeDocuments(root, isCheck) {
	await buildAll(root);
	for (const [path, text] of Object.entries(await generateDocuments(root))) {
		const file = join(root, path);
		if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
		if (isCheck) {
			console.error(`${path} is out of date: run npm run docs`);
			process.exitCode = 1;
		} else {
			writeFileSync(file, text);
		}
	}
}

if (import.meta.filename === realpathSync(process.argv[1] ?? '.')) {
	void writeDocuments(dirname(import.meta.dirname), process.argv.includes('--check'));
}
