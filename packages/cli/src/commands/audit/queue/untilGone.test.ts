import { expect, test } from 'vitest';
import { untilGone } from './untilGone.ts';

const never = new Promise<never>(() => undefined);
const stopped = Promise.resolve();

test('work that ends gives what it gave, whatever became of the server', async () => {
  const isThere = async (): Promise<boolean> => false;
  expect(await untilGone(Promise.resolve('done'), { stopped, isThere })).toBe('done');
  expect(await untilGone(Promise.resolve('done'), { stopped: undefined, isThere })).toBe('done');
  await expect(untilGone(Promise.reject(new Error('no')), { stopped, isThere })).rejects.toThrow('no');
});

test('work is waited for as long as the server is there, and no longer', async () => {
  const answers = [true, true, false];
  const isThere = async (): Promise<boolean> => answers.shift() ?? false;
  expect(await untilGone(never, { stopped, isThere })).toBeUndefined();
  expect(answers).toEqual([]);
});

test('before the user has enough, nobody asks the server', async () => {
  let asked = 0;
  let end = (): void => undefined;
  const work = new Promise<string>((fulfil) => (end = () => fulfil('done')));
  const isThere = async (): Promise<boolean> => {
    asked += 1;
    return false;
  };
  const outcome = untilGone(work, { stopped: never, isThere });
  setTimeout(end, 50);
  expect([await outcome, asked]).toEqual(['done', 0]);
});
