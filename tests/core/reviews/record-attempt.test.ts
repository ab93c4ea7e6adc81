import { describe, expect, test } from '@jest/globals';
import { listAttempts, printAttempt, type Attempt } from '../../../src/core/reviews/attempt';
import { attemptsFolder, deviceName, planAttempt } from '../../../src/core/reviews/record-attempt';
import { applyEdits } from '../../../src/core/text/text-edit';
import type { NoteIndex } from '../../../src/core/vault/note-index';
import { aVault } from '../../support/a-note';

const ATTEMPT: Attempt = {
	time: '2026-11-30T23:59:59+08:00',
	questionId: 'kafka-isr',
	rating: 'hard',
	seconds: 30,
	pointsHit: 3,
	pointsTotal: 4,
	missed: [],
};

/** Path and text of the file that an attempt is written to. */
function write(
	index: NoteIndex,
	attempt = ATTEMPT,
	device = 'desk',
): { path: string; text: string } {
	const edit = planAttempt(index, attempt, device);
	if (edit.kind === 'create') return { path: edit.path, text: edit.text };
	const text = index.find(edit.path)?.text ?? '';
	return { path: edit.path, text: applyEdits(text, edit.edits) };
}

describe('the folder of attempts', () => {
	test('stands beside the home note, in the language of the notes', () => {
		const home = '---\ntype: home\n---\n';
		expect(attemptsFolder(aVault({}))).toBe('练习记录');
		expect(attemptsFolder(aVault({ '首页.md': home }))).toBe('练习记录');
		expect(attemptsFolder(aVault({ 'Stackbook/首页.md': home }))).toBe('Stackbook/练习记录');
		const english = home.replace('home', 'home\nlanguage: en');
		expect(attemptsFolder(aVault({ 'Stackbook/Home.md': english }))).toBe('Stackbook/Attempts');
	});
});

describe('the name of a device', () => {
	test.each([
		['My Mac', 'My-Mac'],
		['a/b\\c:d*?"<>|#^[]', 'a-b-c-d'],
		['我的手机 2', '我的手机-2'],
		['..', 'device'],
		['', 'device'],
		['é', 'é'],
		['x'.repeat(50), 'x'.repeat(30)],
	])('%j is safe as %j', (raw, safe) => {
		expect(deviceName(raw)).toBe(safe);
	});
});

describe('the first attempt of a month', () => {
	test('makes a file that is read back', () => {
		const { path, text } = write(aVault({}));
		expect(path).toBe('练习记录/2026-11 desk.md');
		expect(text).toBe(
			`---\ntype: attempts\ndevice: "desk"\nmonth: "2026-11"\n---\n\n${printAttempt(ATTEMPT)}\n`,
		);
		expect(listAttempts(aVault({ [path]: text }))).toEqual([ATTEMPT]);
	});

	test('belongs to the month of its own zone', () => {
		expect(write(aVault({}), { ...ATTEMPT, time: '2026-12-01T00:30:00+08:00' }).path).toContain(
			'2026-12',
		);
	});

	test('has a file for each device', () => {
		expect(write(aVault({}), ATTEMPT, 'my phone').path).toBe('练习记录/2026-11 my-phone.md');
	});
});

describe('a later attempt', () => {
	const later: Attempt = { ...ATTEMPT, time: '2026-11-30T23:59:59Z', rating: 'easy' };

	test.each([
		['LF', '\n', '\n'],
		['CRLF', '\r\n', '\r\n'],
		['a last line without break', '\n', ''],
	])('is appended and changes no byte before it, with %s', (_, eol, end) => {
		const path = '练习记录/2026-11 desk.md';
		const before = ['---', 'type: attempts', '---', printAttempt(ATTEMPT)].join(eol) + end;
		const { text } = write(aVault({ [path]: before }), later);
		expect(text).toBe(`${before}${end === '' ? eol : ''}${printAttempt(later)}${eol}`);
		expect(listAttempts(aVault({ [path]: text }))).toEqual([ATTEMPT, later]);
	});

	test('is appended to a file that is empty', () => {
		const { text } = write(aVault({ '练习记录/2026-11 desk.md': '' }), later);
		expect(text).toBe(`${printAttempt(later)}\n`);
	});
});
