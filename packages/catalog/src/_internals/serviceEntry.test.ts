import { expect, test } from 'vitest';
import { ecsData } from '../data/defghi.gen.ts';
import { getService } from '../index.ts';
import { serviceEntry } from './serviceEntry.ts';

test('the module of one service has the same facts as the whole catalog', () => {
  const service = serviceEntry(ecsData);
  expect(service.prefix).toBe('ecs');
  expect(service.actions).toEqual(getService('ecs')?.actions);
  expect(service.resourceTypes).toEqual(getService('ecs')?.resourceTypes);
});
