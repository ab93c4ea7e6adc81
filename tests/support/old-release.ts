import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { readReleaseHistory } from '../../scripts/vault-templates.mjs';
import { compactHistory, readHistory } from '../../src/core/upgrades/release-history';
import type { HistoryRecord } from '../../src/core/upgrades/release-history';
import type { Release } from '../../src/core/upgrades/release';
import { ROOT } from './room-table';
import vaultTemplates from './vault-template';

/** Path → text of the notes as the first version shipped them. */
export function readFirstRelease(): Record<string, string> {
	const packed = readFileSync(join(ROOT, 'tests/fixtures/releases/0.1.0.json.br'));
	return JSON.parse(brotliDecompressSync(packed).toString('utf8')) as Record<string, string>;
}

/** What this version ships, without the settings of the app. */
export function readPresent(): Record<string, string> {
	const files = Object.entries(vaultTemplates['zh'] ?? {});
	return Object.fromEntries(files.filter(([path]) => !path.startsWith('.')));
}

/** The record of releases as it lies in the repository. */
export function readRecord(): HistoryRecord {
	const record = readReleaseHistory(dirname(dirname(import.meta.dirname)))['zh'];
	if (!record) throw new Error('There is no record of releases in Chinese');
	return record;
}

/** The version that the tests upgrade to: newer than any that is recorded. */
const NEXT_VERSION = '99.0.0';

/** All releases up to the given files, as a program would carry them. */
export function releasesUpTo(present: Readonly<Record<string, string>>): Release[] {
	return readHistory(compactHistory(readRecord(), present), NEXT_VERSION, present);
}
