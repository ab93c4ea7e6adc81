import DOMPurify from 'dompurify';

/** HTML as nodes without anything that could run. */
export function sanitizeHTMLToDom(html: string): DocumentFragment {
	const clean = DOMPurify.sanitize(html, {
		RETURN_DOM_FRAGMENT: true,
		ADD_ATTR: ['target', 'src', 'alt'],
		FORBID_TAGS: ['style', 'form'],
	});
	return document.importNode(clean, true);
}
