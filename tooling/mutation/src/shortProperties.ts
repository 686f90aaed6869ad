// Set up before each test file that is run with a fault: a property takes a second at most.
import { configureGlobal } from 'fast-check';

configureGlobal({ interruptAfterTimeLimit: 1000 });
