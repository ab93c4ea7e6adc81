import { expect, test } from '@jest/globals';
import { lastAttempts } from '../../../src/core/reviews/last-attempt';
import { aVault } from '../../support/a-note';

test('the last attempt is the latest moment, whatever file, line and zone it stands in', () => {
	const index = aVault({
		'练习记录/a.md': `---
type: attempts
---
- 2026-11-20T21:00:00+08:00 · q · good · 95s · 4/5
- 2026-11-20T22:00:00+08:00 · other · easy · 1s · 0/0
nonsense
`,
		'练习记录/b.md':
			'---\ntype: attempts\n---\n- 2026-11-20T13:30:00+00:00 · q · hard · 9s · 1/5\n',
		'c.md': '- 2026-11-21T13:30:00+00:00 · q · again · 9s · 1/5\n',
	});
	const last = lastAttempts(index);
	expect(last.get('q')?.rating).toBe('hard');
	expect(last.get('other')?.rating).toBe('easy');
	expect(last.size).toBe(2);
});
