const DEVICES = [
	'con',
	'prn',
	'aux',
	'nul',
	...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap(n => [`com${n}`, `lpt${n}`]),
];

/** Paths that lead out of a folder, on one system or another. */
export const ESCAPING_PATHS: readonly string[] = [
	...[
		'..',
		'../x',
		'../../etc/passwd',
		'a/../../x',
		'./../x',
		'a/b/../../../x',
		'.../../../x',
		'..//x',
	],
	...[
		'..\\x',
		'a\\..\\..\\x',
		'..\\..\\Windows',
		'a/..\\../x',
		'/etc/passwd',
		'//host/share',
		'/',
		'\\x',
	],
	...[
		'\\\\host\\share',
		'\\\\?\\C:\\x',
		'\\\\.\\pipe\\x',
		'C:\\x',
		'C:x',
		'c:/x',
		'file:///etc/passwd',
		'x:stream',
	],
	...['a\0b', '../\0', '.obsidian/../../x', '.trash/../../x', '%2e%2e\\x'],
];

/** Names that no system of the readers' should be asked to hold. */
export const HOSTILE_NAMES: readonly string[] = [
	...DEVICES,
	...DEVICES.map(name => `${name.toUpperCase()}.md`),
	...[
		'com¹',
		'LPT²',
		'nul.tar.gz',
		'trail.',
		'...',
		'.',
		'.hidden',
		'.obsidian',
		'a\nb',
		'a\tb',
		'a\u007fb',
	],
	...[
		'a\u0085b',
		'a\u2028b',
		'a#b',
		'a^b',
		'a[b',
		'a]b',
		'a|b',
		'a:b',
		'a*b',
		'a?b',
		'a"b',
		'a<b',
		'a>b',
		'a%%b',
		'{{id}}',
	],
];
