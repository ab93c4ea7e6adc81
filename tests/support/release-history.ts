import { compactHistory } from '../../src/core/upgrades/release-history';
import { readPresent, readRecord } from './old-release';

/** Stands for `virtual:release-history`: the record as it is now, not as the last build had it. */
export default { zh: JSON.stringify(compactHistory(readRecord(), readPresent())) };
