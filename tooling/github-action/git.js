import { spawnSync } from 'node:child_process';

/**
 * Whether a command of git succeeds.
 *
 * @param {readonly string[]} args
 */
export function git(...args) {
  return spawnSync('git', args, { stdio: 'ignore' }).status === 0;
}
