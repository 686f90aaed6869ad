// Set up before each test file: a property takes three seconds at most, and the first example that fails is enough, however
// long it is.
import { configureGlobal } from 'fast-check';

configureGlobal({ interruptAfterTimeLimit: 3000, endOnFailure: true });
