// Writes the main.js of the plugin as a function: node write-bundle.mjs ROOT FILE
import { writeFileSync } from 'node:fs';
import { bundlePlugin } from '../../../scripts/build.mjs';

const [, , root, file] = process.argv;
const { 'main.js': code } = await bundlePlugin(root);
writeFileSync(file, `module.exports = function (module, exports, require) {${code}\n};\n`);
