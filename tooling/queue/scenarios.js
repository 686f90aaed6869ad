import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { audit, startAudit } from './command.js';

/**
 * Where a scenario runs.
 *
 * @typedef {object} Place
 * @property {string} cwd - with `snapshot` in it.
 * @property {string} plain - what a run without a queue gives, joined.
 * @property {number} parts
 * @property {import('./servers.js').Server} server
 */

const DONE = /^part (\d+) of \d+ is done$/;
const BEGINS = /^part (\d+) of \d+ begins$/;
const SECONDS_AWAY = 3;
const MOST_SECONDS_TO_END = 15;

/**
 * A worker is killed in the middle of a part, and all is submitted again before and after.
 *
 * @param {Place} place
 * @returns {Promise<string>} what was seen.
 */
export async function killedWorker(place) {
  const { cwd, server, parts } = place;
  const submit = ['submit', '--queue', server.url, '--snapshot', 'snapshot', '--parts', String(parts)];
  const out = `${server.name}-worker`;
  const killed = worker(place, out, []);
  const other = worker(place, out, []);
  await Promise.all([killed, other].map((each) => each.told(/^waiting /, 1)));
  const run = await audit(cwd, submit);
  assert.equal(await audit(cwd, submit), run, 'a second submit is of the same run');
  await killed.told(DONE, 2);
  await killed.told(BEGINS, 3);
  killed.kill('SIGKILL');
  await killed.ended;
  const done = numbersOf(killed, DONE);
  const interrupted = numbersOf(killed, BEGINS).filter((number) => !done.includes(number));
  assert.equal(interrupted.length, 1, 'it was at work on a part');
  const before = filesOf(cwd, out).length;
  const waiting = startAudit(cwd, [...submit, '--wait']);
  assert.equal(await waiting.ended, 0, waiting.lines().join('\n'));
  other.kill('SIGTERM');
  assert.equal(await other.ended, 0, other.lines().join('\n'));
  assert.ok(numbersOf(other, DONE).includes(interrupted[0] ?? ''), 'the other has taken that part');
  const seen = await settled(place, out, [killed, other]);
  // Nothing is open any more: a third submit gives a worker nothing to do.
  await audit(cwd, submit);
  const idle = worker(place, out, ['--drain']);
  assert.equal(await idle.ended, 0);
  assert.deepEqual(numbersOf(idle, BEGINS), [], 'a third submit runs no part again');
  return `part ${interrupted.join()} was at work, ${before} of ${parts} written, when the worker was killed; ${seen}`;
}

/**
 * The server is killed while a worker works, and started again.
 *
 * @param {Place} place
 * @returns {Promise<string>} what was seen.
 */
export async function killedServer(place) {
  const { cwd, server, parts } = place;
  const named = ['--run', 'killed-server'];
  const submit = ['submit', '--queue', server.url, '--snapshot', 'snapshot', '--parts', String(parts)];
  await audit(cwd, [...submit, ...named]);
  const out = `${server.name}-server`;
  const first = worker(place, out, [...named, '--drain']);
  const second = worker(place, out, [...named, '--drain']);
  await first.told(DONE, 2);
  await server.kill();
  const before = filesOf(cwd, out).length;
  await sleep(SECONDS_AWAY * 1000);
  await server.start();
  assert.deepEqual(await Promise.all([first.ended, second.ended]), [0, 0], first.lines().join('\n'));
  const seen = await settled(place, out, [first, second]);
  return `${before} of ${parts} parts were written when the server was killed; ${seen}`;
}

/**
 * Workers that are to end after their server was killed end in some seconds, also in the middle of a part.
 *
 * @param {Place} place
 * @returns {Promise<string>} what was seen.
 */
export async function stoppedWithoutServer(place) {
  const { cwd, server, parts } = place;
  const named = ['--run', 'stopped-without-server'];
  const out = `${server.name}-stopped`;
  const submit = ['submit', '--queue', server.url, '--snapshot', 'snapshot', '--parts', String(parts)];
  await audit(cwd, [...submit, ...named]);
  const draining = worker(place, out, [...named, '--drain']);
  const waiting = worker(place, out, named);
  await Promise.all([draining, waiting].map((each) => each.told(BEGINS, 1)));
  await server.kill();
  await sleep(1000);
  const from = performance.now();
  for (const each of [draining, waiting]) each.kill('SIGTERM');
  const codes = await Promise.race([
    Promise.all([draining.ended, waiting.ended]),
    sleep(MOST_SECONDS_TO_END * 1000, 'they do not end'),
  ]);
  const seconds = (performance.now() - from) / 1000;
  assert.deepEqual(codes, [2, 2], waiting.lines().join('\n'));
  await server.start();
  return `ended in ${seconds.toFixed(1)} s`;
}

/**
 * @param {Place} place
 * @param {string} out
 * @param {readonly string[]} options
 */
function worker({ cwd, server }, out, options) {
  const argv = ['worker', '--queue', server.url, '--snapshot', 'snapshot', '--out', out, ...options];
  return startAudit(cwd, argv);
}

/**
 * Holds what is left to a run without a queue.
 *
 * @param {Place} place
 * @param {string} out
 * @param {readonly import('./command.js').Running[]} workers
 */
async function settled({ cwd, plain, parts }, out, workers) {
  const files = filesOf(cwd, out);
  assert.equal(files.length, parts, `lost: ${parts - files.length}`);
  const numbers = workers.flatMap((each) => numbersOf(each, DONE));
  const twice = numbers.filter((number, place) => numbers.indexOf(number) !== place);
  assert.deepEqual(twice, [], 'parts that ended twice');
  assert.ok((await audit(cwd, ['merge', out])) === plain, 'the files joined are those of one run');
  return `0 lost, 0 ended twice, joined the ${plain.length} bytes of one run`;
}

/**
 * The parts of which a worker tells.
 *
 * @param {import('./command.js').Running} running
 * @param {RegExp} line
 */
function numbersOf(running, line) {
  return running.lines().flatMap((text) => line.exec(text)?.[1] ?? []);
}

/** @param {string} cwd @param {string} out */
function filesOf(cwd, out) {
  return readdirSync(join(cwd, out)).filter((name) => name.endsWith('.json'));
}
