import { suggestRating, withoutControls } from '../core/index';
import type { InterviewResult, Question, Rating, ReferenceAnswer } from '../core/index';
import type { Translate } from '../i18n/index';
import type { CommandContext } from './command-context.mts';
import { parsePoints, parseRating } from './interview-replies.mts';
import { plainLines } from './plain-lines.mts';

/** What a person answered to one question. */
export interface Reply {
	readonly ownAnswer: string;
	/** Indices of the key points that were hit. */
	readonly pointsHit: readonly number[];
	readonly rating: Rating;
	/** Milliseconds from the prompt to the reveal. */
	readonly thinking: number;
	readonly reference: ReferenceAnswer | undefined;
}

/** Where an interview stands. */
export interface InterviewPlace {
	readonly question: Question;
	readonly number: number;
	readonly count: number;
}

/** The talk of an interview, the same in a terminal and through a pipe. */
export interface Dialogue {
	/** Asks and waits for answer, points and rating; undefined when the input ends before the rating. */
	ask(place: InterviewPlace, reference: ReferenceAnswer | undefined): Promise<Reply | undefined>;
	showStatus(result: InterviewResult): void;
	/** Shows follow-ups, common mistakes and sources; false when the input ended meanwhile. */
	followUp(reference: ReferenceAnswer | undefined): Promise<boolean>;
}

/** With --json the talk goes to stderr, for stdout holds the summary alone. */
export function createDialogue(context: CommandContext): Dialogue {
	const voice = createVoice(context);
	return {
		ask: (place, reference) => ask(context, voice, place, reference),
		showStatus: result => showStatus(context, voice, result),
		followUp: reference => followUp(context, voice, reference),
	};
}

/** What stands below the first line of an item. */
const BELOW = '     ';

/** A person gives up long before; a pipe of nonsense would never end. */
const MOST_TRIES = 20;

/** Speaks and listens, line by line. */
interface Voice {
	readonly say: (text?: string) => void;
	/** Lines up to an empty one; undefined at the end of the input. */
	readonly readAnswer: () => Promise<string | undefined>;
	/** Asks until the answer makes sense; undefined at the end of the input. */
	readonly readValid: <T>(
		prompt: string,
		complaint: string,
		parse: (line: string) => T | undefined,
	) => Promise<T | undefined>;
}

function createVoice({ host, options }: CommandContext): Voice {
	const write = options.json ? host.err : host.out;
	const say = (text = ''): void => write(`${withoutControls(text)}\n`);
	return {
		say,
		async readAnswer() {
			const lines: string[] = [];
			for (;;) {
				const line = await host.readLine();
				if (line === undefined) return lines.length > 0 ? lines.join('\n') : undefined;
				if (line.trim() === '') return lines.join('\n');
				lines.push(line);
			}
		},
		async readValid(prompt, complaint, parse) {
			say(prompt);
			for (let tries = 0; tries < MOST_TRIES; tries++) {
				const line = await host.readLine();
				if (line === undefined) return undefined;
				const value = parse(line);
				if (value !== undefined) return value;
				say(complaint);
			}
			return undefined;
		},
	};
}

async function ask(
	{ host, t }: CommandContext,
	voice: Voice,
	place: InterviewPlace,
	reference: ReferenceAnswer | undefined,
): Promise<Reply | undefined> {
	showPrompt(t, voice, place);
	const started = host.now().getTime();
	const ownAnswer = await voice.readAnswer();
	if (ownAnswer === undefined) return undefined;
	const thinking = host.now().getTime() - started;
	showReference(t, voice, reference);
	const total = reference?.keyPoints.length ?? 0;
	const pointsHit = await readPoints(t, voice, total);
	if (!pointsHit) return undefined;
	const suggested = suggestRating(pointsHit.length, total);
	const prompt = t('cli.interview.rate', { suggested: t(`rating.${suggested}`) });
	const rating = await voice.readValid(prompt, t('cli.interview.rate-invalid'), line =>
		parseRating(line, suggested),
	);
	return rating && { ownAnswer, pointsHit, rating, thinking, reference };
}

function showPrompt(
	t: Translate,
	{ say }: Voice,
	{ question, number, count }: InterviewPlace,
): void {
	const level = question.level === undefined ? '' : ` · L${question.level}`;
	const stars = question.stars > 0 ? ` ${'★'.repeat(question.stars)}` : '';
	const place = t('cli.interview.progress', { number, count });
	say();
	say(`${place} ${question.technology} · ${t(`kind.${question.kind}`)}${level}${stars}`);
	say(question.prompt);
	say();
	say(t('cli.interview.answer'));
}

function showReference(t: Translate, { say }: Voice, reference: ReferenceAnswer | undefined): void {
	say();
	if (!reference) {
		say(t('cli.interview.no-reference'));
		return;
	}
	say(`── ${t('cli.interview.reference')} ──`);
	say(plainLines(reference.summary));
	if (reference.keyPoints.length > 0) {
		say();
		say(t('cli.interview.points'));
		reference.keyPoints.forEach((point, i) => say(`  ${i + 1}. ${plainLines(point, BELOW)}`));
	}
	if (reference.remarks !== '') say(`\n${plainLines(reference.remarks)}`);
}

async function readPoints(
	t: Translate,
	voice: Voice,
	total: number,
): Promise<readonly number[] | undefined> {
	if (total === 0) return [];
	const complaint = t('cli.interview.points-invalid', { count: total });
	const points = await voice.readValid(t('cli.interview.points-hit'), complaint, line =>
		parsePoints(line, total),
	);
	return points && [...points].sort((a, b) => a - b);
}

function showStatus({ t }: CommandContext, { say }: Voice, result: InterviewResult): void {
	const [before, after] = [t(`status.${result.before}`), t(`status.${result.after}`)];
	const { pointsHit: hit, pointsTotal: total } = result.attempt;
	say(t('cli.interview.status', { after, before, hit, total }));
}

async function followUp(
	{ host, t }: CommandContext,
	{ say }: Voice,
	reference: ReferenceAnswer | undefined,
): Promise<boolean> {
	if (!reference) return true;
	if (reference.followUps.length > 0) say(`\n${t('cli.interview.follow-ups')}`);
	for (const { prompt, answer } of reference.followUps) {
		say(`  ? ${plainLines(prompt, BELOW)}`);
		if (answer === undefined) continue;
		// A person thinks first; a pipe has no Enter to spare.
		if (host.isInteractive) {
			say(`    ${t('cli.interview.press-enter')}`);
			if ((await host.readLine()) === undefined) return false;
		}
		say(`    → ${plainLines(answer, BELOW)}`);
	}
	if (reference.mistakes.length > 0) say(`\n${t('cli.interview.mistakes')}`);
	for (const mistake of reference.mistakes) say(`  × ${plainLines(mistake, BELOW)}`);
	if (reference.sources !== '') say(`\n${t('cli.interview.sources')} ${reference.sources}`);
	return true;
}
