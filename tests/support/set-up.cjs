// The doubles of Obsidian extend the prototypes of a DOM; only a test under jsdom has one.
if (globalThis.document !== undefined) require('obsidian-test-mocks/jest-setup');
