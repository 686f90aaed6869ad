// Lints a made-up folder of many mixed files with the built command, and says how long it takes and how much memory
// it has at most. Ends with 1 where that is more than the limit.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { treeFiles } from './treeFiles.js';

const COMMAND = join(import.meta.dirname, '../../packages/cli/dist/main.js');
const USAGE = 'usage: node measure.js [--files N] [--seed N] [--most-megabytes N] [--format FORMAT]';
const LIMIT_ENDS_WITH = 1;

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
 * @param {{ format: string }} options
 */
function lintTree(folder, { format }) {
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
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, PEAK_FILE: peakFile } },
  );
  if (error !== undefined) throw error;
  // Findings are what the folder was made for; anything else is a failure of the command.
  if (status !== 1) throw new Error(`the command ended with ${String(status)}:\n${stderr}`);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, megabytes: Number(readFileSync(peakFile, 'utf8')) / 1e6, stdout, stderr };
}

/** @param {{ files: number, seed: number, format: string, mostMegabytes: number }} options */
function measure({ files, seed, format, mostMegabytes }) {
  const folder = mkdtempSync(join(tmpdir(), 'policywright-tree-'));
  try {
    const bytes = writeTree(join(folder, 'tree'), { files, seed });
    const { seconds, megabytes, stdout, stderr } = lintTree(folder, { format });
    const findings = format === 'json' ? `, ${JSON.parse(stdout).length} findings` : '';
    console.log(`${files} files of ${(bytes / 1e6).toFixed(0)} MB (seed ${seed})${findings}`);
    console.log(`${seconds.toFixed(1)} s, at most ${megabytes.toFixed(0)} MB of memory`);
    if (stderr !== '') console.log(stderr.trimEnd());
    return megabytes <= mostMegabytes ? 0 : LIMIT_ENDS_WITH;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '30000' },
      seed: { type: 'string', default: '18' },
      format: { type: 'string', default: 'json' },
      'most-megabytes': { type: 'string', default: '300' },
    },
  });
  const [files, seed, mostMegabytes] = [
    Number(values.files),
    Number(values.seed),
    Number(values['most-megabytes']),
  ];
  if ([files, seed, mostMegabytes].every(Number.isSafeInteger))
    return { files, seed, mostMegabytes, format: values.format };
  throw new Error('expected whole numbers');
}

let options;
try {
  options = readArguments();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
}
process.exitCode = options === undefined ? 2 : measure(options);
