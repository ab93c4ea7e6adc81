import { afterAll } from '@jest/globals';
import { describeFaults } from './support/faults';
import { removeFolders } from './support/temporary-folder';
import { WRITING_COMMANDS } from './support/writing-commands';

afterAll(removeFolders);

// That of an update takes as long as all others together, and has a file of its own.
WRITING_COMMANDS.filter(({ name }) => name !== 'update').forEach(describeFaults);
