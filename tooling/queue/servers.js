import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A server that can be killed and started again, with what it had on disk.
 *
 * @typedef {object} Server
 * @property {string} name
 * @property {string} url
 * @property {() => Promise<void>} start
 * @property {() => Promise<void>} kill - by SIGKILL.
 */

/**
 * Finds a program, or installs its package.
 *
 * @param {string} name - of the package.
 * @param {() => string | undefined} find
 * @returns {{ path: string } | { missing: string }}
 */
function findOrInstall(name, find) {
  const found = find();
  if (found !== undefined) return { path: found };
  if (!existsSync('/usr/bin/apt-get'))
    return { missing: `${name} is not installed, and there is no apt-get to install it with` };
  const isRoot = process.getuid?.() === 0;
  const by = isRoot ? [] : ['sudo', '-n'];
  try {
    for (const args of [['update'], ['install', '-y', name]]) {
      const [program = '', ...others] = [...by, 'apt-get', ...args];
      execFileSync(program, others, { stdio: 'ignore' });
    }
  } catch {
    return {
      missing: `${name} cannot be installed by apt-get${isRoot ? '' : ': it needs root, or sudo without a password'}`,
    };
  }
  const installed = find();
  return installed === undefined
    ? { missing: `${name} was installed, but is not where it is looked for` }
    : { path: installed };
}

/** @param {readonly string[]} paths */
const firstOf = (paths) => paths.find((path) => existsSync(path));

/**
 * @param {string} folder - for its files; is made.
 * @returns {Promise<Server | { missing: string }>}
 */
export async function redisServer(folder) {
  const found = findOrInstall('redis-server', () =>
    firstOf(['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/usr/bin/valkey-server']),
  );
  if ('missing' in found) return found;
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const options = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    appendonly: 'yes',
    'maxmemory-policy': 'noeviction',
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return server({ name: 'Redis', url: `redis://127.0.0.1:${port}`, port, program: found.path, args });
}

/**
 * @param {string} folder - for its files; is made.
 * @returns {Promise<Server | { missing: string }>}
 */
export async function postgresServer(folder) {
  const ROOT = '/usr/lib/postgresql';
  const found = findOrInstall('postgresql', () => {
    const versions = existsSync(ROOT) ? readdirSync(ROOT).toSorted((a, b) => Number(b) - Number(a)) : [];
    return firstOf(versions.map((version) => join(ROOT, version, 'bin/postgres')));
  });
  if ('missing' in found) return found;
  mkdirSync(folder, { recursive: true });
  // It does not run as root.
  const as = process.getuid?.() === 0 ? userOf('postgres') : undefined;
  if (as !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  execFileSync(join(found.path, '../initdb'), ['-D', data, '-U', 'audit', '--auth=trust'], {
    stdio: 'ignore',
    cwd: folder,
    ...as,
  });
  const port = await freePort();
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder];
  return server({
    name: 'PostgreSQL',
    url: `postgres://audit@127.0.0.1:${port}/postgres`,
    port,
    program: found.path,
    args,
    ...(as && { as }),
  });
}

/** @param {string} name */
function userOf(name) {
  /** @param {string} flag */
  const id = (flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * @param {{ name: string, url: string, port: number, program: string, args: readonly string[], as?: object }} setting
 * @returns {Server}
 */
function server({ name, url, port, program, args, as = {} }) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  /** Processes of a server that was killed may hold its files for a moment: it is tried again. */
  const start = async () => {
    const giveUp = Date.now() + 60_000;
    while (Date.now() < giveUp) {
      const started = spawn(program, args, { stdio: 'ignore', cwd: '/', ...as });
      child = started;
      while (started.exitCode === null && started.signalCode === null && Date.now() < giveUp) {
        if (await accepts(port)) return;
        await sleep(100);
      }
    }
    throw new Error(`${name} does not start`);
  };
  const kill = async () => {
    const killed = child;
    if (killed === undefined || killed.exitCode !== null || killed.signalCode !== null) return;
    const gone = new Promise((resolve) => killed.once('exit', resolve));
    killed.kill('SIGKILL');
    await gone;
  };
  return { name, url, start, kill };
}

/** @param {number} port @returns {Promise<boolean>} */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const listener = createServer();
    listener.once('error', reject);
    listener.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      listener.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
