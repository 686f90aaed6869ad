import { commandsPart } from './commandsPart.js';
import { examplesPart } from './examplesPart.js';
import { managedPoliciesPart } from './managedPoliciesPart.js';
import { print } from './terminal.js';

print('Policywright: what AWS IAM would decide, without AWS');
const failures = examplesPart() + (await commandsPart()) + managedPoliciesPart();
print();
print('Next: npx -y pnpm@10.34.9 exec policywright evaluate FILE, or read examples/README.md');
process.exitCode = failures === 0 ? 0 : 1;
