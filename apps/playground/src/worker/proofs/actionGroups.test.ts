import { expandActions } from '@policywright/catalog';
import { expect, test } from 'vitest';
import { actionGroups } from './actionGroups.ts';

const ALL = expandActions('ecs:*');

test('tells all actions of a service as its pattern', () => {
  expect(actionGroups(['ecs:*'])).toEqual([{ names: ['ecs:*'], except: [], count: ALL.length }]);
});

test('tells nearly all of them with what is left out', () => {
  const names = ALL.filter((name) => name !== 'ecs:DeleteCluster');
  expect(actionGroups(names)).toEqual([
    { names: ['ecs:*'], except: ['ecs:DeleteCluster'], count: ALL.length - 1 },
  ]);
});

test('names a few, in AWS’s spelling, each service by itself', () => {
  expect(actionGroups(['ecs:stoptask', 'ecs:runtask', 's3:getobject'])).toEqual([
    { names: ['ecs:RunTask', 'ecs:StopTask'], except: [], count: 2 },
    { names: ['s3:GetObject'], except: [], count: 1 },
  ]);
});

test('keeps what the catalog does not have', () => {
  expect(actionGroups(['nosuch:thing'])).toEqual([{ names: ['nosuch:thing'], except: [], count: 1 }]);
});

test('names them where more is left out than anybody reads', () => {
  const names = ALL.slice(0, ALL.length - 20);
  expect(actionGroups(names)).toEqual([{ names: names.toSorted(), except: [], count: names.length }]);
});
