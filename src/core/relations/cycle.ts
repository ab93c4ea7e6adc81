import { compareText } from '../text/compare-text';

interface Arrow {
	readonly from: string;
	readonly to: string;
}

/**
 * One shortest cycle for each set of nodes that all lead to each other, from its first node by name back to itself.
 *
 * Linear in nodes and arrows, the sorting of names apart; a chain of any length is followed without recursion.
 */
export function findCycles(arrows: readonly Arrow[]): string[][] {
	const next = new Map<string, string[]>();
	for (const { from, to } of arrows) {
		const targets = next.get(from);
		if (targets) targets.push(to);
		else next.set(from, [to]);
	}
	for (const targets of next.values()) targets.sort(compareText);
	return stronglyConnected(next)
		.filter(nodes => nodes.length > 1)
		.map(nodes => shortestCycle([...nodes].sort(compareText), next))
		.sort(([a = ''], [b = '']) => compareText(a, b));
}

interface Visit {
	readonly node: string;
	readonly targets: readonly string[];
	at: number;
}

/** Tarjan's components, with a stack of its own instead of the machine's. */
function stronglyConnected(next: ReadonlyMap<string, readonly string[]>): string[][] {
	const order = new Map<string, number>();
	const lowest = new Map<string, number>();
	const open = new Set<string>();
	const stack: string[] = [];
	const components: string[][] = [];
	const path: Visit[] = [];
	const enter = (node: string): void => {
		lowest.set(node, order.size);
		order.set(node, order.size);
		open.add(node);
		stack.push(node);
		path.push({ node, targets: next.get(node) ?? [], at: 0 });
	};
	const lower = (node: string, to: number): void => {
		lowest.set(node, Math.min(lowest.get(node) ?? to, to));
	};
	const leave = ({ node }: Visit): void => {
		path.pop();
		const low = lowest.get(node) ?? 0;
		const parent = path.at(-1);
		if (parent) lower(parent.node, low);
		if (low !== order.get(node)) return;
		const component = stack.splice(stack.lastIndexOf(node));
		for (const member of component) open.delete(member);
		components.push(component);
	};
	for (const root of [...next.keys()].sort(compareText)) {
		if (order.has(root)) continue;
		enter(root);
		for (let visit = path.at(-1); visit; visit = path.at(-1)) {
			const target = visit.targets[visit.at++];
			if (target === undefined) leave(visit);
			else if (!order.has(target)) enter(target);
			else if (open.has(target)) lower(visit.node, order.get(target) ?? 0);
		}
	}
	return components;
}

/** Breadth first from the first node, inside of the component, until an arrow leads back. */
function shortestCycle(
	nodes: readonly string[],
	next: ReadonlyMap<string, readonly string[]>,
): string[] {
	const [start = ''] = nodes;
	const inside = new Set(nodes);
	const cameFrom = new Map<string, string>();
	const pending = [start];
	for (let i = 0; i < pending.length; i++) {
		const node = pending[i] ?? start;
		for (const target of next.get(node) ?? []) {
			if (target === start) return [...chainTo(node, start, cameFrom), start];
			if (!inside.has(target) || cameFrom.has(target)) continue;
			cameFrom.set(target, node);
			pending.push(target);
		}
	}
	return [];
}

function chainTo(node: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
	const chain = [node];
	for (let at = node; at !== start; at = cameFrom.get(at) ?? start) {
		chain.push(cameFrom.get(at) ?? start);
	}
	return chain.reverse();
}
