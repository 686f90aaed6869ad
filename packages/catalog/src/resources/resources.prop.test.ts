import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arnVariables, formatArn, matchResource, services } from '../index.ts';

const types = services().flatMap((service) => service.resourceTypes);
const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);

test('20: an ARN that is made of a resource type is read as that type', () => {
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.infiniteStream(name), (type, names) => {
      const variables: Record<string, string> = { Partition: 'aws' };
      for (const variable of arnVariables(type)) variables[variable] ??= names.next().value ?? 'x';
      const arn = formatArn(type, variables) ?? '';
      expect(matchResource(arn).map((match) => match.type)).toContain(type);
    }),
    { numRuns: 1_000 },
  );
});

test('no text makes reading it fail or take long', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 400 }),
      fc.constantFrom('s3', 'ecs', 'apigateway', 'logs'),
      (text, service) => {
        matchResource(`arn:aws:${service}:${text}`);
        matchResource(text);
      },
    ),
  );
});
