// Lints the AWS managed policies, to see what a rule says about documents that somebody uses.
// Usage: lintManaged.js [RULE]
import { loadManagedPolicies } from '@policywright-tooling/conformance/managed-policies';
import { RULES } from '@policywright/lint';
import { findingsByRule, managedFindings } from './managedFindings.ts';
import { markdownTable } from './markdownTable.ts';

const [id] = process.argv.slice(2);
const rule = RULES.find((one) => one.id === id);
if (id !== undefined && rule === undefined) {
  console.error(`no rule is called \`${id}\`\nusage: npx -y pnpm@10.34.9 lint:managed [RULE]`);
  process.exitCode = 2;
} else {
  const policies = loadManagedPolicies();
  const findings = managedFindings(policies, rule);
  if (rule === undefined) console.log(`${markdownTable(findingsByRule(findings))}\n`);
  else for (const { policy, path, message } of findings) console.log(`${policy} ${path}: ${message}`);
  const found = new Set(findings.map(({ policy }) => policy)).size;
  console.log(`${findings.length} findings in ${found} of ${policies.length} AWS managed policies`);
}
