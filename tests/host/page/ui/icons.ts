const SVG_BODY: Readonly<Record<string, string>> = {
	'alert-triangle': '<path d="M12 3l10 18H2z"/><path d="M12 10v5"/><path d="M12 18v.01"/>',
	'arrow-left': '<path d="M19 12H5"/><path d="M12 5l-7 7 7 7"/>',
	'arrow-right': '<path d="M5 12h14"/><path d="M12 5l7 7-7 7"/>',
	bug: '<rect x="8" y="7" width="8" height="13" rx="4"/><path d="M3 12h5M16 12h5M4 20l4-3M20 20l-4-3M5 5l4 3M19 5l-4 3"/>',
	'check-circle': '<circle cx="12" cy="12" r="9"/><polyline points="8 12 11 15 16 9"/>',
	'clipboard-list':
		'<rect x="5" y="4" width="14" height="17" rx="2"/><path d="M9 4V2h6v2M9 10h6M9 14h6"/>',
	copy: '<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15H4V4h11v1"/>',
	download: '<path d="M12 3v12M7 10l5 5 5-5M4 20h16"/>',
	'git-fork':
		'<circle cx="6" cy="5" r="2"/><circle cx="18" cy="5" r="2"/><circle cx="12" cy="19" r="2"/><path d="M6 7v4h12V7M12 11v6"/>',
	'help-circle':
		'<circle cx="12" cy="12" r="9"/><path d="M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2"/><path d="M12 17v.01"/>',
	link: '<path d="M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1"/><path d="M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"/>',
	'panel-right': '<rect x="3" y="4" width="18" height="16" rx="2"/><path d="M15 4v16"/>',
	quote: '<path d="M9 7H4v6h5v-6zm0 6c0 3-2 4-4 4M20 7h-5v6h5V7zm0 6c0 3-2 4-4 4"/>',
	'refresh-cw':
		'<path d="M20 11a8 8 0 0 0-14-4L3 10M3 4v6h6M4 13a8 8 0 0 0 14 4l3-3M21 20v-6h-6"/>',
	search: '<circle cx="11" cy="11" r="7"/><path d="M21 21l-5-5"/>',
	star: '<path d="M12 3l3 6 6 1-4.500 4.500 1 6.500-5.500-3-5.500 3 1-6.500L3 10l6-1z"/>',
	terminal: '<polyline points="4 7 9 12 4 17"/><path d="M12 18h8"/>',
	zap: '<path d="M13 2L4 14h7l-1 8 9-12h-7z"/>',
	check: '<polyline points="20 6 9 17 4 12"/>',
	'chevron-down': '<polyline points="6 9 12 15 18 9"/>',
	'chevron-right': '<polyline points="9 6 15 12 9 18"/>',
	file: '<path d="M14 2H6v20h12V8z"/><path d="M14 2v6h6"/>',
	flame: '<path d="M12 3c1 4 5 6 5 11a5 5 0 0 1-10 0c0-2 1-3 2-4 1 2 2 2 2 0z"/>',
	folder: '<path d="M3 5h6l2 3h10v11H3z"/>',
	info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v6"/><path d="M12 7v.01"/>',
	list: '<path d="M8 6h13M8 12h13M8 18h13M3 6h.01M3 12h.01M3 18h.01"/>',
	'list-checks': '<path d="M3 6l2 2 3-4M3 16l2 2 3-4M12 6h9M12 12h9M12 18h9"/>',
	'list-plus': '<path d="M3 6h13M3 12h9M3 18h9M18 12v8M14 16h8"/>',
	menu: '<path d="M3 6h18M3 12h18M3 18h18"/>',
	pencil: '<path d="M3 21l4-1L20 7l-3-3L4 17z"/>',
	play: '<path d="M6 4l14 8-14 8z"/>',
	plus: '<path d="M12 5v14M5 12h14"/>',
	settings: '<circle cx="12" cy="12" r="3"/><circle cx="12" cy="12" r="8" stroke-dasharray="3 3"/>',
	table: '<path d="M3 4h18v16H3zM3 10h18M3 15h18M12 4v16"/>',
	trash: '<path d="M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14"/>',
	x: '<path d="M6 6l12 12M18 6L6 18"/>',
};

const ANY = '<rect x="4" y="4" width="16" height="16" rx="3"/><path d="M9 12h6"/>';

const added = new Map<string, string>();

/** Adds an icon that a plugin brings; its drawing is 100 wide. */
export function addIcon(id: string, content: string): void {
	added.set(id, content);
}

/** Takes it out again. */
export function removeIcon(id: string): void {
	added.delete(id);
}

/** The names of all icons that have a drawing of their own here. */
export function getIconIds(): string[] {
	return [...Object.keys(SVG_BODY).map(id => `lucide-${id}`), ...added.keys()];
}

/** The drawing of an icon; a name without one of its own here gets the same plain one. */
export function getIcon(id: string): SVGSVGElement | null {
	if (id === '') return null;
	const own = added.get(id);
	const body = own ?? SVG_BODY[id.replace(/^lucide-/, '')] ?? ANY;
	const attributes = own
		? 'viewBox="0 0 100 100"'
		: 'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
	const markup = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" ${attributes}>${body}</svg>`;
	const svg = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
	if (!(svg instanceof SVGSVGElement)) return null;
	svg.addClass('svg-icon', id.startsWith('lucide-') || own ? id : `lucide-${id}`);
	return document.importNode(svg, true);
}

/** Puts an icon into an element in place of what is there. */
export function setIcon(parent: HTMLElement, id: string): void {
	const svg = getIcon(id);
	parent.empty();
	if (svg) parent.append(svg);
}
