import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RenderableDiagnostic } from '@policywright/policy';
import { expect, test, vi } from 'vitest';
import { watchRuns } from './watchRuns.ts';

test('what cannot be watched is told to the run', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'policywright-watch-'));
  const folder = join(parent, 'loop');
  symlinkSync('loop', folder);
  const run = vi.fn<(warnings: readonly RenderableDiagnostic[]) => Promise<void>>(async () => undefined);
  await watchRuns({
    folder,
    prepare: async () => ({ sources: [], out: folder, run }),
    stopped: vi.waitFor(() => expect(run).toHaveBeenCalledOnce()),
  });
  expect(run.mock.lastCall?.[0]).toMatchObject([
    {
      code: 'watch-failed',
      severity: 'warning',
      message: expect.stringMatching(/^`\.` cannot be watched: ELOOP/),
    },
  ]);
  rmSync(parent, { recursive: true });
});
