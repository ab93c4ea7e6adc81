import type { NoteLanguage } from './note-type';

interface CategoryName {
	readonly zh: string;
	readonly en: string;
}

/** Categories that ship, in the order in which tables list them. A reader's own category stands for itself. */
const NAMES: ReadonlyMap<string, CategoryName> = new Map([
	['stream-processing', { zh: '流计算', en: 'Stream processing' }],
	['message-queue', { zh: '消息队列', en: 'Message queues' }],
	['table-format', { zh: '表格式', en: 'Table formats' }],
	['data-integration', { zh: '数据集成', en: 'Data integration' }],
	['batch-processing', { zh: '批计算', en: 'Batch processing' }],
	['query-engine', { zh: '数仓与查询引擎', en: 'Warehouses and query engines' }],
	['olap', { zh: 'OLAP 引擎', en: 'OLAP engines' }],
	['storage', { zh: '分布式存储', en: 'Distributed storage' }],
	['database', { zh: '数据库与检索', en: 'Databases and search' }],
	['coordination', { zh: '资源与协调', en: 'Resources and coordination' }],
	['scheduler', { zh: '任务调度', en: 'Schedulers' }],
	['governance', { zh: '安全与治理', en: 'Security and governance' }],
	['platform', { zh: '平台与运维', en: 'Platforms and operations' }],
	['language', { zh: '语言与系统', en: 'Languages and systems' }],
	['foundations', { zh: '基础理论', en: 'Foundations' }],
]);

/** Name of a category in the language of the notes. */
export function categoryName(category: string, language: NoteLanguage): string {
	return NAMES.get(category)?.[language] ?? category;
}

/** True for a category that ships: it may be named before any note is of it. */
export function isShippedCategory(category: string): boolean {
	return NAMES.has(category);
}

/** The category that ships under a name, in either language; undefined if none does. */
export function categoryNamed(name: string): string | undefined {
	const wanted = name.trim().toLowerCase();
	for (const [category, names] of NAMES) {
		const known = [category, names.zh, names.en];
		if (known.some(one => one.toLowerCase() === wanted)) return category;
	}
	return undefined;
}

/** Position of a category in tables; unknown ones come last. */
export function categoryOrder(category: string): number {
	const position = [...NAMES.keys()].indexOf(category);
	return position === -1 ? NAMES.size : position;
}
