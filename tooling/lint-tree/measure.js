// Lints a made-up folder of many mixed files with the built command, and says how long it takes and how much memory
// it has at most; with `--cache`, without one, with a new one and with a full one, which have to report the same. Ends with
// 1 where the memory is more than the limit.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { treeFiles } from './treeFiles.js';

const COMMAND = join(import.meta.dirname, '../../packages/cli/dist/main.js');
const USAGE =
  'usage: node measure.js [--files N] [--seed N] [--most-megabytes N] [--format FORMAT] [--cache]';
const LIMIT_ENDS_WITH = 1;
const CACHE_FILE = '.policywrightcache';

/** Writes to a file, when the program ends, how many bytes of memory it had at most. */
const PROBE = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS * 1024)));`;

/**
 * @param {string} folder
 * @param {{ files: number, seed: number }} options
 * @returns the size of all files in bytes.
 */
function writeTree(folder, { files, seed }) {
  let bytes = 0;
  for (const { path, content } of treeFiles(files, seed)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    bytes += Buffer.byteLength(content);
  }
  return bytes;
}

/**
 * @param {string} folder
 * @param {{ format: string, argv: readonly string[] }} options
 */
function lintTree(folder, { format, argv }) {
  const peakFile = join(folder, 'peak');
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(PROBE)}`,
      COMMAND,
      'lint',
      'tree',
      '--format',
      format,
      ...argv,
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, PEAK_FILE: peakFile } },
  );
  if (error !== undefined) throw error;
  // Findings are what the folder was made for; anything else is a failure of the command.
  if (status !== 1) throw new Error(`the command ended with ${String(status)}:\n${stderr}`);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, megabytes: Number(readFileSync(peakFile, 'utf8')) / 1e6, stdout, stderr };
}

/** @param {{ files: number, seed: number, format: string, mostMegabytes: number, cache: boolean }} options */
function measure({ files, seed, format, mostMegabytes, cache }) {
  const folder = mkdtempSync(join(tmpdir(), 'policywright-tree-'));
  try {
    const bytes = writeTree(join(folder, 'tree'), { files, seed });
    console.log(`${files} files of ${(bytes / 1e6).toFixed(0)} MB (seed ${seed})`);
    const plain = lintTree(folder, { format, argv: [] });
    if (format === 'json') console.log(`${JSON.parse(plain.stdout).length} findings`);
    if (plain.stderr !== '') console.log(plain.stderr.trimEnd());
    report('without a cache', plain);
    const runs = [plain];
    for (const name of cache ? ['with a new cache', 'with a full cache'] : []) {
      const run = lintTree(folder, { format, argv: ['--cache'] });
      report(name, run);
      if (run.stdout !== plain.stdout || run.stderr !== plain.stderr)
        throw new Error(`${name} the report is another one`);
      runs.push(run);
    }
    if (cache) console.log(`the cache has ${(statSync(join(folder, CACHE_FILE)).size / 1e6).toFixed(0)} MB`);
    return runs.every(({ megabytes }) => megabytes <= mostMegabytes) ? 0 : LIMIT_ENDS_WITH;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} name
 * @param {{ seconds: number, megabytes: number }} run
 */
function report(name, { seconds, megabytes }) {
  console.log(`${name}: ${seconds.toFixed(1)} s, at most ${megabytes.toFixed(0)} MB of memory`);
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '30000' },
      seed: { type: 'string', default: '18' },
      format: { type: 'string', default: 'json' },
      'most-megabytes': { type: 'string', default: '300' },
      cache: { type: 'boolean', default: false },
    },
  });
  const [files, seed, mostMegabytes] = [
    Number(values.files),
    Number(values.seed),
    Number(values['most-megabytes']),
  ];
  if ([files, seed, mostMegabytes].every(Number.isSafeInteger))
    return { files, seed, mostMegabytes, format: values.format, cache: values.cache };
  throw new Error('expected whole numbers');
}

let options;
try {
  options = readArguments();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
}
process.exitCode = options === undefined ? 2 : measure(options);
