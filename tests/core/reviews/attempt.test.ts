import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	attemptsIn,
	deviceOf,
	listAttempts,
	parseAttempt,
	printAttempt,
	RATINGS,
	shortenPoint,
	type Attempt,
} from '../../../src/core/reviews/attempt';
import { aNote, aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';
import { assertAndRecord } from '../../support/reliability';

const LINE =
	'- 2026-11-20T21:04:05+08:00 · flink-barrier-alignment · good · 95s · 4/5 · missed: 对齐期间缓存';
const ATTEMPT: Attempt = {
	time: '2026-11-20T21:04:05+08:00',
	questionId: 'flink-barrier-alignment',
	rating: 'good',
	seconds: 95,
	pointsHit: 4,
	pointsTotal: 5,
	missed: ['对齐期间缓存'],
};

const two = (number: number): string => String(number).padStart(2, '0');
const time = fc
	.tuple(
		fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
		fc.constantFrom('Z', '+08:00', '-03:30'),
	)
	.map(([date, zone]) => date.toISOString().slice(0, 19) + zone);
const attempt: fc.Arbitrary<Attempt> = fc.record({
	time,
	questionId: fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/),
	rating: fc.constantFrom(...RATINGS),
	seconds: fc.nat(9_999_999),
	pointsHit: fc.nat(9999),
	pointsTotal: fc.nat(9999),
	missed: fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
});

describe('the line of an attempt', () => {
	test('is that of the note format', () => {
		expect(parseAttempt(LINE)).toEqual(ATTEMPT);
		expect(printAttempt(ATTEMPT)).toBe(LINE);
	});

	test('parts missed points by a bar and leaves the part out where none was missed', () => {
		const line = printAttempt({ ...ATTEMPT, missed: ['a', 'b · c'] });
		expect(line).toMatch(/ · 4\/5 · missed: a \| b · c$/);
		expect(parseAttempt(line)?.missed).toEqual(['a', 'b · c']);
		const none = printAttempt({ ...ATTEMPT, missed: [] });
		expect(none).toMatch(/4\/5$/);
		expect(parseAttempt(none)?.missed).toEqual([]);
	});

	test('is read with blanks or CR at its end', () => {
		expect(parseAttempt(`${LINE} \t\r`)).toEqual(ATTEMPT);
	});

	test('can be read back as the same attempt', () => {
		fc.assert(
			fc.property(attempt, tried => {
				const missed = tried.missed.map(shortenPoint).filter(point => point !== '');
				const line = printAttempt(tried);
				expect(line).not.toMatch(/[\r\n]/);
				expect(parseAttempt(line)).toEqual({ ...tried, missed });
				expect(printAttempt({ ...tried, missed })).toBe(line);
			}),
			{ numRuns: propertyRuns(500) },
		);
	});

	test.each([
		['', 'nothing'],
		['- 学 Flink', 'another list item'],
		[LINE.slice(0, 40), 'a line cut short'],
		[LINE.slice(2), 'no list mark'],
		[` ${LINE}`, 'an indented line'],
		[LINE.replace('good', 'great'), 'a rating that nobody knows'],
		[LINE.replace('+08:00', ''), 'a time without zone'],
		[LINE.replace('11-20', '13-40'), 'a day that is none'],
		[LINE.replace('21:04', '25:61'), 'a time of day that is none'],
		[LINE.replace('95s', '-5s'), 'negative seconds'],
		[LINE.replace('4/5', '4-5'), 'points that are no points'],
		[LINE.replace('barrier', 'barrier x'), 'an id with a space'],
		['<<<<<<< HEAD', 'a mark of a merge conflict'],
	])('%j is none: %s', line => {
		expect(parseAttempt(line)).toBeUndefined();
	});
});

