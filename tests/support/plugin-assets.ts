/** Stands for `virtual:plugin-assets`: what `init` copies matters in tests, not what is in it. */
export default {
	'main.js': 'module.exports = {};\n',
	'manifest.json': '{ "id": "stackbook" }\n',
	'styles.css': '.stackbook {}\n',
};
