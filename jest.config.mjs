import { availableParallelism } from 'node:os';

// Workers inherit it: a test that passes only in one time zone must fail for everybody.
process.env.TZ = 'UTC';

export default {
	// More than processors: a browser that is waited for leaves its worker idle.
	maxWorkers: Math.ceil(1.5 * availableParallelism()),
	testEnvironment: 'node',
	// Under jsdom the "browser" builds of packages would be taken; the plugin bundle takes others.
	testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
	testMatch: ['<rootDir>/tests/**/*.test.ts'],
	// Jest's 5 seconds are for an idle machine; a test that hangs still ends.
	testTimeout: 30_000,
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'node'],
	moduleNameMapper: {
		'^obsidian$': 'obsidian-test-mocks/obsidian',
		'^virtual:vault-template$': '<rootDir>/tests/support/vault-template.ts',
		'^virtual:release-history$': '<rootDir>/tests/support/release-history.ts',
		'^virtual:plugin-assets$': '<rootDir>/tests/support/plugin-assets.ts',
	},
	setupFiles: ['<rootDir>/tests/support/set-up.cjs'],
	injectGlobals: false,
	// Jest looks a global name up anew at each use, which costs a hot loop more than its work.
	sandboxInjectedGlobals: [
		...['Array', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'RegExp', 'Set'],
		...['String', 'Symbol', 'TypeError', 'Uint16Array', 'Uint8Array', 'WeakMap'],
	],
	transform: { '^.+\\.(ts|mts|js|mjs)$': '<rootDir>/tests/esbuild-transform.cjs' },
	transformIgnorePatterns: [
		'/node_modules/(?:typescript|jsdom|@jest|jest-[^/]+|esbuild|yaml|gray-matter|js-yaml)/',
	],
	reporters: [
		'default',
		'<rootDir>/tests/support/count-retried.cjs',
		...(process.env.STACKBOOK_DEEP === '1' ? ['<rootDir>/tests/support/tell-progress.cjs'] : []),
	],
	coverageProvider: 'v8',
	collectCoverageFrom: ['src/**/*.{ts,mts}', '!**/*.d.ts'],
};