describe('a missed point', () => {
	test.each([
		['`acks=all` 与 **ISR**', 'acks=all 与 ISR'],
		['[[Kafka|队列]] 的位点', 'Kafka/队列 的位点'],
		['一\n二\r\n三', '一 二 三'],
		['**`[]', ''],
		['a\0b\x1b', 'a b'],
	])('is kept as plain text on one line: %j', (point, plain) => {
		expect(shortenPoint(point)).toBe(plain);
	});

	test('is cut at 40 characters without tearing one', () => {
		expect(shortenPoint('😀'.repeat(41))).toBe(`${'😀'.repeat(39)}…`);
		expect(shortenPoint('字'.repeat(40))).toBe('字'.repeat(40));
	});

	test('does not change when it is shortened again', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 100 }), point => {
				expect(shortenPoint(shortenPoint(point))).toBe(shortenPoint(point));
			}),
			{ numRuns: propertyRuns(300) },
		);
	});
});

function aFile(device: string, ...lines: string[]): string {
	return ['---', 'type: attempts', `device: "${device}"`, '---', ...lines, ''].join('\n');
}

describe('the attempts of a vault', () => {
	const early = printAttempt({ ...ATTEMPT, time: '2026-11-20T09:00:00+08:00', questionId: 'a' });
	const late = printAttempt({ ...ATTEMPT, time: '2026-11-20T02:00:00Z', questionId: 'b' });

	test('come by time, whatever the zone and the file', () => {
		const index = aVault({
			'练习记录/2026-11 phone.md': aFile('phone', late),
			'练习记录/2026-11 desk.md': aFile('desk', early),
		});
		expect(listAttempts(index).map(({ questionId }) => questionId)).toEqual(['a', 'b']);
	});

	test('are the union of the lines: what two files share counts once', () => {
		const index = aVault({
			'desk.md': aFile('desk', early, late),
			'desk (conflicted copy).md': aFile('desk', late, early, early),
		});
		expect(listAttempts(index)).toHaveLength(2);
	});

	test('leave out damaged lines, ordinary notes and templates', () => {
		const index = aVault({
			'desk.md': aFile('desk', '<<<<<<<', early, late.slice(0, -30), '说明', '>>>>>>>'),
			'plain.md': late,
			'模板.md': `---\ntype: attempts\nid: "{{id}}"\n---\n{{title}}\n${late}\n`,
		});
		expect(listAttempts(index).map(({ questionId }) => questionId)).toEqual(['a']);
	});

	test('are the same in whatever order lines and files come', () => {
		const close = attempt.map(tried => ({
			...tried,
			time: `2026-11-20T00:00:0${tried.seconds % 3}Z`,
		}));
		const lists = fc.array(close, { maxLength: 8 }).chain(attempts => {
			const lines = attempts.map(printAttempt);
			return fc.tuple(
				fc.constant(lines),
				fc.shuffledSubarray(lines, { minLength: lines.length }),
				fc.nat(lines.length),
			);
		});
		assertAndRecord(
			'attempts',
			'attempts of two devices merged in any order are the union',
			fc.property(lists, ([lines, shuffled, cut]) => {
				const whole = aVault({ 'desk.md': aFile('desk', ...lines) });
				const merged = aVault({
					'z.md': aFile('desk', ...shuffled.slice(0, cut)),
					'b.md': aFile('phone', ...shuffled.slice(cut), ...shuffled.slice(0, 1)),
				});
				expect(listAttempts(merged)).toEqual(listAttempts(whole));
			}),
			propertyRuns(200, 2000),
		);
	});
});

test('the attempts in one note come in the order of its lines, with any line break', () => {
	const lines = [5, 3].map(day => LINE.replace('11-20', `11-${two(day)}`));
	for (const eol of ['\n', '\r\n', '\r']) {
		const found = attemptsIn(aNote('a.md', ['x', ...lines, ''].join(eol)));
		expect(found.map(tried => tried.time.slice(8, 10))).toEqual(['05', '03']);
	}
});

test('the device of a file is the one it names', () => {
	expect(deviceOf(aNote('a.md', aFile('desk')))).toBe('desk');
	expect(deviceOf(aNote('a.md', ''))).toBeUndefined();
});
