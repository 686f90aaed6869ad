// Prints how many tests of all packages passed and failed, from the reports that they left, cached or not. Ends with 1
// where one failed, or where a test file belongs to no package's run.
import { join } from 'node:path';
import { countTests } from './testReports.js';

const { passed, failed, left } = countTests(join(import.meta.dirname, '..', '..'));
for (const file of left) console.error(`${file} was not run`);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || left.length > 0) process.exitCode = 1;
