/** What a command shows takes the keys that follow it, not the note that was edited before it; a modal keeps them. */
export function leaveEditor({ activeElement }: Document): void {
	if (!activeElement?.instanceOf(HTMLElement)) return;
	if (activeElement.closest('.cm-editor')) activeElement.blur();
}
