import { expect, test } from 'vitest';
import { ecsData } from '../data/defghi.gen.ts';
import { getService } from '../index.ts';
import { CatalogService } from './catalogService.ts';

test('a service made of its text alone has the same facts as in the whole catalog', () => {
  const service = new CatalogService(ecsData);
  expect(service.prefix).toBe('ecs');
  expect(service.actions).toEqual(getService('ecs')?.actions);
  expect(service.resourceTypes).toEqual(getService('ecs')?.resourceTypes);
});
