/** How many cases a property is tried on: `npm run test:deep` tries ten times as many. */
export function propertyRuns(count: number): number {
	return process.env.STACKBOOK_DEEP === '1' ? count * 10 : count;
}
