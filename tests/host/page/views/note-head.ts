/** Draws what stands above a note that is read: its name, and its properties as a table. */
export function drawNoteHead(
	head: HTMLElement,
	title: string,
	properties: Readonly<Record<string, unknown>> | undefined,
): void {
	head.createDiv({ cls: 'inline-title', text: title });
	if (!properties || Object.keys(properties).length === 0) return;
	const list = head.createDiv('metadata-container').createDiv('metadata-properties');
	for (const [key, value] of Object.entries(properties)) {
		const row = list.createDiv({ cls: 'metadata-property', attr: { 'data-property-key': key } });
		row.createDiv({ cls: 'metadata-property-key', text: key });
		row.createDiv({ cls: 'metadata-property-value', text: describe(value) });
	}
}

function describe(value: unknown): string {
	if (Array.isArray(value)) return value.map(describe).join(', ');
	const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
	return text.replace(/^\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/, '$1');
}
