/** Work in short steps, for a host that must not freeze between them. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps at once. */
export function finishSteps<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
