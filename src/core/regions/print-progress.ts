import { printTable } from '../markdown/table';
import { listQuestions } from '../questions/question';
import { countProgress, reportProgress } from '../questions/progress';
import type { Progress } from '../questions/progress';
import { categoryName, categoryOrder } from '../schema/category';
import type { NoteLanguage } from '../schema/note-type';
import { compareText } from '../text/compare-text';
import type { RegionContext } from './region-context';

const WORDS: Readonly<
	Record<NoteLanguage, { header: readonly string[]; all: string; none: string }>
> = {
	zh: { header: ['类别', '总数', '待答', '不稳', '扎实'], all: '合计', none: '未分类' },
	en: { header: ['Category', 'Total', 'Open', 'Shaky', 'Solid'], all: 'All', none: 'No category' },
};

/** Open, shaky and solid of the total, a row for each category and one for all. */
export function printProgress({ index, language }: RegionContext): string {
	const words = WORDS[language];
	const questions = listQuestions(index);
	const { byCategory } = reportProgress(questions);
	const row = (name: string, { total, open, shaky, solid }: Progress): string[] => [
		name,
		...[total, open, shaky, solid].map(String),
	];
	const rows = Object.entries(byCategory)
		.sort(([a], [b]) => categoryOrder(a) - categoryOrder(b) || compareText(a, b))
		.map(([category, progress]) =>
			row(category === 'none' ? words.none : categoryName(category, language), progress),
		);
	return printTable(words.header, [...rows, row(words.all, countProgress(questions))]);
}
