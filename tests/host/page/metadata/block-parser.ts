import MarkdownIt from 'markdown-it';

/** Finds blocks: the same rules as the renderer's, without what stands inside a line. */
export const blockParser = new MarkdownIt({ html: true, linkify: false }).disable(['code']);

// Inline text is searched by its place, which this parser does not know.
blockParser.core.ruler.disable(['inline', 'linkify', 'replacements', 'smartquotes']);
