import fc from 'fast-check';

// What people write, without the few things that Obsidian and CommonMark read differently (setext
// headings, HTML, reference links, comments, math): so two readers of it must agree.

const word = fc.constantFrom('流', 'state', '一致性', 'Flink', 'and', '5', 'α', '检查点，', '？');

const whole = fc.oneof(
	{ weight: 6, arbitrary: word },
	fc.constantFrom(
		...['[[Kafka]]', '[[Kafka|K]]', '[k](Kafka.md)', '**b**', '*i*', '~~s~~', '#tag', '\\`'],
		...['`code`', '`` a`b ``', '`[[Flink]]`', '``[x](y.md)``', '\\[[x]]'],
	),
);

const text = lineOf(fc.oneof({ weight: 9, arbitrary: whole }, fc.constantFrom('`', '```')));

function lineOf(span: fc.Arbitrary<string>): fc.Arbitrary<string> {
	return fc.array(span, { minLength: 1, maxLength: 6 }).map(spans => `x ${spans.join(' ')}`);
}

const paragraph = fc.array(text, { minLength: 1, maxLength: 3 });

const heading = fc
	.tuple(fc.integer({ min: 1, max: 6 }), fc.oneof(text, fc.constant('')))
	.map(([level, title]) => [`${'#'.repeat(level)} ${title}`]);

const codeLine = fc.constantFrom(
	'[[a]]',
	'# no',
	'- x',
	'',
	'> q',
	'    deep',
	'`',
	'``',
	'| a |',
	'~~',
);

const fence = fc
	.tuple(
		fc.constantFrom('```', '````', '~~~'),
		fc.constantFrom('', 'ts', ' sql'),
		fc.array(codeLine),
	)
	.map(([marks, info, lines]) => [marks + info, ...lines, marks]);

const indentedCode = fc
	.array(codeLine, { maxLength: 3 })
	.map(lines => ['    [[first]]', ...lines.map(line => `    ${line}`), '    # last']);

// A stray backtick in a cell would reach into the next row of a reader that knows no tables.
const table = fc
	.array(lineOf(whole), { minLength: 1, maxLength: 3 })
	.map(cells => ['| a |', '| --- |', ...cells.map(cell => `| ${cell} |`)]);

/** Puts a mark before the first line and the same room before the others. */
function indent(lines: readonly string[], mark: string): string[] {
	const room = ' '.repeat(mark.length);
	return lines.map((line, i) => (i === 0 ? mark : line === '' ? '' : room) + line);
}

function separate(blocks: readonly (readonly string[])[]): string[] {
	return blocks.flatMap((block, i) => (i === 0 ? block : ['', ...block]));
}

const { block } = fc.letrec<{ block: string[]; list: string[]; quote: string[] }>(tie => ({
	block: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		paragraph,
		fence,
		table,
		indentedCode,
		tie('list'),
		tie('quote'),
	),
	// An item that begins with indented code is one thing that even CommonMark's authors find odd.
	list: fc
		.tuple(
			fc.constantFrom('- ', '* ', '1. ', '1) ', '-   '),
			fc.array(
				fc
					.tuple(fc.oneof(paragraph, fence), fc.array(tie('block'), { maxLength: 2 }))
					.map(([first, others]) => separate([first, ...others])),
				{ minLength: 1, maxLength: 3 },
			),
		)
		.map(([mark, items]) => items.flatMap(item => indent(item, mark))),
	quote: fc
		.array(tie('block'), { minLength: 1, maxLength: 2 })
		.map(blocks => separate(blocks).map(line => `> ${line}`)),
}));

/** Notes that every reader of Markdown should take apart in the same way. */
export const ordinaryMarkdown: fc.Arbitrary<string> = fc
	.tuple(
		fc.array(fc.oneof({ weight: 3, arbitrary: block }, heading), { maxLength: 6 }),
		fc.constantFrom('\n', '\n', '\r\n'),
	)
	.map(([blocks, lineBreak]) => separate(blocks).join(lineBreak));
