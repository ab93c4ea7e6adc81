// The last screen of an interview, on the built plugin in Chromium.
import { expect, test } from '@jest/globals';
import { en, FLINK, interviewsOfFile, until } from './support/interview-screen';
import type { InterviewScreen } from './support/interview-screen';

const open = interviewsOfFile({
	saveDelay: 100,
	mobile: true,
	viewport: { width: 390, height: 844 },
});
const APACHE = 'Stackbook/Streams/Apache Flink.md';

function frontPath({ host }: InterviewScreen): Promise<string | undefined> {
	return host.page.evaluate(() => window.app.workspace.getActiveFile()?.path);
}

test('its links lead by thumb to the note under its new name and to the question, and make nothing', async () => {
	const screen = await open();
	const { host, view } = screen;
	await screen.beginOn(FLINK);
	await screen.reveal();
	await screen.rate('again');
	await screen.next();
	await screen.press(en('plugin.interview.finish'));
	await screen.says(en('plugin.interview.over'));
	await host.rename(FLINK, APACHE);
	const paths = (await host.paths()).length;
	const back = async (): Promise<void> => {
		expect(await host.runCommand('stackbook:continue-interview')).toBe(true);
		await screen.says(en('plugin.interview.over'));
	};
	await view.getByRole('link', { name: 'Apache Flink', exact: true }).tap();
	await until(
		() => frontPath(screen),
		path => path === APACHE,
	);
	await back();
	const question = view.getByRole('link', { name: 'Why do barriers align?' });
	const box = await question.boundingBox();
	expect(box?.height).toBeGreaterThanOrEqual(44);
	await question.tap();
	await until(
		() => frontPath(screen),
		path => path === APACHE,
	);
	await back();
	await host.deleteOutside(APACHE);
	await until(
		() => question.count(),
		count => count === 1,
	);
	await question.tap();
	await until(
		() => host.notices(),
		notices => notices.includes(en('plugin.question.gone', { id: 'flink-alignment' })),
	);
	expect((await host.paths()).length).toBe(paths - 1);
});

test('an end that is not saved asks before another interview takes its place, and is saved once', async () => {
	const screen = await open({ mobile: false, viewport: { width: 1280, height: 800 } });
	const { host, view } = screen;
	await screen.beginOn(FLINK);
	await screen.reveal();
	await screen.rate('again');
	await screen.next();
	await screen.press(en('plugin.interview.finish'));
	await screen.says(en('plugin.interview.over'));
	await host.runCommand('stackbook:start-interview');
	const dialog = host.page.getByRole('dialog');
	await dialog.getByText(en('plugin.interview.unsaved')).waitFor();
	await dialog.getByRole('button', { name: en('plugin.interview.show-end') }).click();
	await dialog.waitFor({ state: 'detached' });
	await screen.press(en('plugin.interview.save'));
	const saved = view.getByRole('link', { name: 'Saved: Interview 2026-11-20 2104' });
	await saved.waitFor();
	expect(await screen.button(en('plugin.interview.save')).count()).toBe(0);
	await host.reload();
	await saved.waitFor();
	expect(await screen.button(en('plugin.interview.save')).count()).toBe(0);
	const notes = (await host.paths()).filter(path => path.includes('/Interviews/'));
	expect(notes).toHaveLength(1);
});
