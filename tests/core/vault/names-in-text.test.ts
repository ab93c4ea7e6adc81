import { expect, test } from '@jest/globals';
import { createNamesInText } from '../../../src/core/vault/names-in-text';

const NAMES = [
	['Flink', 'Flink.md'],
	['Flink CDC', 'Flink CDC.md'],
	['检查点', '检查点.md'],
	['ckpt', '检查点.md'],
	['LSM 树', 'LSM.md'],
	['状态后端', '状态.md'],
	['后端选型', '选型.md'],
	['J', 'J.md'],
	['水', '水.md'],
	['Spark', 'a/Spark.md'],
	['spark', 'b/Spark.md'],
] as const;
const names = createNamesInText(NAMES);

test.each([
	['a Latin name between spaces', '用 Flink 读', ['Flink.md']],
	['in any case', 'FLINK', ['Flink.md']],
	['right beside Chinese', '用Flink读', ['Flink.md']],
	['beside a mark', '（Flink）、Flink-based', ['Flink.md']],
	['not inside of another word', 'Flinky, PyFlink, Flink2', []],
	['a Chinese name without spaces', '为什么检查点超时', ['检查点.md']],
	['an alias', '一次 ckpt 失败', ['检查点.md']],
	['mixed, with a Latin edge', 'XLSM 树和LSM 树', ['LSM.md']],
	['mixed, inside of a word', 'XLSM 树', []],
	['the longer of two names', 'Flink CDC 是什么', ['Flink CDC.md']],
	['both where both stand', 'Flink CDC 和 Flink', ['Flink CDC.md', 'Flink.md']],
	['both of two that overlap', '状态后端选型', ['状态.md', '选型.md']],
	['no name of one character', 'J 水 j', []],
	['all notes of one name', 'Spark', ['a/Spark.md', 'b/Spark.md']],
	['none in an empty text', '', []],
])('a text names %s', (_, text, expected) => {
	expect([...names.find(text)]).toEqual(expected);
});

test('letters with marks are one word in either Unicode form', () => {
	const cafe = createNamesInText([['Café', 'c.md']]);
	expect([...cafe.find('un cafe\u0301 noir')]).toEqual(['c.md']);
	expect([...createNamesInText([['Caf', 'c.md']]).find('café')]).toEqual([]);
});
