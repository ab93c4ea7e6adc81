// A note is data of strangers: one line in it must not keep a regular expression busy for minutes.
import { expect, test } from '@jest/globals';
import { attacksOn, attackText } from '../support/attack-expression';
import type { Attack } from '../support/attack-expression';
import { listExpressions, listInFile } from '../support/list-expressions';
import { someOf } from '../support/property-runs';
import { recordReliability } from '../support/reliability';

const SIZES = [32, 128, 500, 2_000, 4_000, 8_000];
/** Milliseconds from which a growth can be told from the noise of the machine. */
const MEASURABLE = 4;
const LONG = 100_000;
/** Milliseconds that no linear expression takes for the longest text, and each quadratic one ten times over. */
const FOR_EVER = 200;

/** The fastest of some runs: a busy machine makes none of them faster. */
function measure(expression: RegExp, text: string, runs = 5): number {
	let best = Infinity;
	for (let i = 0; i < runs; i++) {
		const start = performance.now();
		text.replace(expression, '');
		best = Math.min(best, performance.now() - start);
		if (best < MEASURABLE) break;
	}
	return best;
}

/** True where twice the text takes far more than twice the time. */
function growsTooFast(expression: RegExp, attack: Attack, sizes: readonly number[]): boolean {
	for (const size of sizes) {
		const time = measure(expression, attackText(attack, size));
		if (time < MEASURABLE) continue;
		// The engine compiles what runs often, so that one step alone may look too fast or too slow.
		if (measure(expression, attackText(attack, 2 * size)) > 3 * time) return true;
	}
	return false;
}

/** The attacks under which an expression is slower than linear; the first one is enough. */
function findSlow(expression: RegExp, attacks: readonly Attack[]): Attack | undefined {
	const everywhere = new RegExp(expression.source, `${expression.flags.replace(/[gy]/g, '')}g`);
	const slow = attacks.find(attack => growsTooFast(everywhere, attack, SIZES));
	return (
		slow ??
		someOf(attacks, 3)
			.slice(0, 3)
			.find(attack => measure(everywhere, attackText(attack, LONG)) > FOR_EVER)
	);
}

const expressions = [
	...new Map(listExpressions().map(one => [String(one.expression), one])).values(),
];

test('all regular expressions are found, those that are put together too', () => {
	const code =
		"const A = 'a+';\nconst B = [A, 'b'];\nf(new RegExp(B.join('|'), 'i'), /c/g, RegExp(`^${A}$`));";
	expect(expressions.length).toBeGreaterThan(250);
	expect(listInFile('x.ts', code).map(({ expression }) => String(expression))).toEqual([
		'/a+|b/i',
		'/c/g',
		'/^a+$/',
	]);
});

test('the attacks find expressions that go back and forth', () => {
	// One that is exponential never ends, which fails as well.
	for (const slow of [/\s+$/, /^[ \t]*x?[ \t]*y$/]) {
		expect([slow, findSlow(slow, attacksOn(slow)) === undefined]).toEqual([slow, false]);
	}
});

test('every regular expression is linear on texts that are made to keep it busy', () => {
	const slow: string[] = [];
	let tried = 0;
	for (const { where, expression } of expressions) {
		const attacks = someOf(attacksOn(expression), 20);
		tried += attacks.length;
		const found = findSlow(expression, attacks);
		if (found) slow.push(`${where} ${String(expression)} on ${JSON.stringify(found)}`);
	}
	recordReliability('security', {
		what: `texts made to keep one of the ${expressions.length} regular expressions busy`,
		count: tried,
		losses: slow.length,
	});
	expect(slow).toEqual([]);
}, 600_000);
