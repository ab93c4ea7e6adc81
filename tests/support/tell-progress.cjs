// Deep runs take minutes: a line after each file says how far the run is, and one at the end how long it all took.

/**
 * A reporter of Jest, which calls it with `new`.
 *
 * @param {unknown} _globalConfig
 * @param {{ print?: (text: string) => void, now?: () => number }} [options]
 */
module.exports = function createProgressTeller(
	_globalConfig,
	{ print = console.error, now = Date.now } = {},
) {
	const start = now();
	let total = 0;
	let done = 0;
	/** @param {number} milliseconds */
	const printTime = milliseconds => {
		const seconds = Math.round(milliseconds / 1000);
		return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
	};
	return {
		/** @param {{ numTotalTestSuites: number }} results */
		onRunStart({ numTotalTestSuites }) {
			total = numTotalTestSuites;
		},
		/**
		 * @param {unknown} _test
		 * @param {{ testFilePath: string, perfStats: { runtime: number } }} result
		 */
		onTestResult(_test, { testFilePath, perfStats }) {
			const name = testFilePath.split(/[\\/]tests[\\/]/).at(-1) ?? testFilePath;
			const took = printTime(perfStats.runtime);
			print(`${++done} of ${total} after ${printTime(now() - start)}: ${name}, ${took}`);
		},
		onRunComplete() {
			print(`${done} files in ${printTime(now() - start)}`);
		},
	};
};
