import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkInVault, checkVault } from '../../../src/core/checks/check-vault';
import type { Diagnostic, DiagnosticCode } from '../../../src/core/checks/diagnostic';
import { fixOf, keyOf } from '../../../src/core/fixes/fix-of';
import { planRepairs } from '../../../src/core/fixes/repair-vault';
import { planVaultRefresh } from '../../../src/core/regions/refresh-vault';
import { applyEdits } from '../../../src/core/text/text-edit';
import { createNoteIndex } from '../../../src/core/vault/note-index';
import type { LiveNoteIndex, NoteIndex } from '../../../src/core/vault/note-index';
import { aNote, aVault } from '../../support/a-note';
import { applyVaultEdits } from '../../support/apply-vault-edits';
import { propertyRuns } from '../../support/property-runs';
import { assertAndRecord, recordReliability } from '../../support/reliability';
import { readShippedVault, shippedNotes } from '../../support/shipped-vault';

/** A way in which a note is damaged; the same text where it does not apply. */
interface Damage {
	readonly code: DiagnosticCode;
	readonly harm: (text: string) => string;
	/** True where the repair brings the very bytes back. */
	readonly isUndone: boolean;
}

const damage = (code: DiagnosticCode, isUndone: boolean, harm: Damage['harm']): Damage => ({
	code,
	harm,
	isUndone,
});

const BEGIN = /^<!-- stackbook:begin (.*) -->$/m;
const END = /(?:\r?\n){2}<!-- stackbook:end .* -->$/m;

