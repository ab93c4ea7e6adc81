// Whatever text lies in a vault is read, by every reader of notes, without a word of complaint from the program itself.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	checkVault,
	createNoteIndex,
	listQuestions,
	parseNote,
	planVaultRefresh,
	untrackedQuestions,
} from '../../../src/core/index';
import { anyMarkdown } from '../../support/hostile-markdown';
import { growth, MOST_GROWTH } from '../../support/growth';
import { propertyRuns } from '../../support/property-runs';
import { assertAndRecord } from '../../support/reliability';

const QUESTION = '\n\n## 原理\n\n### 为什么？\n- [ ] 甲 · L1 ★ ^kept\n';

test('any text is read to its end, and hides no question of another note', () => {
	assertAndRecord(
		'security',
		'texts of any kind, read by every reader of notes',
		fc.property(anyMarkdown, text => {
			const index = createNoteIndex([parseNote('a.md', text), parseNote('b.md', QUESTION)]);
			expect(listQuestions(index).filter(({ path }) => path === 'b.md')).toHaveLength(1);
			untrackedQuestions(index);
			checkVault(index);
			planVaultRefresh(index);
		}),
		propertyRuns(400, 40_000),
	);
}, 600_000);

test.each(['[a](', '- ', '> ', '[[', '`', '- [ ] x ^a\n', '### a？\n- [ ] x ^a\n', 'a: [\n'])(
	'%j over and over is read in its share of time',
	piece => {
		const read = (length: number) => (): void => {
			const text = piece.repeat(length / piece.length);
			listQuestions(createNoteIndex([parseNote('a.md', text)]));
		};
		expect(growth(read(50_000), read(200_000))).toBeLessThan(MOST_GROWTH);
	},
);
