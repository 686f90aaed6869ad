import { expect, test } from 'vitest';
import { prefixesOfEventSource } from '../index.ts';

test.each([
  ['ecs.amazonaws.com', 'ecs'],
  ['ECS.amazonaws.com', 'ecs'],
  ['ec2.amazonaws.com.cn', 'ec2'],
  ['monitoring.amazonaws.com', 'cloudwatch'],
  ['elasticmapreduce.amazonaws.com', 'elasticmapreduce'],
  ['email.amazonaws.com', 'ses'],
  ['tagging.amazonaws.com', 'tag'],
  ['api.ecr.amazonaws.com', 'ecr'],
  ['runtime.sagemaker.amazonaws.com', 'sagemaker'],
  ['models-v2-lex.amazonaws.com', 'lex'],
  ['states', 'states'],
  // Of several parts, the one that is a service counts before what one is called otherwise.
  ['ecs.email.amazonaws.com', 'ecs'],
  ['email.ecs.amazonaws.com', 'ecs'],
])('events of %s are of %s', (source, prefix) => {
  expect(prefixesOfEventSource(source)[0]).toBe(prefix);
});

test('a source of which nothing is known has no service', () => {
  for (const source of ['nothing-known.amazonaws.com', '', '.', '.amazonaws.com', 'amazonaws.com'])
    expect(prefixesOfEventSource(source), source).toEqual([]);
});
