import { expect, test } from '@jest/globals';
import { parseNote, parseSession } from '../../../src/core/index';
import { recordReliability } from '../../support/reliability';

const KEYS = [
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'valueOf',
	'hasOwnProperty',
].concat([
	'isPrototypeOf',
	'propertyIsEnumerable',
	'toLocaleString',
	'__defineGetter__',
	'__defineSetter__',
	'__lookupGetter__',
]);

test('a property named like a member of every object is a property and nothing more', () => {
	for (const key of KEYS) {
		const note = parseNote(
			'a.md',
			`---\n${key}: polluted\n"${key}.polluted": yes\n---\n- [ ] x [${key}:: [[b]]]\n`,
		);
		expect(note.properties.get(key)?.value).toBe('polluted');
		expect(parseNote('a.md', 'x').properties.get(key)).toBeUndefined();
	}
	const before = Object.getOwnPropertyNames(Object.prototype);
	for (const key of KEYS) parseNote('a.md', `---\n${key}:\n  polluted: yes\n---\n`);
	for (const key of KEYS) parseSession(`{"${key}":{"polluted":true}}`);
	const after = Object.getOwnPropertyNames(Object.prototype);
	const polluted = after.filter(name => !before.includes(name)).length;
	recordReliability('security', {
		what: 'names of members of every object as properties',
		count: KEYS.length,
		losses: polluted,
	});
	expect(polluted).toBe(0);
	expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
