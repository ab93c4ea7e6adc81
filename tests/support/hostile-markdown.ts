import fc from 'fast-check';

/** Pieces that begin, end or break something; put together at random they make what no person writes. */
const PIECES = [
	...[
		'---',
		'--- ',
		'...',
		'a: 1',
		'b: [x',
		'? k',
		'- ',
		'* [x] ',
		'- [ ]',
		'1. ',
		'  - ',
		'> ',
		'>',
	],
	...[
		'# ',
		'## ',
		'###',
		'#tag',
		'#中文/标签',
		'^id',
		' ^block-1',
		'===',
		'***',
		'| a | b |',
		'|---|',
	],
	...[
		'```',
		'````',
		'~~~',
		'```js',
		'`',
		'``',
		'$',
		'$$',
		'%%',
		'text %% open',
		'<!--',
		'-->',
		'<div>',
		'    ',
		'\t',
	],
	...[
		'[[',
		']]',
		'![[',
		'[[Kafka]]',
		'[[a|b]]',
		'[[a\\|b]]',
		'[x](y.md)',
		'![](<a b.png>)',
		'](',
		'\\',
	],
	...[
		'> [!note]- t',
		'[!answer]',
		'[',
		']',
		'(',
		')',
		'|',
		'**',
		'为什么？',
		'…',
		'\u{1F600}',
		'e\u0301',
	],
	...['\uFEFF', '\0', '\u2028', '\u00A0', '\u3000', '\uD800', ' ', '  ', 'word', '__proto__'],
	...['<!-- stackbook:begin backlinks -->', '<!-- stackbook:end backlinks -->'],
	...['<!-- stackbook:begin progress hash=0123456789abcdef -->', '<!-- stackbook:end progress -->'],
	...['<!-- stackbook:begin members:table-format frozen -->', '<!-- stackbook:begin x'],
];

const lineBreak = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n');

const hostileLine = fc
	.array(fc.constantFrom(...PIECES), { maxLength: 6 })
	.map(pieces => pieces.join(''));

const lines = fc
	.array(fc.tuple(hostileLine, lineBreak), { maxLength: 30 })
	.map(pairs => pairs.flat().join(''));

/** Any string at all, and hostile Markdown, half of it behind front matter. */
export const anyMarkdown: fc.Arbitrary<string> = fc.oneof(
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
	{ weight: 3, arbitrary: lines },
	{
		weight: 2,
		arbitrary: fc
			.tuple(
				fc.constantFrom('', '\uFEFF'),
				lines,
				fc.constantFrom('---\n', '---\r\n', '---'),
				lines,
			)
			.map(([mark, content, fence, body]) => `${mark}---\n${content}${fence}${body}`),
	},
);
