import type { PrincipalDocument } from '@policywright/scenario';
import * as fc from 'fast-check';
import {
  ACCOUNTS,
  AWS_PRINCIPALS,
  CANONICAL_USERS,
  CHAINS,
  PROVIDERS,
  SERVICES,
  USER,
} from './_internals/alphabet.ts';

/** What stands under `NotPrincipal`: often what exempts a caller. */
export function notPrincipalElement(): fc.Arbitrary<PrincipalDocument> {
  const chain = fc.constantFrom(...CHAINS).map((AWS) => ({ AWS }));
  return fc.oneof({ arbitrary: chain, weight: 2 }, { arbitrary: principalElement(), weight: 1 });
}

/** What stands under `Principal`. */
export function principalElement(): fc.Arbitrary<PrincipalDocument> {
  const aws = fc.constantFrom<string>(...AWS_PRINCIPALS);
  return fc.oneof(
    { arbitrary: fc.constant('*' as const), weight: 3 },
    { arbitrary: aws.map((AWS) => ({ AWS })), weight: 4 },
    // A user, whose federated sessions have what it is granted (S150), and an account, whose policies decide (S132).
    { arbitrary: fc.constantFrom(USER, ACCOUNTS[0]).map((AWS) => ({ AWS })), weight: 2 },
    { arbitrary: fc.array(aws, { minLength: 1, maxLength: 3 }).map((AWS) => ({ AWS })), weight: 3 },
    { arbitrary: fc.constantFrom<string>(...SERVICES).map((Service) => ({ Service })), weight: 1 },
    { arbitrary: fc.constantFrom<string>(...PROVIDERS).map((Federated) => ({ Federated })), weight: 1 },
    {
      arbitrary: fc.constantFrom(...CANONICAL_USERS).map((CanonicalUser) => ({ CanonicalUser })),
      weight: 1,
    },
    {
      arbitrary: fc
        .tuple(aws, fc.constantFrom<string>(...SERVICES))
        .map(([AWS, Service]) => ({ AWS, Service })),
      weight: 1,
    },
  );
}
