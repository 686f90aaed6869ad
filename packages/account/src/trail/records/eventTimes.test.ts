import { expect, test } from 'vitest';
import { EventTimes, timeNumber } from './eventTimes.ts';

const number = (text: string): number | undefined => timeNumber((index) => text.charCodeAt(index));
const alike = (...times: readonly string[]): EventTimes => {
  const all = new EventTimes();
  for (const time of times) {
    const one = number(time);
    if (one === undefined) all.countAlike(3000, { count: 1, first: time, last: time });
    else all.count(3000, one);
  }
  return all;
};

test('a row knows how many events it has, and the times of the first and the last', () => {
  const times = alike('2026-11-01T00:00:05Z', '2026-11-01T00:00:01Z', '2027-01-01T00:00:00Z');
  expect(times.of(3000)).toEqual({ count: 3, first: '2026-11-01T00:00:01Z', last: '2027-01-01T00:00:00Z' });
  expect(times.of(2999)).toBeUndefined();
  expect(times.of(100_000)).toBeUndefined();
  times.countAlike(3000, { count: 4, first: '0001-01-01T00:00:00Z', last: '2026-01-01T00:00:00Z' });
  expect(times.of(3000)).toMatchObject({ count: 7, first: '0001-01-01T00:00:00Z' });
});

test.each([
  [['2026-11-01T00:00:01Z', '2026-11-01T00:00:00.5Z', '2026-11-01T00:00:02Z']],
  [['', '2026-11-01T00:00:01Z']],
  [['2026-11-01T00:00:00.5Z', '2026-11-01T00:00:00Z', 'z']],
])('times that are written otherwise are compared as texts: %j', (texts) => {
  const [first, ...rest] = texts.toSorted();
  expect(alike(...texts).of(3000)).toEqual({ count: texts.length, first, last: rest.at(-1) ?? first });
});

test.each(['2026-11-01 00:00:00Z', '2026-11-01T00:00:00+', '2026-1a-01T00:00:00Z'])(
  '%s has no number',
  (text) => {
    expect(number(text)).toBeUndefined();
  },
);
