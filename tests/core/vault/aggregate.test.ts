import { describe, expect, test } from '@jest/globals';
import type { Aggregate } from '../../../src/core/vault/aggregate';
import { aNote, aVault } from '../../support/a-note';

/** Counts the notes, and how often it was told of one. */
function counted(): Aggregate<{ notes: number; told: number }> {
	const value = { notes: 0, told: 0 };
	return {
		value,
		replace(before, after) {
			value.notes += Number(after !== undefined) - Number(before !== undefined);
			value.told++;
		},
	};
}

/** Texts of all notes, each read ahead. */
const reading = (): Aggregate<string[]> => {
	const value: string[] = [];
	return {
		value,
		*readAhead() {
			yield;
		},
		replace(before, after) {
			if (before) value.splice(value.indexOf(before.text), 1);
			if (after) value.push(after.text);
		},
	};
};

describe('what is gathered of all notes', () => {
	test('is told of each note once, and from then on of what changes alone', () => {
		const index = aVault({ 'a.md': '', 'b.md': '', 'c.md': '' });
		expect(index.gather(counted)).toEqual({ notes: 3, told: 3 });
		index.set(aNote('d.md', 'x'));
		index.set(aNote('a.md', 'x'));
		index.remove('b.md');
		index.remove('nothing.md');
		index.addFile('x.png');
		expect(index.gather(counted)).toEqual({ notes: 3, told: 6 });
	});

	test('is gathered a note at a time by one who asks for steps, whatever changes in between', () => {
		const index = aVault({ 'a.md': '', 'b.md': '', 'c.md': '' });
		const steps = index.prepare(counted);
		steps.next();
		index.set(aNote('a.md', 'met already'));
		index.set(aNote('c.md', 'not met yet'));
		index.set(aNote('d.md', 'new'));
		index.remove('b.md');
		let more = 0;
		while (!steps.next().done) more++;
		expect(more).toBe(2);
		expect(index.gather(counted)).toEqual({ notes: 3, told: 4 });
	});

	test('is whole for one who asks while it is gathered in steps', () => {
		const index = aVault({ 'a.md': '', 'b.md': '', 'c.md': '' });
		const steps = index.prepare(counted);
		steps.next();
		expect(index.gather(counted).notes).toBe(3);
		expect(steps.next().done).toBe(true);
		expect(index.gather(counted)).toEqual({ notes: 3, told: 3 });
	});

	test('is right where a note changes while it is read ahead', () => {
		const index = aVault({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c' });
		const steps = index.prepare(reading);
		steps.next();
		index.set(aNote('a.md', 'a anew'));
		steps.next();
		steps.next();
		index.remove('b.md');
		index.set(aNote('b.md', 'b again'));
		while (!steps.next().done);
		expect([...index.gather(reading)].sort()).toEqual(['a anew', 'b again', 'c']);
	});

	test('is whole for one who asks while a note is read ahead', () => {
		const index = aVault({ 'a.md': 'a', 'b.md': 'b' });
		const steps = index.prepare(reading);
		steps.next();
		expect([...index.gather(reading)].sort()).toEqual(['a', 'b']);
		index.set(aNote('a.md', 'a anew'));
		while (!steps.next().done);
		expect([...index.gather(reading)].sort()).toEqual(['a anew', 'b']);
	});
});
