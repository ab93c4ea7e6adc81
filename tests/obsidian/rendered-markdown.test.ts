/** @jest-environment jsdom */
// Links in Markdown that the plugin shows, in the app's window and in one of its own.
import { afterEach, expect, jest, test } from '@jest/globals';
import { Component } from 'obsidian';
import type { App } from 'obsidian';
import { renderMarkdown } from '../../src/obsidian/rendered-markdown';

afterEach(() => document.body.replaceChildren());

async function render(parent: HTMLElement): Promise<jest.Mock> {
	const openLinkText = jest.fn();
	const app = { workspace: { openLinkText } } as unknown as App;
	const component = new Component();
	component.load();
	await renderMarkdown(parent, '', { app, component, sourcePath: 'Notes/Here.md' });
	return openLinkText;
}

test('a link to a note opens it in a tab, seen from the note with the text', async () => {
	const parent = document.body.createDiv();
	const openLinkText = await render(parent);
	const link = parent.createEl('a', { cls: 'internal-link', attr: { 'data-href': 'Kafka#Log' } });
	link.createEl('strong', { text: 'Kafka' }).click();
	expect(openLinkText.mock.calls).toEqual([['Kafka#Log', 'Notes/Here.md', 'tab']]);
	parent.createEl('a', { cls: 'external-link' }).click();
	expect(openLinkText).toHaveBeenCalledTimes(1);
});

test('a link opens its note in a window of its own too, whose elements have other classes', async () => {
	const other = document.body.createEl('iframe').contentDocument;
	if (!other) throw new Error('There is no other window');
	const parent = document.body.createDiv();
	const openLinkText = await render(parent);
	other.body.append(parent);
	const ours = createEl('a', { cls: 'internal-link', attr: { 'data-href': 'Kafka' } });
	const link = other.importNode(ours);
	parent.append(link);
	expect(link.constructor).not.toBe(HTMLAnchorElement);
	link.click();
	expect(openLinkText.mock.calls).toEqual([['Kafka', 'Notes/Here.md', 'tab']]);
});
