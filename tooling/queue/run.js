// Audits over real queues of Redis and PostgreSQL, with a worker and a server that are killed in the middle: nothing may be
// lost, no part may end twice, and the outcome is that of a run without a queue. Needs the built command.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeOrganization } from '@policywright-tooling/organization';
import { audit } from './command.js';
import { killedServer, killedWorker, stoppedWithoutServer } from './scenarios.js';
import { postgresServer, redisServer } from './servers.js';

const { values } = parseArgs({
  options: {
    'must-run': { type: 'boolean', default: false },
    principals: { type: 'string', default: '400' },
    parts: { type: 'string', default: '20' },
  },
});
const parts = Number(values.parts);

/** @param {string} folder */
function writeSnapshot(folder) {
  for (const [path, text] of Object.entries(
    makeOrganization({ principals: Number(values.principals), resources: 40 }),
  )) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const SCENARIOS = {
  'killed worker': killedWorker,
  'killed server': killedServer,
  'stopped without a server': stoppedWithoutServer,
};
const cwd = mkdtempSync(join(tmpdir(), 'policywright-queue-'));
// PostgreSQL runs as another user.
chmodSync(cwd, 0o755);
try {
  writeSnapshot(join(cwd, 'snapshot'));
  const started = performance.now();
  await audit(cwd, ['run', '--snapshot', 'snapshot', '--out', 'plain']);
  const plain = await audit(cwd, ['merge', 'plain']);
  console.log(`without a queue: ${seconds(started)}`);
  for (const make of [redisServer, postgresServer]) {
    const server = await make(join(cwd, make.name));
    if ('missing' in server) {
      console.log(`skipped: ${server.missing}`);
      if (values['must-run']) process.exitCode = 1;
      continue;
    }
    try {
      await server.start();
      for (const [name, scenario] of Object.entries(SCENARIOS)) {
        const from = performance.now();
        const seen = await scenario({ cwd, plain, parts, server });
        console.log(`${server.name}, ${name}: ${seen} (${seconds(from)})`);
      }
    } finally {
      await server.kill();
    }
  }
} finally {
  rmSync(cwd, { recursive: true, force: true });
}

/** @param {number} from */
function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
