import { auditSuite } from '../audit/auditSuite.ts';
import { catalogSuite } from '../catalog/catalogSuite.ts';
import { generatedCodeSuite } from '../generated-code/generatedCodeSuite.ts';
import { allocationSuite } from './allocationSuite.ts';
import { bulkSuite } from './bulkSuite.ts';
import { compileSuite } from './compileSuite.ts';
import { decideSuite } from './decideSuite.ts';
import { explainSuite } from './explainSuite.ts';
import { growthSuite } from './growthSuite.ts';
import { hostileSuite } from './hostileSuite.ts';
import { installSuite } from './installSuite.ts';
import { peersProofSuite } from './peersProofSuite.ts';
import { proofSuite } from './proofSuite.ts';
import type { Suite } from './suite.ts';

/** All suites in the order in which they are printed. */
export const SUITES: readonly Suite[] = [
  decideSuite,
  growthSuite,
  explainSuite,
  bulkSuite,
  compileSuite,
  proofSuite,
  peersProofSuite,
  auditSuite,
  hostileSuite,
  allocationSuite,
  installSuite,
  catalogSuite,
  generatedCodeSuite,
];
