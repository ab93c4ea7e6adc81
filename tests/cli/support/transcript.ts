import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSession } from './cli-session';

/** One command line of a transcript. */
interface Step {
	readonly comments: readonly string[];
	readonly command: string;
	readonly input: readonly string[];
}

/**
 * Plays a transcript again and answers it with what really came out.
 *
 * `# vault NAME` names the fixture, other `#` lines are comments; `$ stackbook …` and `$ cat FILE` are commands, `<`
 * lines are their input, `>` lines their output, `2>` lines what went to stderr, `? N` the exit code when it is not 0.
 */
export async function replay(text: string): Promise<string> {
	const fixture = /^# vault (\S+)$/m.exec(text)?.[1] ?? 'empty';
	const session = openSession(fixture);
	const played: string[] = [];
	try {
		for (const { comments, command, input } of parseSteps(text)) {
			const words = splitWords(command);
			const [program, ...argv] = words;
			const { exit, out, err } =
				program === 'cat'
					? { exit: 0, out: readFileSync(join(session.folder, argv[0] ?? ''), 'utf8'), err: '' }
					: await session.run(argv, { input });
			played.push(
				...comments,
				`$ ${command}`,
				...input.map(line => `< ${line}`.trimEnd()),
				...mark('>', out),
				...mark('2>', err),
				...(exit === 0 ? [] : [`? ${exit}`]),
				'',
			);
		}
	} finally {
		session.close();
	}
	return `${played.join('\n').trimEnd()}\n`.replaceAll(session.folder, '/home/reader/vault');
}

function parseSteps(text: string): Step[] {
	const steps: { comments: string[]; command: string; input: string[] }[] = [];
	let comments: string[] = [];
	for (const line of text.split('\n')) {
		if (line.startsWith('#')) comments.push(line);
		if (line.startsWith('$ ')) {
			steps.push({ comments, command: line.slice(2), input: [] });
			comments = [];
		}
		if (line.startsWith('<')) steps.at(-1)?.input.push(line.slice(2));
	}
	return steps;
}

function mark(sign: string, text: string): string[] {
	if (text === '') return [];
	return text
		.replace(/\n$/, '')
		.split('\n')
		.map(line => `${sign} ${line}`.trimEnd());
}

function splitWords(command: string): string[] {
	return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
		([, quoted, plain]) => quoted ?? plain ?? '',
	);
}
