import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './room-table';

/** Files below a folder of the project whose name fits, as paths from its root. */
export function listFiles(folder: string, name: RegExp): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.map(path => `${folder}/${path.replaceAll('\\', '/')}`)
		.filter(path => name.test(path))
		.sort();
}
