import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, globalIgnores } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;
const { rooms, packages } = JSON.parse(readFileSync(join(root, 'src/rooms.json'), 'utf8'));

const zones = Object.entries(rooms).map(([room, allowed]) => ({
	target: `./src/${room}`,
	from: './src',
	except: [room, ...allowed].map(path => `./${path}`),
	message: `src/${room} may import only: ${allowed.join(', ') || 'nothing'}.`,
}));

// An allow-list: every specifier that is neither relative nor named in the table is refused. The
// base rule is used because Obsidian's own list sits on the rule of typescript-eslint.
const packageRules = Object.entries(packages).map(([files, allowed]) => ({
	files: [`src/${files}`],
	rules: {
		'no-restricted-imports': [
			'error',
			{
				patterns: [
					{
						regex: `^(?!\\.|(?:${allowed.map(printPattern).join('|') || '$.'})$)`,
						message: `${files} may import these packages: ${allowed.join(', ') || 'none'}.`,
					},
				],
			},
		],
	},
}));

function printPattern(name) {
	return name.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
}

// The lists above see static imports; these are the other ways to reach a module.
const HIDDEN_IMPORTS = [
	{ selector: 'ImportExpression', message: 'Import at the top of the file.' },
	{ selector: 'TSImportType', message: 'Import the type at the top of the file.' },
];

const CLOCK_AND_CHANCE = [
	{
		selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
		message: 'Take `today` as an argument.',
	},
	{ selector: 'CallExpression[callee.name="Date"]', message: 'Take `today` as an argument.' },
	{
		// Under another name the clock would pass the rules above.
		selector:
			':matches(VariableDeclarator, AssignmentExpression, Property, ArrayExpression, SpreadElement, AssignmentPattern, ConditionalExpression, LogicalExpression, ReturnStatement, ArrowFunctionExpression, SequenceExpression, ClassDeclaration, ClassExpression, TSAsExpression, TSNonNullExpression, TSSatisfiesExpression) > Identifier[name="Date"]',
		message: 'Take `today` as an argument.',
	},
	{
		selector: 'CallExpression > Identifier.arguments[name="Date"]',
		message: 'Take `today` as an argument.',
	},
	{ selector: 'MemberExpression[property.name="Date"]', message: 'Take `today` as an argument.' },
	{
		selector: 'MemberExpression[property.name=/^(localeCompare|toLocale.*)$/]',
		message: 'The same input gives the same bytes on every device: compare code units.',
	},
	{
		selector: 'Identifier[name="Intl"]',
		message: 'The same input gives the same bytes on every device: Intl depends on its data.',
	},
];

const lengths = {
	'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
	'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
	'max-params': ['error', 4],
	'max-depth': ['error', 3],
	complexity: ['error', 15],
};

const rulesOff = Object.fromEntries(
	Object.keys(obsidianmd.rules).map(rule => [`obsidianmd/${rule}`, 'off']),
);

export default defineConfig([
	globalIgnores([
		'dist',
		'coverage',
		'my-vault',
		'vault-template',
		'tests/fixtures',
		'tests/expected',
		'package-lock.json',
	]),
	...obsidianmd.configs.recommended,
	{
		files: ['**/*.{ts,mts}'],
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { projectService: true, tsconfigRootDir: root },
		},
		settings: {
			'import/resolver': { node: { extensions: ['.ts', '.mts'] } },
			'import/extensions': ['.ts', '.mts'],
			'import/parsers': { '@typescript-eslint/parser': ['.ts', '.mts'] },
		},
		rules: {
			...lengths,
			// The compiler knows the globals of each room better than a list of a browser's.
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
			// One such line would give a room the globals of another.
			'@typescript-eslint/triple-slash-reference': [
				'error',
				{ lib: 'never', path: 'never', types: 'never' },
			],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'import/no-cycle': 'error',
		},
	},
	{
		files: ['src/**/*.{ts,mts}'],
		rules: {
			'import/no-restricted-paths': ['error', { basePath: root, zones }],
			'import/no-unresolved': ['error', { ignore: ['^[^.]'] }],
			'no-restricted-syntax': ['error', ...HIDDEN_IMPORTS],
		},
	},
	{
		files: ['src/core/**/*.ts'],
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Take `today` as an argument.' },
				{ object: 'Math', property: 'random', message: 'Take a seed as an argument.' },
			],
			'no-restricted-syntax': ['error', ...HIDDEN_IMPORTS, ...CLOCK_AND_CHANCE],
		},
	},
	...packageRules,
	{
		// Tables of strings are as long as what there is to say.
		files: ['src/i18n/**/*.ts'],
		rules: { 'max-lines': 'off' },
	},
	{
		files: ['src/cli/**/*.mts', 'tests/**/*.ts'],
		rules: {
			'obsidianmd/no-nodejs-modules': 'off',
			// A vault that the command line makes has the folder that Obsidian gives a new vault.
			'obsidianmd/hardcoded-config-path': 'off',
			// There is no window to take timers from.
			'obsidianmd/prefer-window-timers': 'off',
		},
	},
	{
		files: ['tests/**/*.ts'],
		rules: {
			'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
			'max-lines-per-function': 'off',
		},
	},
	{
		// What stands for the app itself is held to the size of product code, and to no rule about how
		// a plugin uses the app.
		files: ['tests/host/**/*.ts'],
		rules: { ...rulesOff, 'no-restricted-globals': 'off' },
	},
	{
		files: ['tests/host/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'max-lines': lengths['max-lines'],
			'max-lines-per-function': lengths['max-lines-per-function'],
			// Some methods of the app have five.
			'max-params': ['error', 5],
		},
	},
	{
		files: ['**/*.{mjs,cjs}'],
		languageOptions: {
			globals: Object.fromEntries(
				['process', 'console', 'Buffer', 'require', 'module', '__filename'].map(name => [
					name,
					'readonly',
				]),
			),
		},
		rules: {
			...lengths,
			// Obsidian's rules are about code that runs inside the app.
			...rulesOff,
			'@typescript-eslint/no-require-imports': 'off',
		},
	},
]);
