/** True in `npm run test:deep`. */
export const isDeepRun = process.env.STACKBOOK_DEEP === '1';

/** How many cases a property is tried on: `npm run test:deep` tries ten times as many, or as many as are said. */
export function propertyRuns(count: number, deepCount = 10 * count): number {
	return isDeepRun ? deepCount : count;
}

/** All of a list of cases in `npm run test:deep`, and every day about so many of them, spread over the list. */
export function someOf<T>(cases: readonly T[], count: number): T[] {
	if (isDeepRun || cases.length <= count) return [...cases];
	const step = cases.length / count;
	return Array.from({ length: count }, (_, i) => cases[Math.floor((i + 0.5) * step)]).filter(
		one => one !== undefined,
	);
}
