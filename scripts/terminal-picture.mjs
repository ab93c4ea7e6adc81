import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COLUMNS = 92;
const LINE_HEIGHT = 22;
const PADDING = 24;
const ADVANCE = 8.4;

/** What the person in the picture types, and after which words of the program. */
const TYPED = [
	{
		after: '你的回答',
		lines: ['JobManager 管调度和检查点，TaskManager 用 slot 跑任务，数据在它们之间直连。', ''],
	},
	{ after: '命中了哪些', lines: ['1,3,4'] },
	{ after: '评分', lines: ['hard'] },
];

/**
 * A picture of the first question on Flink, from a real interview with the built command line on the shipped notes.
 *
 * @param {string} root
 * @returns {string} SVG
 */
export function drawInterview(root) {
	const folder = mkdtempSync(join(tmpdir(), 'stackbook-picture-'));
	try {
		runStackbook(root, ['init', folder]);
		const argv = ['interview', 'Flink', '--count', '1', '--vault', folder, '--lang', 'zh'];
		const output = runStackbook(root, argv, TYPED.flatMap(({ lines }) => lines).join('\n') + '\n');
		return drawTerminal(['$ npx stackbook interview Flink --count 1', ...withTyping(output)]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function runStackbook(root, argv, input = '') {
	const command = join(root, 'dist/stackbook.mjs');
	const env = { ...process.env, TZ: 'UTC', STACKBOOK_DEVICE: 'laptop' };
	const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...argv], {
		input,
		env,
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(`stackbook ${argv.join(' ')}: ${stderr}`);
	return stdout;
}

/** Lines up to the new status, with what was typed where it was typed. */
function withTyping(output) {
	const lines = [];
	for (const line of output.trim().split('\n')) {
		lines.push(line);
		const typed = TYPED.find(({ after }) => line.startsWith(after));
		if (typed) lines.push(...typed.lines.map(text => (text === '' ? '' : `› ${text}`)));
		if (line.startsWith('现在')) break;
	}
	return lines;
}

function drawTerminal(lines) {
	const rows = lines.flatMap(wrap);
	const width = Math.round(COLUMNS * ADVANCE + 2 * PADDING);
	const height = rows.length * LINE_HEIGHT + 2 * PADDING;
	const text = rows.map(({ line, style }, i) => {
		const y = PADDING + (i + 0.75) * LINE_HEIGHT;
		return `<text x="${PADDING}" y="${y}" class="${style}" xml:space="preserve">${escapeXml(line)}</text>`;
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="An interview question on Flink in the terminal">`,
		'<style>text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",monospace;fill:#d8dee9}.prompt{fill:#88c0d0;font-weight:600}.typed{fill:#a3be8c}.quiet{fill:#7b88a1}</style>',
		`<rect width="${width}" height="${height}" rx="10" fill="#242933"/>`,
		...text,
		'</svg>',
		'',
	].join('\n');
}

/** Breaks a line where a word ends; a list item goes on below its text. */
function wrap(line) {
	const style = styleOf(line);
	const indent = /^ +\d+\. /.test(line) ? '     ' : '';
	const rows = [];
	let row = '';
	for (const word of line.match(/[!-~]+|[^!-~]/g) ?? ['']) {
		if (columnsOf(row + word) > COLUMNS) {
			rows.push({ line: row, style });
			row = indent;
		}
		row += word;
	}
	return [...rows, { line: row, style }];
}

function columnsOf(text) {
	return Array.from(text).reduce(
		(sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1),
		0,
	);
}

function styleOf(line) {
	if (line.startsWith('›') || line.startsWith('$')) return 'typed';
	if (/^(?:\[|──|现在)/.test(line) || line.endsWith('？')) return 'prompt';
	return /^(?:你的回答|命中|评分)/.test(line) ? 'quiet' : 'plain';
}

function escapeXml(text) {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
