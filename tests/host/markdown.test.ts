import { expect, test } from '@jest/globals';
import { hostsOfFile } from './in-jest';
import type { ObsidianModule } from './support/obsidian-module';
import { smallPlugin } from './support/small-plugin';

const open = hostsOfFile({
	plugin: smallPlugin({
		onload: `this.registerMarkdownCodeBlockProcessor('shout', async (source, el, ctx) => {
				await sleep(5);
				el.createEl('b', { text: source.toUpperCase() + '@' + ctx.sourcePath });
			});
			this.registerMarkdownPostProcessor((el, ctx) => {
				const info = ctx.getSectionInfo(el);
				for (const p of el.querySelectorAll('p')) p.dataset.lines = info ? info.lineStart + '-' + info.lineEnd : 'none';
			});`,
	}),
	defaultMode: 'preview',
});

test('draws what notes have and Markdown has not', async () => {
	const host = await open({
		vault: {
			'B.md': '',
			'a.md': [
				'[[B]], [[B#H|words]], [[None]], [md](B.md), [out](https://x.y/z)',
				'==marked== %%hidden%% #标签 $x_1$ ~~gone~~ `code` ^id',
				'line one\nline two',
				'- [ ] open\n- [x] done\n- [/] half',
				'| a | b |\n| --- | --- |\n| [[B\\|x]] | 2 |',
			].join('\n\n'),
		},
	});
	await host.openNote('a.md');
	const drawn = await host.page.locator('.markdown-preview-sizer').evaluate(root => {
		const texts = (selector: string): string[] =>
			Array.from(root.querySelectorAll(selector), element => element.textContent);
		return {
			links: Array.from(root.querySelectorAll('a.internal-link'), link =>
				[
					link.textContent,
					link.getAttribute('data-href'),
					link.classList.contains('is-unresolved'),
				].join(' '),
			),
			others: texts('a.external-link, mark, a.tag, .math-inline, s, :not(pre) > code'),
			tasks: Array.from(root.querySelectorAll('li.task-list-item'), item =>
				item.getAttribute('data-task'),
			),
			cells: texts('td'),
			breaks: root.querySelectorAll('br').length,
			text: root.textContent,
		};
	});
	expect(drawn.links).toEqual([
		...['B B false', 'words B#H false', 'None None true', 'md B.md false', 'x B false'],
	]);
	expect(drawn.others).toEqual(['out', 'marked', '#标签', 'x_1', 'gone', 'code']);
	expect(drawn.tasks).toEqual([' ', 'x', '/']);
	expect(drawn.cells).toEqual(['x', '2']);
	expect(drawn.breaks).toBe(1);
	expect(drawn.text).not.toMatch(/hidden|\^id/);
});

test('nothing of what a note says is run', async () => {
	const attacks = [
		'<img src=x onerror="window.hit = 1">',
		'<script>window.hit = 1</script>',
		'<svg onload="window.hit = 1"></svg>',
		'[x](javascript:window.hit=1)',
		'> [!note] <img src=x onerror="window.hit = 1">',
		'[[a|<img src=x onerror="window.hit = 1">]]',
		'<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
	];
	const host = await open({ vault: { 'a.md': attacks.join('\n\n') } });
	await host.openNote('a.md');
	await host.page.waitForTimeout(100);
	expect(await host.page.evaluate('window.hit')).toBeUndefined();
	const rest = host.page
		.locator('.markdown-preview-sizer')
		.locator('script, iframe, [onerror], [onload], a[href^="javascript:"]');
	expect(await rest.count()).toBe(0);
	// The pictures that are not there.
	expect(host.takeErrors().every(error => error.includes('404'))).toBe(true);
});

