import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sectionsOf } from '../../../src/core/vault/section';
import { aNote } from '../../support/a-note';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

const outline = (text: string): string[] =>
	sectionsOf(aNote('a.md', text)).map(({ heading, parents }) =>
		[...parents, heading].map(({ text: title }) => title).join(' > '),
	);

test('a section knows the headings above it', () => {
	expect(outline('# A\n## B\n#### C\n### D\n## E\n# F\n### G')).toEqual([
		'A',
		'A > B',
		'A > B > C',
		'A > B > D',
		'A > E',
		'F',
		'F > G',
	]);
});

test('a section owns what stands below its heading up to the next one of any level', () => {
	const text = 'before\n# A\n\ntext\n## B\r\nb';
	const own = sectionsOf(aNote('a.md', text)).map(section =>
		text.slice(section.own.start, section.own.end),
	);
	expect(own).toEqual(['\n\ntext\n', '\r\nb']);
});

test('a note without headings has no sections', () => {
	expect(outline('text\n- [ ] a')).toEqual([]);
});

test('sections of any note lie one after the other, and parents have lower levels', () => {
	fc.assert(
		fc.property(anyMarkdown, text => {
			let end = 0;
			for (const { heading, own, parents } of sectionsOf(aNote('a.md', text))) {
				expect(heading.range.start).toBeGreaterThanOrEqual(end);
				expect(own.start).toBe(heading.range.end);
				expect(own.end).toBeGreaterThanOrEqual(own.start);
				const levels = [...parents, heading].map(({ level }) => level);
				expect(levels).toEqual([...new Set(levels)].sort((a, b) => a - b));
				end = own.end;
			}
		}),
		{ numRuns: propertyRuns(200) },
	);
});
