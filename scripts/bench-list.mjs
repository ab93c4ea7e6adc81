// The steps of the benchmark on the list of questions.

/** Steps on a vault with the notes that ship; each until the first frame with what was asked for. */
export const LIST_STEPS = {
	openList: 'command → list of questions',
	search: 'search in the list',
	searchOn: 'another letter',
	searchAll: 'empty search',
	unfold: 'unfold a technology',
};

/** Five thousand questions in 250 notes: what a list must bear. */
export function manyQuestions() {
	const notes = {};
	for (let i = 0; i < 250; i++) {
		const questions = Array.from(
			{ length: 20 },
			(_, k) =>
				`### 技术${i} 的第 ${k} 个${k % 2 === 0 ? '检查点' : '检索'}问题？\n- [ ] 题 · L${1 + (k % 4)} ★ ^t${i}-q${k}\n\n> [!answer]- 参考答案\n> **30 秒** 短答。\n`,
		);
		notes[`Stackbook/技术/T${i}.md`] =
			`---\ntype: technology\nid: t${i}\ncategory: cat-${i % 10}\n---\n## 原理\n\n${questions.join('\n')}`;
	}
	return notes;
}

/** Runs in the page: the list step by step. */
export function prepareListSteps() {
	const view = () => document.querySelector('.stackbook-questions');
	const rows = () => view()?.querySelectorAll('.stackbook-question').length ?? 0;
	const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
	const until = async isThere => {
		while (!isThere()) await frame();
		await frame();
	};
	const summary = () => view()?.querySelector('.stackbook-summary')?.textContent ?? '';
	const search = async words => {
		const before = summary();
		const input = view().querySelector('input[type=search]');
		input.value = words;
		input.dispatchEvent(new Event('input', { bubbles: true }));
		await until(() => summary() !== before);
	};
	window.steps = {
		openList: async () => {
			window.host.runCommand('stackbook:open-questions');
			await until(() => view()?.querySelector('.stackbook-group-heading'));
		},
		search: () => search('检'),
		searchOn: () => search('检查点'),
		searchAll: () => search(''),
		unfold: async () => {
			const before = rows();
			view().querySelector('.stackbook-depth-2 .stackbook-fold[aria-expanded=false]').click();
			await until(() => rows() > before);
		},
	};
}
