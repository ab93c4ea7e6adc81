import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const BLOCK = 512;

/** Writes the files of a plain tar archive into a folder. */
export function unpackTar(archive: Buffer, folder: string): void {
	for (let at = 0; at + BLOCK <= archive.length;) {
		const header = archive.subarray(at, at + BLOCK);
		const name = readText(header, 0, 100);
		if (name === '') return;
		const size = parseInt(readText(header, 124, 12), 8) || 0;
		const isFile = ['0', ''].includes(readText(header, 156, 1));
		const start = at + BLOCK;
		if (isFile && !name.split('/').includes('..')) {
			const file = join(folder, name);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, archive.subarray(start, start + size), { mode: 0o755 });
		}
		at = start + Math.ceil(size / BLOCK) * BLOCK;
	}
}

function readText(header: Buffer, start: number, length: number): string {
	const text = header.toString('latin1', start, start + length);
	const end = text.indexOf('\0');
	return (end < 0 ? text : text.slice(0, end)).trim();
}
