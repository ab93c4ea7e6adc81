// What a reader may do to a shipped note, and what an upgrade makes of it.
import { describe, expect, test } from '@jest/globals';
import { upgradeVault } from '../../support/small-releases';

const HOME = ['---', 'type: home', 'format: 1', 'language: zh', '---', '', '## 开始', ''].join(
	'\n',
);

const OLD = [
	'---',
	'type: technology',
	'id: flink',
	'aliases:',
	'  - Apache Flink',
	'version: "2.2"',
	'---',
	'> [!abstract] 一句话',
	'> 流处理引擎。',
	'',
	'## 原理',
	'',
	'旧的第一句。',
	'',
	'旧的第二句。',
	'',
	'### 屏障为什么要对齐？',
	'- [ ] 屏障 · L3 ★★ ^flink-barrier',
	'',
	'> [!answer]- 参考答案',
	'> **30 秒** 旧答案。',
	'>',
	'> **要点**',
	'> - 一',
	'> - 二',
	'',
	'## 参考资料',
	'',
	'- 链接',
	'',
].join('\n');

const NEW = OLD.replace('version: "2.2"', 'version: "2.3"')
	.replace('  - Apache Flink\n', '  - Apache Flink\n  - 弗林克\n')
	.replace('旧的第一句。', '新的第一句。')
	.replace('旧答案。', '新答案。')
	.replace('屏障 · L3 ★★ ', '屏障 · L3 ★★★ ')
	.replace(
		'## 参考资料',
		'### 水位线怎样推进？\n- [ ] 水位线 · L2 ★ ^flink-watermark\n\n> [!answer]- 参考答案\n> **30 秒** 跟着事件走。\n\n## 参考资料',
	)
	.concat('\n## 进度\n\n<!-- stackbook:begin progress -->\n\n<!-- stackbook:end progress -->\n');

const [FIRST, SECOND] = [
	{ '首页.md': HOME, '技术/Flink.md': OLD },
	{ '首页.md': HOME, '技术/Flink.md': NEW },
];
const PATH = '技术/Flink.md';

function upgraded(text: string, path = PATH): string {
	const { after } = upgradeVault({ '首页.md': HOME, [path]: text }, [FIRST, SECOND]);
	return after[path] ?? '';
}

describe('a note that the reader did not touch', () => {
	test('becomes the new one', () => {
		expect(upgraded(OLD)).toBe(NEW);
	});

	test('keeps its byte order mark and its line breaks', () => {
		const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
		expect(upgraded(windows(OLD))).toBe(windows(NEW));
	});

	test('is followed to where it was moved, whatever its name is now', () => {
		expect(upgraded(OLD, '我的/弗林克.md')).toBe(NEW);
	});

	test('is one whose properties Obsidian wrote in its own way', () => {
		const quoted = OLD.replace('version: "2.2"', "version: '2.2'");
		expect(upgraded(quoted)).toBe(NEW);
	});
});

describe('what the reader wrote', () => {
	test.each([
		['a tick', '- [ ] 屏障', '- [x] 屏障'],
		['an answer below the question', '> - 二\n', '> - 二\n\n我的回答。\n'],
		['an answer above the callout', '^flink-barrier\n', '^flink-barrier\n\n我的回答。\n'],
		['a section', '## 参考资料', '## 我的笔记\n\n自己的话。\n\n## 参考资料'],
		['a section below a question', '## 参考资料', '#### 追记\n\n自己的话。\n\n## 参考资料'],
		['a line in a shipped section', '旧的第二句。', '旧的第二句。\n\n我补一句。'],
		['a property', 'id: flink', 'id: flink\n我的评分: 5'],
		['an alias', '  - Apache Flink', '  - Apache Flink\n  - 小松鼠'],
		['a key point', '> - 二', '> - 二\n> - 我的第三点'],
	])('%s stays, and all that is new arrives', (_, shipped, written) => {
		const added = written.split('\n').filter(line => !shipped.split('\n').includes(line));
		const text = upgraded(OLD.replace(shipped, written));
		const fitting = (line: string): string => line.replace('- [x] 屏障', '- [x] 屏障');
		for (const line of added) expect(text).toContain(fitting(line));
		for (const line of [
			'新的第一句。',
			'新答案。',
			'★★★ ^flink-barrier',
			'弗林克',
			'^flink-watermark',
		])
			expect(text).toContain(line);
	});

	test('own sections stay below the heading under which they stand', () => {
		const own = OLD.replace('## 参考资料', '### 我的问题？\n\n想想。\n\n## 参考资料');
		const { after } = upgradeVault({ '首页.md': HOME, [PATH]: own }, [
			FIRST,
			{ ...SECOND, [PATH]: NEW.replace('## 参考资料', '## 特性\n\n新的一章。\n\n## 参考资料') },
		]);
		const text = after[PATH] ?? '';
		expect(text.indexOf('### 我的问题？')).toBeLessThan(text.indexOf('## 特性'));
		expect(text.indexOf('^flink-watermark')).toBeLessThan(text.indexOf('## 特性'));
	});

	test('where both changed the same line, the reader’s stays, nothing of ours is written there, and it is told', () => {
		const own = OLD.replace('旧答案。', '我的答案。');
		const { after, plan } = upgradeVault({ '首页.md': HOME, [PATH]: own }, [FIRST, SECOND]);
		expect(after[PATH]).toContain('我的答案。');
		expect(after[PATH]).not.toContain('新答案。');
		expect(after[PATH]).not.toMatch(/<<<<|>>>>|====/);
		expect(plan.conflicts).toMatchObject([{ path: PATH, place: '^flink-barrier', kind: 'text' }]);
		expect(plan.conflicts[0]?.text).toContain('新答案。');
	});

	test('the value of a property that both changed is the reader’s, and it is told', () => {
		const own = OLD.replace('version: "2.2"', 'version: "9"');
		const { after, plan } = upgradeVault({ '首页.md': HOME, [PATH]: own }, [FIRST, SECOND]);
		expect(after[PATH]).toContain('version: "9"');
		expect(plan.conflicts).toMatchObject([{ place: 'version', kind: 'property', text: '2.3' }]);
	});
});

