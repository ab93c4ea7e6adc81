import type { Locator } from 'playwright-core';
import type { Host } from '../../host/index';

/** The view with the list of questions. */
export function questionsView({ page }: Host): Locator {
	return page.locator('.stackbook-questions');
}

/** Opens the list of questions by its command and waits for its first heading. */
export async function openQuestions(host: Host): Promise<Locator> {
	await host.runCommand('stackbook:open-questions');
	const view = questionsView(host);
	await view.locator('.stackbook-group-heading').first().waitFor();
	await view.locator('.stackbook-question-list[aria-busy=false]').waitFor();
	return view;
}

/** The row of a question. */
export function rowOf(view: Locator, prompt: string): Locator {
	return view.locator('.stackbook-question', { hasText: prompt });
}

/** The heading of a group. */
export function headingOf(view: Locator, name: string): Locator {
	return view
		.locator('.stackbook-group-heading')
		.filter({ has: view.page().locator('.stackbook-group-name', { hasText: name }) });
}

/** The prompts on the screen, from top to bottom. */
export function prompts(view: Locator): Promise<string[]> {
	return view.locator('.stackbook-question-prompt').allTextContents();
}

/** The headings on the screen as `name | counts`. */
export async function headings(view: Locator): Promise<string[]> {
	return view
		.locator('.stackbook-fold')
		.evaluateAll(folds =>
			folds.map(fold =>
				['name', 'counts']
					.map(part => fold.querySelector(`.stackbook-group-${part}`)?.textContent)
					.join(' | '),
			),
		);
}

/** Chooses a status in the menu of a row. */
export async function chooseStatus(view: Locator, prompt: string, status: string): Promise<void> {
	await rowOf(view, prompt).locator('.stackbook-status').click();
	await view.page().locator('.menu-item', { hasText: status }).click();
}

/** Texts of what can be pressed and is smaller than a thumb, of what is on the screen. */
export function smallTargets(view: Locator): Promise<string[]> {
	return view.locator('button, summary, input, select, a').evaluateAll(targets =>
		targets
			.filter(target => target.checkVisibility())
			.map(target => ({ target, box: target.getBoundingClientRect() }))
			.filter(({ box }) => box.height < 43.5 || box.width < 43.5)
			.map(({ target, box }) => `${target.textContent} ${box.width}x${box.height}`),
	);
}

/** By how much anything in an element is wider than it. */
export function overflow(element: Locator): Promise<number> {
	return element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
}
