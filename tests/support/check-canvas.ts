/** What of JSON Canvas 1.0 (https://jsoncanvas.org/spec/1.0/) the checks look at. */
export interface AnyCanvas {
	readonly nodes: readonly Readonly<Record<string, unknown>>[];
	readonly edges: readonly Readonly<Record<string, unknown>>[];
}

const SIDES = ['top', 'right', 'bottom', 'left'];
const ENDS = ['none', 'arrow'];
const NODE_KEYS: Readonly<Record<string, readonly string[]>> = {
	text: ['text'],
	file: ['file', 'subpath'],
	link: ['url'],
	group: ['label', 'background', 'backgroundStyle'],
};
const REQUIRED: Readonly<Record<string, string>> = { text: 'text', file: 'file', link: 'url' };
const PLACE = ['x', 'y', 'width', 'height'];
const EDGE_KEYS = 'id fromNode fromSide fromEnd toNode toSide toEnd color label'.split(' ');

/** What in a canvas is not as the specification wants it, one line each. */
export function canvasFaults(canvas: AnyCanvas): string[] {
	const ids = [...canvas.nodes, ...canvas.edges].map(({ id }) => id);
	const nodeIds = new Set(canvas.nodes.map(({ id }) => id));
	const faults = ids
		.filter((id, at) => typeof id !== 'string' || id === '' || ids.indexOf(id) !== at)
		.map(id => `id ${String(id)}`);
	for (const node of canvas.nodes) faults.push(...nodeFaults(node));
	for (const edge of canvas.edges) {
		const wrong = Object.entries(edge).filter(([key, value]) => {
			if (key === 'fromNode' || key === 'toNode') return !nodeIds.has(value);
			if (key === 'fromSide' || key === 'toSide') return !SIDES.includes(String(value));
			if (key === 'fromEnd' || key === 'toEnd') return !ENDS.includes(String(value));
			if (key === 'color') return !isColor(value);
			return !EDGE_KEYS.includes(key) || typeof value !== 'string';
		});
		if (!('fromNode' in edge && 'toNode' in edge)) faults.push(`edge ${String(edge['id'])}`);
		faults.push(...wrong.map(([key, value]) => `edge ${key}: ${String(value)}`));
	}
	return faults;
}

function nodeFaults(node: AnyCanvas['nodes'][number]): string[] {
	const type = String(node['type']);
	const known = NODE_KEYS[type];
	if (!known) return [`type ${type}`];
	const required = [...PLACE, ...(REQUIRED[type] === undefined ? [] : [REQUIRED[type]])];
	const faults = required.filter(key => !(key in node)).map(key => `${type} without ${key}`);
	for (const [key, value] of Object.entries(node)) {
		if (PLACE.includes(key)) {
			if (!Number.isInteger(value)) faults.push(`${key}: ${String(value)}`);
		} else if (key === 'color') {
			if (!isColor(value)) faults.push(`color ${String(value)}`);
		} else if (!['id', 'type', ...known].includes(key) || typeof value !== 'string') {
			faults.push(`${type} ${key}: ${String(value)}`);
		}
	}
	return faults;
}

function isColor(value: unknown): boolean {
	return typeof value === 'string' && /^(?:[1-6]|#[0-9a-fA-F]{6})$/.test(value);
}

/** Pairs of cards that lie on one another; a card inside of a group does not. */
export function overlaps({ nodes }: AnyCanvas): string[] {
	const boxes = nodes.map(node => {
		const [x = 0, y = 0, width = 0, height = 0] = PLACE.map(key => Number(node[key]));
		return { id: String(node['id']), group: node['type'] === 'group', x, y, width, height };
	});
	type Box = (typeof boxes)[number];
	const apart = (a: Box, b: Box): boolean =>
		a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
	const inside = (a: Box, b: Box): boolean =>
		b.group &&
		!a.group &&
		a.x > b.x &&
		a.y > b.y &&
		a.x + a.width < b.x + b.width &&
		a.y + a.height < b.y + b.height;
	return boxes.flatMap((a, at) =>
		boxes
			.slice(at + 1)
			.filter(b => !apart(a, b) && !inside(a, b) && !inside(b, a))
			.map(b => `${a.id} ${b.id}`),
	);
}
