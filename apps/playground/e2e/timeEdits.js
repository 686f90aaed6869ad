/**
 * A policy of exactly 6,144 characters, as AWS counts, with a hundred statements, one member a line.
 *
 * @param {string} [action] - of every statement; otherwise each has its own.
 */
export function hundredStatements(action) {
  /** @param {string} rest */
  const document = (rest) => ({
    Version: '2012-10-17',
    Statement: Array.from({ length: 100 }, (_, n) => ({
      Effect: 'Allow',
      Action: action ?? `s3:Get${n}`,
      Resource: n === 99 ? `*${rest}` : '*',
    })),
  });
  const left = 6144 - JSON.stringify(document('')).length;
  return JSON.stringify(document('x'.repeat(left)), undefined, 2);
}

/**
 * Types and deletes a letter 30 times at the end of the editor's text, in the page.
 *
 * @returns milliseconds from the key to the page laid out with the new decision, shortest first.
 */
export async function timeEdits() {
  /** @type {number[]} */
  const taken = [];
  const channel = new MessageChannel();
  const tasks = () =>
    new Promise((resolve) => {
      channel.port1.addEventListener('message', resolve, { once: true });
      channel.port1.start();
      channel.port2.postMessage('');
    });
  for (let n = 0; n < 30; n += 1) {
    const begin = performance.now();
    document.execCommand(n % 2 === 0 ? 'insertText' : 'delete', false, ' ');
    // What the page does is done in microtasks, all before the next task.
    await tasks();
    document.body.getBoundingClientRect();
    taken.push(performance.now() - begin);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return taken.sort((a, b) => a - b);
}
