// An interview by thumb on the shipped notes, on the built plugin in Chromium.
import { expect, test } from '@jest/globals';
import vaultTemplates from '../support/vault-template';
import { en, FLINK, interviewsOfFile, untilText, zh } from './support/interview-screen';
import type { InterviewScreen } from './support/interview-screen';

const open = interviewsOfFile({
	saveDelay: 100,
	mobile: true,
	viewport: { width: 390, height: 844 },
});
const shipped = Object.fromEntries(
	Object.entries(vaultTemplates.zh ?? {}).map(([path, text]) => [`Stackbook/${path}`, text]),
);
const SHIPPED_FLINK = 'Stackbook/技术/流计算/Flink.md';

/** What is wrong with the screen for a thumb and for eyes. */
function faults({ host }: InterviewScreen): Promise<string[]> {
	return host.page.evaluate(() => {
		const found: string[] = [];
		const view = document.querySelector<HTMLElement>('.stackbook-view');
		if (!view) return ['no view'];
		for (const element of [view, document.documentElement]) {
			if (element.scrollWidth > element.clientWidth) found.push(`${element.className} is too wide`);
		}
		const controls =
			'button, select, summary, textarea, input[type=number], label.stackbook-choice, .internal-link';
		for (const element of view.querySelectorAll<HTMLElement>(controls)) {
			const { height, width, left, right } = element.getBoundingClientRect();
			const name = `${element.localName} «${element.innerText.slice(0, 20)}»`;
			if (height === 0 || element.closest('.stackbook-prompt, .stackbook-sides p')) continue;
			if (height < 44) found.push(`${name} is ${String(height)} high`);
			if (width < 44) found.push(`${name} is ${String(width)} wide`);
			if (left < 0 || right > 390) found.push(`${name} is cut off`);
		}
		return found;
	});
}

test.each([
	['zh', 'light', zh],
	['zh', 'dark', zh],
	['en', 'light', en],
	['en', 'dark', en],
] as const)(
	'an interview by taps in %s, %s: nothing is small, nothing too wide',
	async (language, theme, translate) => {
		const vault = language === 'zh' ? { vault: shipped } : {};
		const screen = await open({ language, theme, ...vault });
		const { host, view } = screen;
		const note = language === 'zh' ? SHIPPED_FLINK : FLINK;
		const tap = async (key: Parameters<typeof en>[0]): Promise<void> =>
			screen.button(translate(key)).tap();
		await host.openNote(note, { mode: 'preview' });
		await host.page.getByLabel('Open command palette').tap();
		await host.page.keyboard.type(translate('plugin.command.start-interview'));
		await host.page.locator('.suggestion-item').first().tap();
		await view.locator('.stackbook-fits').waitFor();
		await view
			.getByLabel(translate('plugin.interview.place'), { exact: true })
			.selectOption('note');
		await view.getByLabel(translate('plugin.interview.order')).selectOption('shuffled');
		await view.locator('summary').tap();
		expect(await faults(screen)).toEqual([]);
		await view.getByLabel(translate('plugin.interview.order')).selectOption('weak-first');
		await tap('plugin.interview.start');
		await screen.prompt.locator('p').waitFor();
		expect(await faults(screen)).toEqual([]);
		await screen.field.tap();
		await screen.field.fill('aVeryLongWordWithoutAnyPlaceToBreakIt'.repeat(4));
		await tap('plugin.interview.reveal');
		await view.locator('.stackbook-ratings').waitFor();
		await view.locator('.stackbook-point p').first().waitFor();
		await view.locator('.stackbook-group label').first().tap();
		expect(await view.locator('.stackbook-group input:checked').count()).toBe(1);
		expect(await faults(screen)).toEqual([]);
		await tap('rating.hard');
		await screen.outcome.waitFor();
		await tap('plugin.interview.follow-up');
		expect(await faults(screen)).toEqual([]);
		await untilText(host, note, '- [/]');
		await tap('plugin.interview.next');
		await tap('plugin.interview.finish');
		await screen.says(translate('plugin.interview.over'));
		expect(await faults(screen)).toEqual([]);
		expect(await view.locator('kbd').count()).toBe(0);
	},
);

test('on a phone the interview is a tab, and the keyboard does not cover the question', async () => {
	const screen = await open();
	await screen.beginOn(FLINK);
	const box = await screen.view.boundingBox();
	expect(box?.width).toBe(390);
	expect(await screen.host.page.evaluate(() => document.activeElement?.localName)).not.toBe(
		'textarea',
	);
});

test.each(['light', 'dark'] as const)('text can be read on its ground, %s', async theme => {
	const screen = await open({ theme, mobile: false, viewport: { width: 1280, height: 800 } });
	const weak = (): Promise<string[]> =>
		screen.view.evaluate(view => {
			const channels = (color: string): number[] =>
				(/\(([^)]*)\)/.exec(color)?.[1] ?? '').split(/[\s,/]+/).map(Number);
			const light = (color: string): number => {
				const [r = 0, g = 0, b = 0] = channels(color).map(value => {
					const part = value / 255;
					return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
				});
				return 0.2126 * r + 0.7152 * g + 0.0722 * b;
			};
			const groundOf = (element: Element | null): string => {
				if (!element) return 'rgb(255, 255, 255)';
				const ground = getComputedStyle(element).backgroundColor;
				return (channels(ground)[3] ?? 1) > 0.5 ? ground : groundOf(element.parentElement);
			};
			return Array.from(view.querySelectorAll('*')).flatMap(element => {
				const hasText = Array.from(element.childNodes).some(
					node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
				);
				if (!hasText || !element.checkVisibility()) return [];
				// The colours of links and of a primary button are the app's own.
				if (element.closest('.stackbook-live, .mod-cta, .external-link')) return [];
				const [a, b] = [light(getComputedStyle(element).color), light(groundOf(element))];
				const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
				return contrast < 4.5 ? [`${contrast.toFixed(1)}: ${element.outerHTML.slice(0, 80)}`] : [];
			});
		});
	await screen.beginOn(FLINK);
	expect(await weak()).toEqual([]);
	await screen.reveal();
	expect(await weak()).toEqual([]);
	await screen.rate('hard');
	expect(await weak()).toEqual([]);
});
