import { describe, expect, test } from '@jest/globals';
import { nearestNames } from '../../../src/core/text/nearest-names';

const NAMES = ['Flink', 'Flink CDC', 'Kafka', 'Paimon', 'Spark', '水位线'];

describe('nearestNames', () => {
	test('finds what was mistyped, ignoring case', () => {
		expect(nearestNames('kafak', NAMES)).toEqual(['Kafka']);
		expect(nearestNames('PAIMOM', NAMES)).toEqual(['Paimon']);
		expect(nearestNames('水位', NAMES)).toEqual(['水位线']);
	});

	test('puts an equal name first and then those that contain it', () => {
		expect(nearestNames('flin', NAMES)).toEqual(['Flink', 'Flink CDC']);
		expect(nearestNames('Flnk', NAMES)).toEqual(['Flink']);
	});

	test('offers nothing that is too far away to be meant', () => {
		expect(nearestNames('Kubernetes', NAMES)).toEqual([]);
		expect(nearestNames('', NAMES)).toEqual([]);
	});

	test('gives as many as wanted, each once, in an order that does not depend on theirs', () => {
		const many = ['b1', 'b2', 'b3', 'b4', 'b1'];
		expect(nearestNames('b', many)).toEqual(['b1', 'b2', 'b3']);
		expect(nearestNames('b', [...many].reverse(), 2)).toEqual(['b1', 'b2']);
	});

	test('takes no long time over long names', () => {
		const long = 'x'.repeat(1_000_000);
		expect(nearestNames(long, [long, 'Kafka'])).toEqual([long]);
	});
});
