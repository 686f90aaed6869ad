// Set up before each test file that is run with a fault: a property takes a second at most, but in files that count what
// their properties met.
import { configureGlobal } from 'fast-check';
import { expect } from 'vitest';

const whole = JSON.parse(process.env['MUTATION_WHOLE'] ?? '[]') as readonly string[];
const { testPath = '' } = expect.getState();
const isWhole = whole.some((file) => testPath.replaceAll('\\', '/').endsWith(file));
configureGlobal(isWhole ? {} : { interruptAfterTimeLimit: 1000 });
