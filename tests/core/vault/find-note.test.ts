import { describe, expect, test } from '@jest/globals';
import { findNote } from '../../../src/core/vault/find-note';
import { aVault } from '../../support/a-note';

const index = aVault({
	'技术/Flink.md': '---\nid: flink\naliases: [Apache Flink, Kafka]\n---\n',
	'技术/Kafka.md': '---\nid: kafka\naliases:\n  - 卡夫卡\n---\n',
	'Spark.md': '---\nid: spark-core\n---\n',
	'旧/Spark.md': '',
	'x/One.md': '---\naliases: [Same]\n---\n',
	'x/Two.md': '---\naliases: [Same]\n---\n',
	'image.png': '',
});

function find(name: string): string | readonly string[] {
	const search = findNote(index, name);
	if (search.kind === 'found') return search.note.path;
	return search.kind === 'ambiguous' ? search.candidates : search.nearest;
}

describe('findNote', () => {
	test.each([
		['技术/Flink.md', '技术/Flink.md'],
		['技术/flink', '技术/Flink.md'],
		['技术\\Flink.md', '技术/Flink.md'],
		['./技术/Flink', '技术/Flink.md'],
		['FLINK', '技术/Flink.md'],
		[' flink ', '技术/Flink.md'],
		['apache flink', '技术/Flink.md'],
		['卡夫卡', '技术/Kafka.md'],
		['spark-core', 'Spark.md'],
	])('finds %j', (name, path) => {
		expect(find(name)).toBe(path);
	});

	test('prefers a path to a title and a title to an alias', () => {
		expect(find('Spark')).toBe('Spark.md');
		expect(find('旧/Spark')).toBe('旧/Spark.md');
		expect(find('Kafka')).toBe('技术/Kafka.md');
	});

	test('names all that are meant alike', () => {
		expect(findNote(index, 'same')).toEqual({
			kind: 'ambiguous',
			candidates: ['x/One.md', 'x/Two.md'],
		});
	});

	test('names the nearest where there is none', () => {
		expect(find('Flnk')).toEqual(['Flink']);
		expect(find('卡夫')).toEqual(['卡夫卡']);
		expect(find('Kubernetes')).toEqual([]);
		expect(find('')).toEqual([]);
	});
});
