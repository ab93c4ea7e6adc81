import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of an installed package, whatever its `exports` hide; undefined if it is not there. */
export function packageFolder(name: string): string | undefined {
	for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
		const candidate = join(folder, 'node_modules', name);
		if (existsSync(candidate)) return candidate;
		if (folder === dirname(folder)) return undefined;
	}
}
