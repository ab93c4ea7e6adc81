import { diskFiles } from '../../../src/cli/files.mts';
import type { Files, OpenFile } from '../../../src/cli/files.mts';

/** One thing asked of the disk. */
interface Operation {
	readonly name: keyof Files | keyof OpenFile;
	readonly path: string;
}

/** Stands around every operation, and decides when and whether it is done. */
export type Around = <T>(operation: Operation, act: () => Promise<T>) => Promise<T>;

/** The real disk with something around each operation. Nothing waits for the disk itself: no power is cut here. */
export function watchFiles(around: Around, files: Files = diskFiles): Files {
	const watch =
		<Rest extends unknown[], T>(
			name: Operation['name'],
			act: (path: string, ...rest: Rest) => Promise<T>,
		) =>
		(path: string, ...rest: Rest) =>
			around({ name, path }, () => act(path, ...rest));
	const opened = async (path: string, opening: Promise<OpenFile>): Promise<OpenFile> =>
		watchOpenFile(around, path, await opening);
	return {
		access: watch('access', files.access),
		lstat: watch('lstat', files.lstat),
		stat: watch('stat', files.stat),
		realpath: watch('realpath', files.realpath),
		readdir: watch('readdir', files.readdir),
		readFile: watch('readFile', files.readFile),
		mkdir: watch('mkdir', files.mkdir),
		rmdir: watch('rmdir', files.rmdir),
		link: watch('link', files.link),
		rename: watch('rename', files.rename),
		unlink: watch('unlink', files.unlink),
		create: watch('create', (path, mode: number) => opened(path, files.create(path, mode))),
		open: watch('open', path => opened(path, files.open(path))),
	};
}

function watchOpenFile(around: Around, path: string, file: OpenFile): OpenFile {
	return {
		write: bytes => around({ name: 'write', path }, () => file.write(bytes)),
		stat: () => around({ name: 'stat', path }, () => file.stat()),
		chown: (uid, gid) => around({ name: 'chown', path }, () => file.chown(uid, gid)),
		chmod: mode => around({ name: 'chmod', path }, () => file.chmod(mode)),
		sync: () => around({ name: 'sync', path }, () => Promise.resolve()),
		close: () => around({ name: 'close', path }, () => file.close()),
	};
}

/** The disk on which the operation of this number, from 1 on, fails; `late` fails after it was done all the same. */
export function failAt(number: number, code: string, when: 'early' | 'late' = 'early'): Files {
	let count = 0;
	return watchFiles(async (operation, act) => {
		const fails = ++count === number;
		// What was opened has to be closed, or the test runs out of files itself.
		if (fails && operation.name === 'close') await act();
		else if (fails && when === 'late') await closeIfOpen(await act());
		if (fails) throw systemError(code, operation);
		return act();
	});
}

async function closeIfOpen(result: unknown): Promise<void> {
	if (typeof result === 'object' && result !== null && 'sync' in result)
		await (result as OpenFile).close();
}

/** The disk on which every operation from this number on never ends, as for a process that is gone. */
export function stopAt(number: number, onStop: () => void): Files {
	const opened: OpenFile[] = [];
	const remember = async (opening: Promise<OpenFile>): Promise<OpenFile> => {
		const file = await opening;
		opened.push(file);
		return file;
	};
	const files: Files = {
		...diskFiles,
		create: (path, mode) => remember(diskFiles.create(path, mode)),
		open: path => remember(diskFiles.open(path)),
	};
	let count = 0;
	return watchFiles(async (_, act) => {
		if (++count < number) return act();
		// The system closes the files of a process that ends.
		await Promise.all(opened.map(file => file.close().catch(() => undefined)));
		onStop();
		return new Promise(() => undefined);
	}, files);
}

/** The disk of which the write of this number takes half of the bytes, and of which it then wants no more if `code`. */
export function cutWriteAt(number: number, code?: string): Files {
	let count = 0;
	let isFull = false;
	const create: Files['create'] = async (path, mode) => {
		const file = await diskFiles.create(path, mode);
		const write: OpenFile['write'] = bytes => {
			if (isFull && code !== undefined)
				return Promise.reject(systemError(code, { name: 'write', path }));
			if (++count !== number) return file.write(bytes);
			isFull = true;
			return file.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
		};
		return { ...file, write, sync: () => Promise.resolve() };
	};
	return { ...diskFiles, create };
}

/** The disk as it is where nothing may be written. */
export function readOnlyFiles(): Files {
	const changing: readonly string[] = ['mkdir', 'rmdir', 'link', 'rename', 'unlink', 'create'];
	return watchFiles((operation, act) =>
		changing.includes(operation.name) ? Promise.reject(systemError('EROFS', operation)) : act(),
	);
}

function systemError(code: string, { name, path }: Operation): Error {
	const syscall = name === 'create' ? 'open' : name;
	return Object.assign(new Error(`${code}: no luck, ${syscall} '${path}'`), {
		code,
		syscall,
		path,
	});
}
