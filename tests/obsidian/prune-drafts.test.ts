import { describe, expect, test } from '@jest/globals';
import { noteDraft, pruneDrafts } from '../../src/obsidian/interview/prune-drafts';
import { aVault } from '../support/a-note';
import { FILES } from './support/stream-notes';

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;
const vault = aVault({ ...FILES });
const empty = aVault({});

function aStorage(drafts: Readonly<Record<string, number>>) {
	const values = new Map<string, unknown>();
	const storage = {
		load: (key: string): unknown => values.get(key) ?? null,
		save: (key: string, value: unknown): void => {
			if (value === null) values.delete(key);
			else values.set(key, JSON.parse(JSON.stringify(value)));
		},
	};
	for (const [id, date] of Object.entries(drafts)) {
		storage.save(`stackbook-draft-${id}`, 'Words');
		noteDraft(storage, id, date);
	}
	const ids = (): string[] =>
		[...values.keys()].map(key => key.replace('stackbook-draft-', '')).filter(id => id !== 'dates');
	return { storage, values, ids };
}

describe('drafts', () => {
	test('of questions that were in no note for 90 days go, and no others', () => {
		const { storage, ids } = aStorage({
			'flink-alignment': NOW - 900 * DAY,
			'gone-lately': NOW - 90 * DAY,
			'gone-long': NOW - 91 * DAY,
		});
		pruneDrafts(storage, vault, NOW);
		expect(ids()).toEqual(['flink-alignment', 'gone-lately']);
	});

	test('are counted from the day on which their question was last in a note', () => {
		const { storage, ids } = aStorage({ 'flink-alignment': NOW - 900 * DAY });
		pruneDrafts(storage, vault, NOW);
		pruneDrafts(storage, empty, NOW + 90 * DAY);
		expect(ids()).toEqual(['flink-alignment']);
		pruneDrafts(storage, empty, NOW + 91 * DAY);
		expect(ids()).toEqual([]);
	});

	test('that were rated leave no date behind', () => {
		const { storage, values } = aStorage({ 'flink-alignment': NOW });
		storage.save('stackbook-draft-flink-alignment', null);
		pruneDrafts(storage, vault, NOW);
		expect([...values.keys()]).toEqual([]);
	});

	test('outlive dates that cannot be read', () => {
		const { storage, ids } = aStorage({ gone: NOW - 900 * DAY });
		storage.save('stackbook-draft-dates', ['x']);
		pruneDrafts(storage, vault, NOW);
		expect(ids()).toEqual(['gone']);
	});
});
