// unified and its family are published as ES modules only and Jest runs CommonJS, so everything is
// passed through the bundler that the product itself is built with.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { extname } = require('node:path');
const { transformSync, version } = require('esbuild');

const LOADERS = { '.ts': 'ts', '.mts': 'ts', '.cts': 'ts' };
const self = readFileSync(__filename);

module.exports = {
	canInstrument: false,
	getCacheKey: (source, file) =>
		createHash('sha1')
			.update(version)
			.update(self)
			.update(file)
			.update('\0')
			.update(source)
			.digest('hex'),
	process(source, file) {
		const { code } = transformSync(source, {
			loader: LOADERS[extname(file)] ?? 'js',
			format: 'cjs',
			target: 'node20',
			platform: 'node',
			define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
			sourcemap: 'inline',
			sourcefile: file,
		});
		// In a .mts file a default import means what it means to Node, where it is all of a CommonJS module;
		// a virtual module is an ES module that only this transform made CommonJS.
		return { code: code.replaceAll(/(require\("virtual:[^"]+"\)), 1\)/g, '$1)') };
	},
};