describe('what the reader deleted', () => {
	test.each([
		['a section', /## 参考资料\n\n- 链接\n/, '- 链接'],
		['a question', /### 屏障[^]*?(?=## 参考)/, 'flink-barrier'],
		['a reference answer', /> \[!answer\][^]*?> - 二\n/, '旧答案'],
		['a property', /version: .*\n/, 'version'],
		['the text at the beginning', /> \[!abstract\][^]*?(?=## 原理)/, '一句话'],
	])('%s stays deleted', (_, part, word) => {
		const text = upgraded(OLD.replace(part, ''));
		expect(text).not.toContain(word);
		expect(text).toContain('^flink-watermark');
	});

	test('a whole note stays deleted', () => {
		const { after, plan } = upgradeVault({ '首页.md': HOME }, [FIRST, SECOND]);
		expect(Object.keys(after)).toEqual(['首页.md']);
		expect(plan.deleted).toEqual([PATH]);
	});

	test('a section whose heading the reader renamed comes with no second copy of its questions', () => {
		const text = upgraded(OLD.replace('## 原理', '## 我的原理'));
		expect(text.match(/\^flink-barrier$/gm)).toHaveLength(1);
		expect(text).toContain('旧的第一句。');
		expect(text).toContain('^flink-watermark');
		expect(text).not.toContain('## 原理');
	});
});

describe('what the reader moved', () => {
	const question = /### 屏障[^]*?(?=## 参考)/.exec(OLD)?.[0] ?? '';

	test('a question is merged in the note where it is now', () => {
		const { after } = upgradeVault(
			{ '首页.md': HOME, [PATH]: OLD.replace(question, ''), '我的.md': `# 我的\n\n${question}` },
			[FIRST, SECOND],
		);
		expect(after['我的.md']).toContain('新答案。');
		expect(after[PATH]).not.toContain('flink-barrier');
	});

	test('sections in another order are merged where they are', () => {
		const [head = '', rest = ''] = OLD.split('## 参考资料');
		const [above = '', below = ''] = head.split('## 原理');
		const turned = `${above}## 参考资料${rest}\n## 原理${below}`;
		const text = upgraded(turned);
		expect(text.indexOf('## 参考资料')).toBeLessThan(text.indexOf('## 原理'));
		for (const line of ['新的第一句。', '新答案。', '^flink-watermark'])
			expect(text).toContain(line);
	});
});

describe('a new note', () => {
	const third = {
		...SECOND,
		'概念/背压.md': '---\ntype: concept\nid: backpressure\n---\n## 原理\n',
	};
	const all = [FIRST, SECOND, third];

	test('comes into the folder in which the others are', () => {
		const { plan } = upgradeVault({ '库/首页.md': HOME, [`库/${PATH}`]: OLD }, all);
		expect(plan.created).toEqual(['库/概念/背压.md']);
	});

	test('is not written over a file that stands, whatever the case of its name', () => {
		const own = { '首页.md': HOME, [PATH]: OLD, '概念/背压.MD': '我的背压' };
		const { plan, after } = upgradeVault(own, all);
		expect(plan.skipped).toEqual([{ path: '概念/背压.md', reason: 'path-taken' }]);
		expect(after['概念/背压.MD']).toBe('我的背压');
	});

	test('is not written beside a note of the reader’s that has its id', () => {
		const own = {
			'首页.md': HOME,
			[PATH]: OLD,
			'我的背压.md': '---\nid: backpressure\n---\n我的\n',
		};
		expect(upgradeVault(own, all).plan.created).toEqual([]);
	});
});

describe('choices', () => {
	const own = OLD.replace('旧答案。', '我的答案。').replace('- [ ] 屏障', '- [/] 屏障');
	const reader = { '首页.md': HOME, [PATH]: own };

	test('a kept note is not touched', () => {
		const { after, plan } = upgradeVault(reader, [FIRST, SECOND], { [PATH]: 'keep' });
		expect(after[PATH]).toBe(own);
		expect(plan.kept).toEqual([PATH]);
	});

	test('a taken note has the new text everywhere, and the reader’s box', () => {
		const { after, plan } = upgradeVault(reader, [FIRST, SECOND], { [PATH]: 'take' });
		expect(after[PATH]).toBe(NEW.replace('- [ ] 屏障', '- [/] 屏障'));
		expect(plan.conflicts).toEqual([]);
	});
});

describe('which release a note has', () => {
	test('a note from before stays behind its vault no longer', () => {
		const third = { ...SECOND, [PATH]: NEW.replace('新答案。', '最新答案。') };
		const home = HOME.replace('language: zh', 'language: zh\nrelease: 2.0.0');
		const { after } = upgradeVault({ '首页.md': home, [PATH]: OLD }, [FIRST, SECOND, third]);
		expect(after[PATH]).toBe(third[PATH]);
	});

	test('a line that we added and the reader deleted stays deleted, though the rest is an older text', () => {
		const second = { ...FIRST, [PATH]: OLD.replace('- 链接', '- 链接\n- 又一个链接') };
		const third = { ...FIRST, [PATH]: OLD.replace('- 链接', '- 链接\n- 又一个链接\n- 第三个') };
		const home = HOME.replace('language: zh', 'language: zh\nrelease: 2.0.0');
		const { after } = upgradeVault({ '首页.md': home, [PATH]: OLD }, [FIRST, second, third]);
		expect(after[PATH]).not.toContain('又一个链接');
	});

	test('a text that the reader put back after an upgrade is the reader’s', () => {
		const home = HOME.replace('language: zh', 'language: zh\nrelease: 2.0.0');
		const own = NEW.replace('version: "2.3"', 'version: "2.2"');
		const { after } = upgradeVault({ '首页.md': home, [PATH]: own }, [FIRST, SECOND]);
		expect(after[PATH]).toBe(own);
	});

	test('is told on the home note when all is done', () => {
		const { after, plan } = upgradeVault(FIRST, [FIRST, SECOND]);
		expect(after['首页.md']).toContain('release: 2.0.0');
		expect(plan.edits.at(-1)).toMatchObject({ path: '首页.md' });
	});
});

describe('notes that cannot be merged', () => {
	test('broken markers leave the whole note alone', () => {
		const own = `${OLD}\n<!-- stackbook:begin progress -->\n`;
		const { after, plan } = upgradeVault({ '首页.md': HOME, [PATH]: own }, [FIRST, SECOND]);
		expect(after[PATH]).toBe(own);
		expect(plan.skipped).toEqual([{ path: PATH, reason: 'broken-region' }]);
	});

	test('code that is never closed leaves the whole note alone', () => {
		const own = OLD.replace('- 链接', '- 链接\n\n```\n开着的代码');
		const { after, plan } = upgradeVault({ '首页.md': HOME, [PATH]: own }, [FIRST, SECOND]);
		expect(after[PATH]).toBe(own);
		expect(plan.skipped).toEqual([{ path: PATH, reason: 'unsafe' }]);
	});

	test('front matter that cannot be read leaves the whole note alone', () => {
		const own = OLD.replace('id: flink', 'id: [flink');
		const { after } = upgradeVault({ '首页.md': HOME, [PATH]: own }, [FIRST, SECOND]);
		expect(after[PATH]).toBe(own);
	});

	test('a region that stands elsewhere in the note comes no second time', () => {
		const region = '<!-- stackbook:begin progress -->\n\n<!-- stackbook:end progress -->';
		const text = upgraded(OLD.replace('- 链接', `- 链接\n\n${region}`));
		expect(text.match(/stackbook:begin progress/g)).toHaveLength(1);
	});
});
