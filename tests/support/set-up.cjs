// The doubles of Obsidian extend the prototypes of a DOM; only a test under jsdom has one.
if (globalThis.document !== undefined) require('obsidian-test-mocks/jest-setup');

// The same cases for everybody and every time; `npm run test:deep` looks for new ones.
if (!process.env.STACKBOOK_DEEP) require('fast-check').configureGlobal({ seed: 20261120 });
