/** Each would add to `window.ran`, ask for something or open something, if it became more than text. */
const PAYLOADS: readonly string[] = [
	...[
		'<script>ran++</script>',
		'<SCRIPT SRC=https://evil.invalid/x.js></SCRIPT>',
		'<img src=data:, onerror=ran++>',
		'<img src=data:, onerror="parent.ran++">',
		'"><img src=data:, onerror=ran++>',
		"'><svg onload=ran++>",
	],
	...[
		'<svg><script>ran++</script></svg>',
		'<svg><animate onbegin=ran++ attributeName=x dur=1s>',
		'<svg><a xlink:href="javascript:ran++"><text>x</text></a></svg>',
		'<iframe src="javascript:parent.ran++"></iframe>',
		'<iframe srcdoc="<script>parent.ran++</script>"></iframe>',
		'<object data="javascript:ran++"></object>',
	],
	...[
		'<embed src="javascript:ran++">',
		'<details open ontoggle=ran++>x</details>',
		'<video><source onerror=ran++></video>',
		'<input autofocus onfocus=ran++>',
		'<select autofocus onfocus=ran++></select>',
		'<marquee onstart=ran++>x</marquee>',
	],
	...[
		'<body onload=ran++>',
		'<form action="javascript:ran++"><button>x</button></form>',
		'<meta http-equiv=refresh content="0;url=https://evil.invalid/">',
		'<link rel=stylesheet href=https://evil.invalid/x.css>',
		'<base href=https://evil.invalid/>',
		'<style>@import "https://evil.invalid/x.css"</style>',
	],
	...[
		'<math><mtext><table><mglyph><style><img src=data:, onerror=ran++>',
		'<noscript><p title="</noscript><img src=data:, onerror=ran++>">',
		'<template><script>ran++</script></template>',
		'<a href="javascript:ran++">x</a>',
		'<a href="data:text/html,<script>opener.ran++</script>" target=_blank>x</a>',
		'<div style="width:expression(ran++)" onclick=ran++>x</div>',
	],
	...[
		'[x](javascript:ran++)',
		'[x](<javascript:ran++>)',
		'&lt;img src=data:, onerror=ran++&gt;',
		'&#60;script&#62;ran++&#60;/script&#62;',
		'\\<img src=data:, onerror=ran++\\>',
		'`= ran++` `$= ran++`',
	],
	...[
		'<%* ran++ %> {{ran++}} ${ran++}',
		'</textarea><script>ran++</script>',
		'--><img src=data:, onerror=ran++><!--',
		'\u202e<scr\u200bipt>ran++</scr\u200bipt>',
	],
];

/** What is shown of each, wherever it is text: `Q07` and what is behind it. */
export const HOSTILE_STRINGS: readonly string[] = PAYLOADS.map(
	(payload, at) => `Q${String(at).padStart(2, '0')} ${payload}`,
);

/** The same as names of files; a slash would make a folder. */
export const HOSTILE_TITLES: readonly string[] = HOSTILE_STRINGS.map(text =>
	text.replace(/[/\\]/g, '').replace(/[#^|[\]]/g, '_'),
);

/** How many of the strings a text shows. */
export function countShown(text: string): number {
	return new Set(text.match(/Q\d\d\b/g)).size;
}