test('a callout is folded and unfolded by a click on its title', async () => {
	const host = await open({
		vault: { 'a.md': '> [!tip]- A **title**\n> inside\n>\n> > [!bug] Inner\n> > deep' },
	});
	await host.openNote('a.md');
	const body = host.page.locator('.callout p', { hasText: 'inside' });
	expect(await body.isVisible()).toBe(false);
	await host.page.locator('.callout-title', { hasText: 'A title' }).click();
	expect(await body.isVisible()).toBe(true);
	expect(
		await host.page.locator('.callout[data-callout=bug] .callout-content').textContent(),
	).toContain('deep');
	await host.page.locator('.callout-title', { hasText: 'A title' }).click();
	expect(await body.isVisible()).toBe(false);
});

test('blocks and post processors of a plugin work on each section', async () => {
	const host = await open({
		vault: { 'a.md': '---\nx: 1\n---\npara\n\n```shout\nhey\n```\n\nmore\nlines' },
	});
	await host.openNote('a.md');
	expect(await host.page.locator('.block-language-shout b').textContent()).toBe('HEY@a.md');
	const lines = await host.page
		.locator('.markdown-preview-sizer p')
		.evaluateAll(elements => elements.map(element => (element as HTMLElement).dataset.lines));
	expect(lines).toEqual(['3-3', '9-10']);
});

test('a section that stays as it is keeps its elements and is not processed again', async () => {
	const host = await open({
		vault: { 'a.md': '---\nx: 1\n---\nfirst\n\n```shout\nhey\n```\n\nlast' },
	});
	await host.openNote('a.md');
	const block = host.page.locator('.block-language-shout');
	await block.evaluate(element => (element.dataset.mark = 'kept'));
	await host.page.evaluate(async () => {
		const file = window.app.vault.getFileByPath('a.md');
		if (file) await window.app.vault.process(file, text => text.replace('first', 'one\n\ntwo'));
	});
	await host.page.locator('p', { hasText: 'two' }).waitFor();
	expect(await block.getAttribute('data-mark')).toBe('kept');
	expect(await block.locator('b').count()).toBe(1);
	const sections = await host.page
		.locator('.markdown-preview-sizer > [data-line]')
		.evaluateAll(elements => elements.map(element => element.getAttribute('data-line')));
	expect(sections).toEqual(['3', '5', '7', '11']);
});

test('MarkdownRenderer.render draws into an element; a link in it is nobody’s until a plugin listens', async () => {
	const host = await open({ vault: { 'B.md': 'of B', 'a.md': '# T\n\npart\n\n# U' } });
	await host.page.evaluate(async () => {
		const { MarkdownRenderer, Component } = Reflect.get(window, 'o') as ObsidianModule;
		const box = document.body.createDiv({ cls: 'box' });
		box.setCssStyles({ position: 'fixed', zIndex: '99', top: '50px' });
		const component = new Component();
		await MarkdownRenderer.render(window.app, '[[B]] ![[a#T]]', box, 'a.md', component);
	});
	expect(await host.page.locator('.box .markdown-embed-content').textContent()).toContain('part');
	expect(await host.page.locator('.box').textContent()).not.toContain('U');
	await host.page.locator('.box a.internal-link').first().click();
	expect(await host.unheardLinks()).toEqual(['B']);
});

test('a click on a task changes its line in the file', async () => {
	const host = await open({ vault: { 'a.md': '- [ ] one\n- [ ] two\n' } });
	await host.openNote('a.md');
	await host.whenQuiet();
	await host.page.locator('.task-list-item-checkbox').nth(1).click();
	await host.page.locator('li[data-task=x]').waitFor();
	expect(await host.text('a.md')).toBe('- [ ] one\n- [x] two\n');
});

test('Mermaid is the real one: diagrams are drawn, a wrong one says so', async () => {
	const vault = {
		'a.md': '```mermaid\nflowchart LR\n  A[源] --> B\n```\n\n```mermaid\nflowchart LR\n  A[\n```',
	};
	const host = await open({ vault, mermaid: 'mermaid-11-13' });
	await host.openNote('a.md');
	expect(await host.page.locator('.mermaid svg .node').count()).toBe(2);
	expect(await host.page.locator('.mermaid.is-error').textContent()).toMatch(
		/^Error parsing Mermaid/,
	);
});
