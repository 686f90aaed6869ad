import { expect, test } from 'vitest';
import { FIT, WordTable } from './wordTable.ts';

const table = new WordTable([['run', 'task'], ['run'], [], ['get', 'run', 'task'], ['start', 'asking']]);

test('a word fits a text as the whole, as its head, and behind one of its words', () => {
  expect([...table.fits('runtask')]).toEqual([FIT.exact, 0, 0, FIT.inside, 0]);
  expect([...table.fits('run')]).toEqual([FIT.head, FIT.exact, 0, FIT.inside, 0]);
  expect([...table.fits('runt')]).toEqual([FIT.head, 0, 0, FIT.inside, 0]);
});

test('inside a word it does not fit, nor over the end of a text', () => {
  expect([...table.fits('ask')]).toEqual([0, 0, 0, 0, FIT.inside]);
  expect([...table.fits('un')]).toEqual([0, 0, 0, 0, 0]);
  expect([...table.fits('taskrun')]).toEqual([0, 0, 0, 0, 0]);
});

test('a misspelt word adds to what fits and takes nothing away', () => {
  const fits = Uint8Array.of(0, 0, 0, FIT.inside, 0);
  table.addMisspelt('rnutask', fits);
  expect([...fits]).toEqual([FIT.misspelt, 0, 0, FIT.inside, 0]);
  table.addMisspelt('getrunt', fits);
  expect([...fits]).toEqual([FIT.misspelt, 0, 0, FIT.inside, 0]);
});

test('words of three letters are near to nothing, words of four to what is one edit away', () => {
  for (const word of ['rin', 'rnui']) {
    const fits = new Uint8Array(5);
    table.addMisspelt(word, fits);
    expect([...fits]).toEqual([0, 0, 0, 0, 0]);
  }
  const fits = new Uint8Array(5);
  table.addMisspelt('runn', fits);
  expect([...fits]).toEqual([0, FIT.misspelt, 0, 0, 0]);
});
