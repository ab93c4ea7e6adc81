import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { affectedRegions } from '../../../src/core/regions/affected-regions';
import type { AffectedRegions } from '../../../src/core/regions/affected-regions';
import { planRefreshOf, planVaultRefresh } from '../../../src/core/regions/refresh-vault';
import type { NoteChange } from '../../../src/core/regions/vault-change';
import type { LiveNoteIndex, NoteIndex } from '../../../src/core/vault/note-index';
import { aNote, aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';
import { afterRefresh, anyStep, anyVault, refreshAll, takeStep } from '../../support/random-vault';
import type { Files } from '../../support/random-vault';

/** Brings an index from one state of a vault to another, and tells what changed. */
function follow(index: LiveNoteIndex, before: Files, after: Files): NoteChange[] {
	const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	const changed = paths.filter(path => before[path] !== after[path]);
	const changes = changed.map(path => ({ path, before: index.find(path) }));
	for (const path of changed) {
		const text = after[path];
		if (text === undefined) index.remove(path);
		else index.set(aNote(path, text));
	}
	return changes;
}

const region = (name: string): string =>
	`<!-- stackbook:begin ${name} -->\n\n<!-- stackbook:end ${name} -->\n`;
const technology = (category: string, body: string): string =>
	`---\ntype: technology\ncategory: ${category}\n---\n> [!abstract] 一句话\n> 快。\n\n${body}\n\n${region('backlinks')}`;

const VAULT: Files = refreshAll({
	'Kafka.md': technology('mq', '## 问题\n### 丢吗？\n- [ ] 丢 ^k-1\n\n见 [[Flink]]。'),
	'Flink.md': technology('stream', `## 进度\n${region('progress')}`),
	'Pulsar.md': technology('mq', '不提别人。'),
	'队列.md': `---\ntype: comparison\ncategory: mq\nalternatives: ["[[Kafka]]", "[[Pulsar]]"]\n---\n${region('comparison')}\n${region('progress:mq')}`,
	'流.md': `---\ntype: comparison\ncategory: stream\nalternatives: ["[[Flink]]"]\n---\n${region('comparison')}\n${region('progress:stream')}`,
	'首页.md': `---\ntype: home\n---\n${region('progress')}\n${region('members:mq')}`,
	'索引.md': region('members:stream'),
	'随手.md': '见 [[Pulsar]]。',
});

function affectedBy(change: (files: Files) => Files): string[] {
	const index = aVault(VAULT);
	return [...affectedRegions(index, follow(index, VAULT, change(VAULT))).notes.keys()];
}

const edit = (path: string, from: string | RegExp, to: string) => (files: Files) => {
	const text = (files[path] ?? '').replace(from, to);
	expect(text).not.toBe(files[path]);
	return { ...files, [path]: text };
};

describe('the notes that a change affects', () => {
	test.each([
		['a status', edit('Kafka.md', '[ ]', '[x]'), ['Flink.md', 'Kafka.md', '队列.md', '首页.md']],
		['a summary', edit('Pulsar.md', '快。', '慢。'), ['Pulsar.md', '队列.md', '首页.md']],
		['a sentence', edit('随手.md', '见', '问'), ['Pulsar.md']],
		['a link that came', edit('随手.md', '见', '[[Flink]]'), ['Flink.md', 'Pulsar.md']],
		['a body of a region alone', edit('Kafka.md', /hash=\w+/, 'hash=0'), ['Kafka.md']],
		[
			'a category',
			edit('Pulsar.md', 'mq', 'stream'),
			['Pulsar.md', '索引.md', '队列.md', '首页.md'],
		],
		[
			'the language',
			edit('首页.md', 'home', 'home\nlanguage: en'),
			Object.keys(VAULT)
				.filter(path => path !== '随手.md')
				.sort(),
		],
		[
			'a new technology',
			(files: Files) => ({ ...files, 'Storm.md': technology('stream', '见 [[Flink]]。') }),
			['Flink.md', 'Storm.md', '索引.md'],
		],
		[
			'a deleted technology',
			({ 'Pulsar.md': _, ...files }: Files) => files,
			['队列.md', '首页.md'],
		],
		[
			'a second note of one name',
			(files: Files) => ({ ...files, 'x/Kafka.md': '' }),
			['Flink.md', 'Kafka.md', '队列.md', '首页.md'],
		],
		['nothing', (files: Files) => files, []],
	])('by %s', (_, change, wanted) => {
		expect(affectedBy(change)).toEqual(wanted);
	});

	test('are those of a map that calls a note by an alias, when the alias comes and when its relations change', () => {
		const files = {
			'图.md': `---\ntype: comparison\nalternatives: [k, Flink]\n---\n${region('map')}`,
			'Flink.md': '---\ntype: technology\n---\n',
			'Kafka.md': '---\ntype: technology\n---\n',
		};
		const called = { ...files, 'Kafka.md': '---\ntype: technology\naliases: [k]\n---\n' };
		const related = {
			...called,
			'Kafka.md': `${called['Kafka.md']}## 关系\n- **下游** [[Flink]]\n`,
		};
		for (const [before, after] of [
			[files, called],
			[called, related],
		] as const) {
			const index = aVault(before);
			const { notes } = affectedRegions(index, follow(index, before, after));
			expect([...notes.keys()]).toEqual(['图.md']);
		}
	});

	test('are all with a region of a kind that no rule describes', () => {
		const files = {
			'a.md': region('weather'),
			'b.md': region('weather:x'),
			'c.md': region('progress'),
		};
		const index = aVault(files);
		const changes = follow(index, files, { ...files, 'd.md': 'x' });
		expect([...affectedRegions(index, changes).notes.keys()]).toEqual(['a.md', 'b.md']);
	});
});

test('a comparison that names a category and no alternatives follows what the notes of the category say', () => {
	const files: Files = {
		'Kafka.md': '---\ntype: technology\ncategory: mq\n复制: 有\n---\n',
		'队列.md': `---\ntype: comparison\ncategory: mq\ncriteria: [复制]\n---\n${region('comparison')}`,
		'流.md': `---\ntype: comparison\ncategory: stream\ncriteria: [复制]\n---\n${region('comparison')}`,
	};
	const index = aVault(files);
	affectedRegions(index, []);
	const changes = follow(index, files, edit('Kafka.md', '有', '无')(files));
	expect([...affectedRegions(index, changes).notes.keys()]).toEqual(['队列.md']);
});

describe('a refresh of the affected notes alone', () => {
	test('writes the same bytes as a refresh of all of a vault that is read anew, whatever changed', () => {
		let spared = 0;
		let regions = 0;
		const rounds = fc.array(fc.array(anyStep, { minLength: 1, maxLength: 3 }), {
			minLength: 1,
			maxLength: 2,
		});
		fc.assert(
			fc.property(anyVault, rounds, (files, changes) => {
				let before = refreshAll(files);
				const index = aVault(before);
				// What the index gathers follows each change; gathered after it, it would be right anyway.
				affectedRegions(index, []);
				planVaultRefresh(index);
				for (const steps of changes) {
					const after = steps.reduce(takeStep, before);
					const affected = affectedRegions(index, follow(index, before, after)).notes;
					const anew = aVault(after);
					const fresh = afterRefresh(after, planVaultRefresh(anew));
					expect(afterRefresh(after, planRefreshOf(index, affected))).toEqual(fresh);
					const count = countRegions(anew);
					regions += count;
					spared += count - countChosen(anew, affected);
					follow(index, after, fresh);
					before = fresh;
				}
			}),
			{ numRuns: propertyRuns(1000, 8000) },
		);
		// Looking at all regions would be right as well, and worth nothing.
		expect(spared / regions).toBeGreaterThan(0.25);
	});
});

function countRegions(index: NoteIndex): number {
	return index.notes().reduce((sum, { structure }) => sum + structure.regions.length, 0);
}

function countChosen(index: NoteIndex, chosen: AffectedRegions['notes']): number {
	return [...chosen].reduce((sum, [path, choice]) => {
		const all = index.find(path)?.structure.regions.length ?? 0;
		return sum + (choice === 'all' ? all : choice.size);
	}, 0);
}
