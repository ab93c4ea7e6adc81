// What is written once is kept right; what was right once is not any more.
import { describe, expect, test } from '@jest/globals';
import { plainText } from '../../src/core/markdown/plain-text';
import { proseOf, readShippedVault, shippedNotes, type ProseLine } from '../support/shipped-vault';

const lines = shippedNotes(readShippedVault()).flatMap(proseOf);

function sentencesOf(line: ProseLine): string[] {
	return plainText(line.text)
		.split(/[。！？；]/)
		.map(sentence => sentence.trim());
}

/** Sources are named wherever they are used; titles of callouts, lines of questions and rules of tables say nothing. */
function isNoSentence({ text, label, sections }: ProseLine): boolean {
	if (label === '依据' || (sections.includes('参考资料') && text.startsWith('- ['))) return true;
	return /^> \[!|^- \[.\] .* \^[\w-]+$|^[|\s:-]+$/u.test(text);
}

test('no sentence of 15 or more characters stands twice, in one note or in two', () => {
	const first = new Map<string, string>();
	const twice: string[] = [];
	for (const line of lines.filter(candidate => !isNoSentence(candidate))) {
		for (const sentence of sentencesOf(line)) {
			if ([...sentence].length < 15) continue;
			const other = first.get(sentence);
			if (other === undefined) first.set(sentence, line.place);
			else twice.push(`${other} ${line.place} ${sentence}`);
		}
	}
	expect(twice).toEqual([]);
});

describe('a stale term', () => {
	/** Pattern, and the notes it is about (all when missing). */
	const STALE: readonly (readonly [RegExp, RegExp?])[] = [
		[/--zookeeper\b/],
		[/ZooKeeper|\/controller\b/i, /Kafka\.md/],
		[/producer\.type|SimpleConsumer|request\.required\.acks/, /Kafka\.md/],
		[/linger\.ms[^，。；]*(?:默认|=)\s*`?0\b/],
		[/replica\.lag\.time\.max\.ms[^，。；]*10\s*(?:s|秒|000)/],
		[/DataSet API|FlinkKafka(?:Consumer|Producer)|\b(?:Rich)?SourceFunction|TimeCharacteristic/],
		[/FsStateBackend|RocksDBStateBackend|MemoryStateBackend|flink-conf\.yaml|per-job/i],
		[/\bDStream|on Mesos/],
		[/\b50070\b|\b9820\b/],
		[/Sqoop|Sentry|Oozie|\bFlume\b/],
		[/(?:Paimon|Hudi|SeaTunnel)[^。；]*(?:incubating|孵化)/i],
		[/schedule_interval|execution_date|SubDagOperator|SequentialExecutor/],
		[/单机(?:十|百|几)?万级/],
	];

	/** Words by which a line says that it speaks of the past. */
	const PAST =
		/移除|删除|去掉|弃用|废弃|淘汰|不再|取代|替换|换成|改[为名用成]|旧|老|早期|过去|之前|以前|曾|历史|遗留|退役|毕业|休眠|停止|没有|Attic|1\.x/;

	function isAboutThePast({ sections, label }: ProseLine): boolean {
		return sections.includes('版本演进') || label === '常见误答';
	}

	/** The line's note and section: what one of its lines says holds for the others. */
	function sectionOf({ place, sections }: ProseLine): string {
		return [place.replace(/:\d+$/, ''), ...sections].join('#');
	}

	test('is found outside of 版本演进 and 常见误答 only where its section says that it is gone', () => {
		const stale = STALE.flatMap(([term, notes]) => {
			const named = lines.filter(
				line => term.test(line.text) && !isNoSentence(line) && (notes?.test(line.place) ?? true),
			);
			const gone = new Set(named.filter(({ text }) => PAST.test(text)).map(sectionOf));
			return named
				.filter(line => !isAboutThePast(line) && !gone.has(sectionOf(line)))
				.map(({ place, text }) => `${place} ${term.exec(text)?.[0] ?? ''}: ${text}`);
		});
		expect(stale).toEqual([]);
	});
});