const DAMAGES: readonly Damage[] = [
	damage('front-matter-unclosed', true, text => text.replace(/(\r?\n)---\r?\n/, '$1')),
	damage('front-matter-misplaced', true, text => text.replace(/^---/, '\n\n---')),
	damage('front-matter-invalid', false, text =>
		text.replace(/^(---\r?\n)/, '$1题: 一: 二$1'.slice(0, -2) + '\n'),
	),
	damage('property-duplicate', true, text => text.replace(/^(type: .*\r?\n)/m, '$1$1')),
	damage('property-singular', true, text => text.replace(/^aliases:/m, 'alias:')),
	damage('property-not-list', true, text =>
		text.replace(/^aliases:\r?\n {2}- ([^,"\r\n]+)(?=\r?\n\S)/m, 'aliases: $1'),
	),
	damage('property-link-unquoted', true, text => text.replace(/^( {2}- )"(\[\[.*\]\])"$/m, '$1$2')),
	damage('property-value', true, text =>
		text.replace(/^verified: (\d+)-(\d+)-(\d+)$/m, 'verified: $1/$2/$3'),
	),
	damage('property-missing', false, text => text.replace(/^id: .*\r?\n/m, '')),
	damage('question-status-unknown', false, text => text.replace(/^- \[ \](.* \^)/m, '- [?]$1')),
	damage('question-id-missing', false, text => text.replace(/^(- \[ \].*) \^[\w-]+$/m, '$1')),
	damage('region-misspelt', true, text => text.replace('<!-- stackbook:', '<!--stackbook:')),
	damage('region-misplaced', true, text => text.replace('<!-- stackbook:', ' <!-- stackbook:')),
	damage('region-attribute-unknown', true, text =>
		text.replace(BEGIN, '<!-- stackbook:begin $1 frosen -->'),
	),
	damage('region-unfinished', true, text => text.replace(BEGIN, '<!-- stackbook:begin $1')),
	damage('region-unclosed', true, text => text.replace(END, '')),
	damage('region-unopened', true, text => text.replace(/^<!-- stackbook:begin .*\r?\n\r?\n/m, '')),
	damage('link-unresolved', false, text =>
		text.replace(/^(#.*\r?\n(?:\r?\n)?)/m, '$1见 [[Apache Kafka]]。\n\n'),
	),
];

/** A small vault in order: regions of three kinds, questions, properties, links. */
function smallVault(eol: string): LiveNoteIndex {
	const region = (name: string): string =>
		`<!-- stackbook:begin ${name} -->\n\n<!-- stackbook:end ${name} -->\n`;
	const technology = (id: string, title: string, link: string): string =>
		[
			`---\ntype: technology\nid: ${id}\naliases:\n  - Apache ${title}\ncategory: x\nverified: 2026-11-20\n模型: 流\n---\n`,
			`> 是 ${title}。\n\n## 关系\n- **上游** [[${link}]]：常用\n\n## 原理\n\n### 为什么？\n- [ ] 甲 · L2 ★ ^${id}-why\n\n我的话。\n\n## 反向链接\n\n${region('backlinks')}`,
		].join('');
	const files = {
		'Home.md': `---\ntype: home\nformat: 1\n---\n\n${region('progress')}\n读者的一行\n`,
		'Flink.md': technology('flink', 'Flink', 'Kafka'),
		'Kafka.md': technology('kafka', 'Kafka', 'Storm'),
		'Storm.md': technology('storm', 'Storm', 'Flink').replace('上游', '集成'),
		'Compare.md': `---\ntype: comparison\nid: compare\nalternatives:\n  - "[[Flink]]"\n  - "[[Kafka]]"\ncriteria:\n  - 模型\n---\n\n## 表\n\n${region('comparison')}`,
		'Mine.md': '# 日记\n\n- [ ] 买菜\n\n见 [[Flink]]\n',
	};
	const ended = Object.entries(files).map(([path, text]) => [path, text.replace(/\n/g, eol)]);
	const index = aVault(Object.fromEntries(ended) as Record<string, string>);
	applyVaultEdits(index, planVaultRefresh(index).edits);
	return index;
}

/** Lines outside of regions, which the program alone writes. */
function linesOf(index: NoteIndex, path: string): string[] {
	const note = index.find(path);
	const lines = (note?.text ?? '').split(/\r\n|\n|\r/);
	return note?.structure.markerProblems.length === 0 ? lines : lines.filter(line => line !== '');
}

function copyOf(index: NoteIndex): LiveNoteIndex {
	return createNoteIndex(index.notes());
}

test('a vault in order needs no repair', () => {
	const index = smallVault('\n');
	expect(checkVault(index)).toEqual([]);
	expect(planRepairs(index)).toEqual({ repairs: [], edits: [], left: [] });
});

describe.each([
	['LF', '\n'],
	['CRLF', '\r\n'],
])(
	'after one repair, in notes with %s, the finding is gone, nothing is new, and no other byte differs:',
	(_, eol) => {
		const whole = smallVault(eol);

		test.each(DAMAGES.map(one => [one.code, one] as const))('%s', (code, { harm, isUndone }) => {
			let tried = 0;
			for (const { path, text } of whole.notes()) {
				const harmed = harm(text);
				if (harmed === text) continue;
				const index = copyOf(whole);
				index.set(aNote(path, harmed));
				if (!checkVault(index).some(found => found.code === code)) continue;
				tried++;
				const plan = planRepairs(index);
				expect(plan.left).toEqual([]);
				applyVaultEdits(index, plan.edits);
				expect(checkVault(index)).toEqual([]);
				expect(planRepairs(index).edits).toEqual([]);
				if (isUndone) expect(index.find(path)?.text).toBe(text);
				for (const other of whole.notes()) {
					if (other.path !== path && isUndone)
						expect(index.find(other.path)?.text).toBe(other.text);
				}
			}
			expect(tried).toBeGreaterThan(0);
		});
	},
);

test('every note that ships is repaired from every damage, and most of them byte for byte', () => {
	const shipped = readShippedVault();
	let count = 0;
	let losses = 0;
	for (const note of shippedNotes(shipped)) {
		for (const { code, harm, isUndone } of DAMAGES) {
			const harmed = harm(note.text);
			if (harmed === note.text) continue;
			const after = aNote(note.path, harmed);
			const index: NoteIndex = {
				...shipped,
				find: path => (path === note.path ? after : shipped.find(path)),
			};
			const found = checkInVault(index, after).find(one => one.code === code);
			if (!found) continue;
			count++;
			const fix = fixOf(index, found);
			const text = fix ? applyEdits(harmed, fix.edits) : undefined;
			const isRight =
				text !== undefined &&
				(isUndone
					? text === note.text
					: checkInVault(shipped, aNote(note.path, text)).every(one => one.code !== code));
			if (!isRight) losses++;
			if (!isRight) expect({ path: note.path, code, text }).toEqual('repaired');
		}
	}
	recordReliability('doctor', { what: 'damaged shipped notes that were repaired', count, losses });
	expect(count).toBeGreaterThan(300);
});

test('whatever damages come together, repairs keep all other lines, bring nothing new, and a second run has nothing to do', () => {
	const [lf, crlf] = [smallVault('\n'), smallVault('\r\n')];
	const harms = fc.array(fc.record({ note: fc.nat(5), damage: fc.constantFrom(...DAMAGES) }), {
		minLength: 1,
		maxLength: 4,
	});
	assertAndRecord(
		'doctor',
		'vaults with several damages',
		fc.property(harms, fc.boolean(), (chosen, isCrlf) => {
			const whole = isCrlf ? crlf : lf;
			const index = copyOf(whole);
			for (const {
				note: at,
				damage: { harm },
			} of chosen) {
				const note = index.notes()[at];
				if (note) index.set(aNote(note.path, harm(note.text)));
			}
			const damaged = copyOf(index);
			const before = checkVault(index);
			const plan = planRepairs(index);
			const repaired = new Set(plan.repairs.map(({ diagnostic }) => keyOf(diagnostic)));
			expect(plan.left.filter(one => repaired.has(keyOf(one)) && one.severity === 'error')).toEqual(
				[],
			);
			const errors = (found: readonly Diagnostic[]): number =>
				found.filter(({ severity }) => severity === 'error').length;
			expect(errors(plan.left)).toBeLessThanOrEqual(errors(before));
			applyVaultEdits(index, plan.edits);
			expect(checkVault(index)).toEqual(plan.left);
			expect(planRepairs(index).edits).toEqual([]);
			for (const { path } of damaged.notes()) {
				const given = new Set(
					plan.repairs
						.filter(({ diagnostic }) => diagnostic.path === path)
						.flatMap(({ lines }) => lines.before),
				);
				const kept = linesOf(index, path);
				let at = 0;
				for (const line of linesOf(damaged, path)) {
					if (given.has(line) || line === '') continue;
					const found = kept.indexOf(line, at);
					expect({ path, line, found: found >= at }).toEqual({ path, line, found: true });
					at = found + 1;
				}
			}
		}),
		propertyRuns(100),
	);
});

test('only the codes that were asked for are repaired', () => {
	const index = aVault({ 'a.md': '---\ntag: x\n---\n\n## 问\n- [?] 甲 ^q\n' });
	const { repairs, edits, left } = planRepairs(index, ['property-singular']);
	expect(repairs).toMatchObject([
		{
			diagnostic: { code: 'property-singular' },
			lines: { line: 2, before: ['tag: x'], after: ['tags:', '  - x'] },
		},
	]);
	expect(edits).toHaveLength(1);
	expect(left).toMatchObject([{ code: 'question-status-unknown', line: 7 }]);
});
