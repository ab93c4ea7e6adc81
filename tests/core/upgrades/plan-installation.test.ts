import { describe, expect, test } from '@jest/globals';
import { planInstallation } from '../../../src/core/upgrades/plan-installation';
import type { Installation } from '../../../src/core/upgrades/plan-installation';
import { aVault } from '../../support/a-note';
import { makeReleases } from '../../support/small-releases';

type Files = Readonly<Record<string, string>>;

const HOME = '---\ntype: home\nformat: 1\nrelease: 2.0.0\n---\n# Start\n';
const technology = (id: string): string => `---\ntype: technology\nid: ${id}\n---\nText\n`;
const FIRST: Files = {
	'Home.md': HOME.replace('2.0.0', '1.0.0'),
	'Tech/Flink.md': technology('flink'),
	'Templates/Technology.md': '---\ntype: technology\nid: "{{id}}"\n---\n',
	'Stack.base': 'views: []\n',
};
const SHIPPED: Files = {
	'Home.md': HOME,
	'Tech/Flink.md': technology('flink'),
	'Tech/Kafka.md': technology('kafka'),
	'Templates/Technology.md': '---\ntype: technology\nid: "{{id}}"\n---\n',
	'Stack.base': 'views: []\n',
	'Stack.canvas':
		'{\n\t"nodes":[\n\t\t{"id":"a","type":"file","file":"Home.md"}\n\t],\n\t"edges":[]\n}',
};

function plan(
	notes: Files,
	{ folder = 'Notes', standing = [] }: { folder?: string; standing?: string[] } = {},
): Record<keyof Installation, string[]> {
	const index = aVault(notes);
	const releases = (): ReturnType<typeof makeReleases> => makeReleases(FIRST, SHIPPED);
	const request = { shipped: SHIPPED, releases, folder, index, standing };
	const { files, skipped, deleted, newer } = planInstallation(request);
	const paths = (list: Installation['files']): string[] => list.map(({ path }) => path);
	return {
		files: paths(files),
		skipped: [...skipped],
		deleted: paths(deleted),
		newer: paths(newer),
	};
}

const below = (paths: readonly string[], folder = 'Notes'): string[] =>
	paths.map(path => `${folder}/${path}`);
const others = Object.keys(SHIPPED).filter(path => path !== 'Home.md');
const placed = (files: Files): Files =>
	Object.fromEntries(Object.entries(files).map(([path, text]) => [`Notes/${path}`, text]));

describe('an installation', () => {
	test('writes all into an empty folder, the home note at the end', () => {
		expect(plan({})).toEqual({
			files: below([...others, 'Home.md']),
			...{ skipped: [], deleted: [], newer: [] },
		});
		expect(plan({}, { folder: '' }).files).toEqual([...others, 'Home.md']);
	});

	test('names the notes of the canvas by their places', () => {
		const { files } = planInstallation({
			...{ shipped: SHIPPED, releases: () => makeReleases(SHIPPED), folder: 'A/B' },
			...{ index: aVault({}), standing: [] },
		});
		const canvas = files.find(({ path }) => path === 'A/B/Stack.canvas');
		expect(canvas?.text).toContain('"file":"A/B/Home.md"');
	});

	test('leaves what stands, in whatever case and Unicode form its name is', () => {
		const standing = ['notes/tech/FLINK.md', 'Notes/Stack.BASE', 'Notes/Templates/Technology.md'];
		const { files, skipped } = plan({ 'Notes/Tech/kafka.md': 'mine' }, { standing });
		expect(files).toEqual(below(['Stack.canvas', 'Home.md']));
		expect(skipped).toHaveLength(4);
	});

	test('goes on where a run was cut off, for then there is no home note yet', () => {
		const { files, deleted } = plan({ 'Notes/Tech/Flink.md': technology('flink') });
		expect(files).not.toContain('Notes/Tech/Flink.md');
		expect(files).toHaveLength(5);
		expect(deleted).toEqual([]);
	});

	test('writes nothing beside a home note, wherever it was moved: what is missing was deleted', () => {
		const { 'Home.md': home = '', 'Tech/Flink.md': flink = '' } = SHIPPED;
		for (const notes of [
			{ 'Notes/Home.md': home, 'Notes/Tech/Flink.md': flink },
			{ 'Notes/Start here.md': home, 'Notes/mine/Apache Flink.md': flink },
		]) {
			expect(plan(notes)).toEqual({
				files: [],
				skipped: below(['Home.md', 'Tech/Flink.md']),
				deleted: below(['Tech/Kafka.md', 'Templates/Technology.md', 'Stack.base', 'Stack.canvas']),
				newer: [],
			});
		}
	});

	test('tells what a newer release brings from what was deleted', () => {
		const { deleted, newer } = plan(placed({ 'Home.md': FIRST['Home.md'] ?? '' }), {
			standing: ['Notes/Stack.base'],
		});
		expect(newer).toEqual(below(['Tech/Kafka.md', 'Stack.canvas']));
		expect(deleted).toEqual(below(['Tech/Flink.md', 'Templates/Technology.md']));
	});

	test('of notes that all were moved into another folder, the missing ones belong there', () => {
		const { 'Home.md': home = '', 'Tech/Flink.md': flink = '' } = SHIPPED;
		const { skipped, deleted } = plan({
			'Notes/Sub/Home.md': home,
			'Notes/Sub/Tech/Flink.md': flink,
		});
		expect(skipped).toEqual(below(['Home.md', 'Tech/Flink.md'], 'Notes/Sub'));
		expect(deleted).toContain('Notes/Sub/Tech/Kafka.md');
	});
});
