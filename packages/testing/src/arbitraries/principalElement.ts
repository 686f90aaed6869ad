import * as fc from 'fast-check';
import type { PrincipalDocument } from '../documents/scenarioDocument.ts';
import { AWS_PRINCIPALS, SERVICES } from './_internals/alphabet.ts';

/** What stands under `Principal` or `NotPrincipal`. */
export function principalElement(): fc.Arbitrary<PrincipalDocument> {
  const aws = fc.constantFrom<string>(...AWS_PRINCIPALS);
  return fc.oneof(
    { arbitrary: fc.constant('*' as const), weight: 3 },
    { arbitrary: aws.map((AWS) => ({ AWS })), weight: 4 },
    { arbitrary: fc.array(aws, { minLength: 1, maxLength: 3 }).map((AWS) => ({ AWS })), weight: 3 },
    { arbitrary: fc.constantFrom<string>(...SERVICES).map((Service) => ({ Service })), weight: 1 },
    {
      arbitrary: fc
        .tuple(aws, fc.constantFrom<string>(...SERVICES))
        .map(([AWS, Service]) => ({ AWS, Service })),
      weight: 1,
    },
  );
}
