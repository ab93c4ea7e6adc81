/** Adds members to a prototype so that a loop over its keys does not meet them. */
export function extend<T extends object>(
	target: T,
	members: Record<string, unknown> & ThisType<T>,
): void {
	const descriptors = Object.getOwnPropertyDescriptors(members);
	for (const descriptor of Object.values(descriptors)) descriptor.enumerable = false;
	Object.defineProperties(target, descriptors);
}
