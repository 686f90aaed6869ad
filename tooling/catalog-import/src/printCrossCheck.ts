import { crossCheck } from './crossCheck.ts';
import { loadManagedPolicies } from './managedPolicies.ts';

// node dist/printCrossCheck.js: where curated facts and what is at hand disagree

for (const line of crossCheck(loadManagedPolicies())) console.log(line);
