// A race that fails half the time must not pass as green for ever: tests that were tried again are named, and too many
// of them fail the run.
const MOST_RETRIED = 2;

/**
 * A reporter of Jest, which calls it with `new`.
 *
 * @param {unknown} _globalConfig
 * @param {{ print?: (text: string) => void }} [options]
 */
module.exports = function createRetryCounter(_globalConfig, { print = console.error } = {}) {
	/** @type {string[]} */
	const retried = [];
	return {
		/**
		 * @param {unknown} _test
		 * @param {{ testFilePath: string, testResults: { fullName: string, invocations?: number | undefined }[] }} result
		 */
		onTestResult(_test, { testFilePath, testResults }) {
			for (const { fullName, invocations = 1 } of testResults) {
				if (invocations > 1) retried.push(`${testFilePath}: ${fullName}`);
			}
		},
		onRunComplete() {
			if (retried.length === 0) return;
			print(['Tried again before they passed or failed for good:', ...retried].join('\n  '));
		},
		getLastError() {
			return retried.length > MOST_RETRIED
				? new Error(`${retried.length} tests were tried again; at most ${MOST_RETRIED} may be.`)
				: undefined;
		},
	};
};
