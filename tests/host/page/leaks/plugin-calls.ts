/** The path under which the page loads the plugin; a stack names it. */
export const PLUGIN_SCRIPT = '/plugin/main.js';

/** Functions of the host that do what they do in the name of whoever calls them. */
const PASSED_ON = new Set([
	...['createEl', 'createDiv', 'createSpan', 'createSvg', 'createElement', 'createElementNS'],
	...['addEventListener', 'setInterval', 'registerDomEvent', 'on', 'onClickEvent', 'noteNode'],
	...['forEach', 'map', 'Array'],
]);

const FRAME = /^\s*at (?:async )?(?:new )?(?:(?:[^\s(]*\.)?([\w$]+)(?: \[as \w+\])? \()?/;

/** True if the function that asks was called by the plugin itself, not by the host on its behalf. */
export function isCalledByPlugin(): boolean {
	const limit = Error.stackTraceLimit;
	Error.stackTraceLimit = 10;
	const { stack = '' } = new Error();
	Error.stackTraceLimit = limit;
	if (!stack.includes(PLUGIN_SCRIPT)) return false;
	// The first line is the message, the next two are this function and the one that asks.
	for (const line of stack.split('\n').slice(3)) {
		if (line.includes(PLUGIN_SCRIPT)) return true;
		if (!PASSED_ON.has(FRAME.exec(line)?.[1] ?? '')) return false;
	}
	return false;
}
