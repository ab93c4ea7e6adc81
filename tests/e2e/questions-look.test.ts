// The list of questions as it looks: on phones, in both themes and languages.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createTranslator, sentenceCase } from '../../src/i18n/index';
import { hostsOfFile } from '../host/in-jest';
import { ROOT } from '../support/room-table';
import { eventually } from './support/eventually';
import {
	headingOf,
	headings,
	openQuestions,
	overflow,
	rowOf,
	smallTargets,
} from './support/questions-page';
import { BETA, SMALL_HOST } from './support/small-vault';

const open = hostsOfFile(SMALL_HOST);
const pictures = join(ROOT, 'node_modules/.cache/e2e');
mkdirSync(pictures, { recursive: true });

test.each(['light', 'dark'] as const)(
	'on a phone all is used by the thumb and nothing is wider than the screen, %s',
	async theme => {
		const host = await open({ mobile: true, theme });
		expect(await host.page.locator('.stackbook-status-bar').count()).toBe(0);
		const view = await openQuestions(host);
		// A focus there would bring the keyboard up.
		expect(await view.locator('input:focus').count()).toBe(0);
		await view.locator('summary').tap();
		await headingOf(view, '未编号').locator('.stackbook-fold').tap();
		await headingOf(view, '对比空格').locator('.stackbook-fold').tap();
		await rowOf(view, 'Beta 的吞吐').waitFor();
		await host.screenshot(join(pictures, `questions-phone-${theme}.png`));
		expect(await smallTargets(view)).toEqual([]);
		expect(await overflow(view)).toBe(0);
		expect(await overflow(host.page.locator('body'))).toBe(0);
		await view.locator('summary').tap();
		await rowOf(view, '副本').locator('.stackbook-status').tap();
		await host.page.locator('.menu-item', { hasText: '不稳' }).tap();
		await eventually(async () => (await host.text(BETA)).includes('- [/] 副本'), true);
		await rowOf(view, '副本').locator('.stackbook-question-go').tap();
		await host.page.waitForFunction(
			path => window.app.workspace.getActiveFile()?.path === path,
			BETA,
		);
	},
);

test.each(['light', 'dark'] as const)(
	'words can be read on what is behind them, %s',
	async theme => {
		const host = await open({ theme });
		const view = await openQuestions(host);
		await host.screenshot(join(pictures, `questions-desktop-${theme}.png`));
		const contrasts = await view
			.locator(
				'.stackbook-question-prompt, .stackbook-question-details, .stackbook-group-counts, .stackbook-summary, .stackbook-status',
			)
			.evaluateAll(elements => {
				const canvas = createEl('canvas').getContext('2d', {
					willReadFrequently: true,
				});
				const rgba = (color: string): readonly number[] => {
					if (!canvas) return [];
					canvas.clearRect(0, 0, 1, 1);
					canvas.fillStyle = color;
					canvas.fillRect(0, 0, 1, 1);
					return [...canvas.getImageData(0, 0, 1, 1).data];
				};
				const light = (color: readonly number[]): number => {
					const [red = 0, green = 0, blue = 0] = color.map(part => {
						const share = part / 255;
						return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
					});
					return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
				};
				const behind = (element: Element | null): readonly number[] => {
					if (!element) return [255, 255, 255, 255];
					const color = rgba(getComputedStyle(element).backgroundColor);
					return color[3] === 255 ? color : behind(element.parentElement);
				};
				return elements.map(element => {
					const parts = [light(rgba(getComputedStyle(element).color)), light(behind(element))];
					return (Math.max(...parts) + 0.05) / (Math.min(...parts) + 0.05);
				});
			});
		expect(contrasts.length).toBeGreaterThan(15);
		expect(Math.min(...contrasts)).toBeGreaterThan(3);
	},
);

test.each(['zh', 'en'] as const)('the list speaks the language of the app, %s', async language => {
	const translate = createTranslator(language);
	const host = await open({ language });
	const view = await openQuestions(host);
	expect(await view.getByRole('searchbox').getAttribute('aria-label')).toBe(
		translate('plugin.questions.search'),
	);
	const texts = await headings(view);
	expect(texts).toContain(`${translate('plugin.questions.untracked')} | 3`);
	expect(texts).toContain(
		`${sentenceCase(translate('kind.problem'))} | ${['open 0', 'shaky 1', 'solid 0']
			.map(part => part.split(' '))
			.map(([status, count]) => `${translate(`status.${status as 'open'}`)} ${count}`)
			.join(' · ')}`,
	);
	await view.locator('summary').click();
	expect(await view.locator('legend').allTextContents()).toEqual(
		(['status', 'kind', 'level', 'category'] as const).map(key =>
			translate(`plugin.questions.${key}`),
		),
	);
	// The notes are Chinese, and so are the names that they gave.
	expect(texts[0]).toContain('流计算');
});
