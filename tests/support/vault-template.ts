import { dirname } from 'node:path';
import { readVaultTemplates } from '../../scripts/vault-templates.mjs';

/** Stands for `virtual:vault-template`: the notes as they are now, not as the last build had them. */
export default readVaultTemplates(dirname(dirname(import.meta.dirname)));
