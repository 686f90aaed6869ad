import {
  AccountReader,
  readAccount,
  readOrganization,
  readResources,
  readShard,
  SnapshotReader,
} from '@policywright/account';
import { canEver, checkNoNewAccess, deadStatements, minimisePolicy } from '@policywright/analyzer';
import {
  compileArnPattern,
  compileGlob,
  isArnPattern,
  overlap,
  parseArn,
  patternSubsumes,
} from '@policywright/arn';
import {
  expandActions,
  fitActions,
  getAction,
  matchResource,
  readSnapshot,
  search,
  shrinkActions,
  suggestActions,
} from '@policywright/catalog';
import { generate } from '@policywright/codegen';
import { accessDeniedMessage, compile, parseAccessDenied } from '@policywright/evaluator';
import { renderExplanation } from '@policywright/evaluator/wording';
import { fixText, formatMarkdown, formatSarif, formatText, lintText, type Finding } from '@policywright/lint';
import { diagnoseCall, listChecks, suggestOperation } from '@policywright/operations';
import {
  extractAll,
  inferPolicyType,
  measurePolicy,
  parseJson,
  parsePolicy,
  parsePolicyTree,
  policyFromValue,
  printPolicy,
  type JsonNode,
  type Policy,
} from '@policywright/policy';
import {
  deriveScenarios,
  formatScenarioJunit,
  readKmsGrants,
  readKnownWorld,
  readScenarios,
  runScenarios,
  type ScenarioFile,
} from '@policywright/scenario';
import type { InputKind } from './inputs.ts';
import { runCommand } from './runCommand.ts';

/** A function that reads what others wrote. */
export interface FuzzTarget {
  readonly kind: InputKind;
  /** Reads a text; what it answers says in few words what became of it, so that new answers can be told. */
  readonly run: (text: string) => string | Promise<string>;
  /** Of how many rounds it takes part in one, where it is slow by nature. */
  readonly every?: number;
  /** Milliseconds that an input of 100,000 characters may take; 1,000 if left out. */
  readonly most?: number;
}

const ALICE = 'arn:aws:iam::111122223333:user/alice';
const REQUEST = { principal: ALICE, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' };

/** Every public function that reads text, or what stands in one. */
export const TARGETS: Readonly<Record<string, FuzzTarget>> = {
  parseJson: { kind: 'template', run: (text) => codesOf(parseJson(text).diagnostics) },
  parsePolicy: {
    kind: 'policy',
    run: (text) => {
      const read = parsePolicy(text);
      if (read.ok) {
        const printed = printPolicy(read.policy);
        const again = parsePolicy(printed);
        if (!again.ok || printPolicy(again.policy) !== printed)
          throw new Error('what was printed is read otherwise');
      }
      return codesOf(read.diagnostics);
    },
  },
  policyFromValue: {
    kind: 'policy',
    run: (text) => codesOf(policyFromValue(valueOf(text)).diagnostics),
  },
  parsePolicyTree: {
    kind: 'policy',
    run: (text) => {
      const { statements } = parsePolicyTree(text);
      return statements
        .slice(0, 4)
        .map((statement) => Object.keys(statement).join())
        .join('; ');
    },
  },
  measurePolicy: {
    kind: 'policy',
    run: (text) => {
      const read = parsePolicy(text);
      const type = read.ok ? inferPolicyType(read.policy) : undefined;
      const measured = measurePolicy(text, { type: type?.type ?? 'identity' });
      return `${String(type?.type)} ${String(measured.length)}`;
    },
  },
  lintText: {
    kind: 'policy',
    run: (text) => {
      const { findings } = lintText(text);
      const files = [{ file: 'a.json', text, findings }];
      formatText(files);
      formatSarif(files);
      formatMarkdown(files);
      return codesOf(findings);
    },
  },
  fixText: {
    kind: 'policy',
    run: (text) => {
      const fixed = fixText(text);
      return `${codesOf(fixed.findings)} ${String(fixed.text === text)}`;
    },
  },
  extractAll: {
    kind: 'template',
    run: (text) => {
      const root = nodeOf(text);
      if (root === undefined) return 'no JSON';
      const { policies, unknown } = extractAll(root, { text, readTemplate: nodeOf });
      return `${policies.map(({ type }) => type).join()} ${String(Math.min(3, unknown.length))}`;
    },
  },
  readScenarios: {
    kind: 'scenario',
    run: (text) => {
      const file = readScenarios(text);
      readKnownWorld(text);
      readKmsGrants(text);
      return codesOf(file.diagnostics);
    },
  },
  runScenarios: {
    kind: 'scenario',
    run: (text) => {
      const file: ScenarioFile = deriveScenarios(readScenarios(text));
      const report = runScenarios([file]);
      formatScenarioJunit(report);
      return `${String(report.passed)} of ${String(report.total)}`;
    },
  },
  parseAccessDenied: {
    kind: 'message',
    run: (text) => {
      const denied = parseAccessDenied(text) ?? {};
      return Object.entries(denied)
        .map(([name, value]) => `${name} ${typeof value}`)
        .join();
    },
  },
  decide: {
    kind: 'policy',
    run: (text) => {
      const policies = policiesOf(text);
      const explanation = compile({ identity: policies, resource: policies, scps: [policies] }).explain(
        REQUEST,
      );
      renderExplanation(explanation);
      accessDeniedMessage(explanation);
      return explanation.code;
    },
  },
  names: {
    kind: 'words',
    run: (text) => {
      const hits = search(text, { limit: 5 });
      const known = getAction(text) !== undefined;
      suggestActions(text);
      suggestOperation(text);
      return `${String(hits.length)} ${String(known)} ${String(matchResource(text).length)}`;
    },
  },
  shrinkActions: {
    kind: 'words',
    run: (text) => {
      const words = text.split(/\s+/).slice(0, 40);
      const actions = words.flatMap((word) => expandActions(word)).slice(0, 500);
      const shrunk = shrinkActions(actions);
      fitActions(actions, 600);
      const back = new Set(shrunk.flatMap((pattern) => expandActions(pattern)));
      const given = new Set<string>(actions);
      if (back.size !== given.size || ![...back].every((name) => given.has(name)))
        throw new Error('the patterns stand for other actions');
      return String(Math.min(9, shrunk.length));
    },
  },
  arn: {
    kind: 'words',
    run: (text) => {
      const [one = '', other = ''] = text.split(/\s+/, 2);
      const [wide, narrow] = [compileGlob(one), compileGlob(other)];
      compileArnPattern(one, { dialect: 'resource' });
      const answers = [overlap(wide, narrow).verdict, patternSubsumes(wide, narrow).verdict];
      return `${String(parseArn(one) !== undefined)} ${String(isArnPattern(one))} ${answers.join()}`;
    },
  },
  // What it writes grows with the services that are named, all of them by `*`.
  generate: {
    kind: 'words',
    every: 50,
    most: 20_000,
    run: (text) => {
      const services = text.split(/[\s:]+/).slice(0, 4);
      return codesOf(generate({ services, out: 'iam' }).diagnostics);
    },
  },
  calls: {
    kind: 'words',
    run: (text) => {
      const [operation = '', ...words] = text.split(/\s+/);
      const input = Object.fromEntries(words.slice(0, 50).map((word) => [word, [word, { [word]: text }]]));
      const call = {
        operation: operation as `${string}:${string}`,
        input,
        principal: ALICE,
        account: '111122223333',
        region: 'us-east-1',
      };
      return `${codesOf(diagnoseCall(call))} ${String(Math.min(5, listChecks(call).length))}`;
    },
  },
  accounts: {
    kind: 'account',
    run: (text) => {
      const { diagnostics } = readAccount(text, 'a.json');
      const reader = new AccountReader();
      reader.open('a.json');
      return codesOf([
        ...diagnostics,
        ...readOrganization(text).diagnostics,
        ...readResources(text).diagnostics,
      ]);
    },
  },
  snapshot: {
    kind: 'account',
    run: (text) => {
      const reader = new SnapshotReader();
      for (const path of ['organization.json', 'accounts/111111111111.json', 'resources/all.json']) {
        reader.open(path);
        reader.write(text.slice(0, text.length / 2));
        reader.write(text.slice(text.length / 2));
      }
      readShard(text);
      readSnapshot(valueOf(text));
      return codesOf(reader.end().diagnostics);
    },
  },
  proofs: {
    kind: 'policy',
    run: (text) => {
      const policies = policiesOf(text);
      const options = { budget: 20_000 };
      const verdict = checkNoNewAccess(policies, policies.slice(1), options).verdict;
      const ever = canEver(policies, { actions: ['s3:*'], resources: ['*'] }, options);
      const dead = deadStatements(policies, options);
      for (const policy of policies.slice(0, 1)) minimisePolicy(policy);
      return `${verdict} ${ever.answer} ${Object.keys(dead).join()}`;
    },
  },
  'lint a.yaml': command('template', ['lint', 'a.yaml'], 'a.yaml'),
  'lint a.tf.json': command('template', ['lint', 'a.json'], 'a.json'),
  'explain a.txt': command('message', ['explain', 'a.txt'], 'a.txt'),
  'test a.json': command('scenario', ['test', 'a.json'], 'a.json'),
};

/** What names a rule or a kind of finding. */
const CODE = /\b[a-z]+(?:-[a-z]+)+\b/g;
/** What differs from input to input. */
const QUOTED = /`[^`]*`|\d+/g;

/** The command reads templates in YAML, guard rails and messages, and prints what it finds. */
function command(kind: InputKind, argv: readonly string[], name: string): FuzzTarget {
  return {
    kind,
    every: 3,
    run: async (text) => {
      const { exitCode, stdout, stderr } = await runCommand(argv, name, text);
      const codes = new Set(stdout.slice(0, 20_000).match(CODE));
      return `${String(exitCode)} ${[...codes].sort().join()} ${stderr.replaceAll(QUOTED, '').slice(0, 60)}`;
    },
  };
}

function codesOf(diagnostics: readonly { readonly code: string }[] | readonly Finding[]): string {
  return [...new Set(diagnostics.map(({ code }) => code))].sort().join();
}

function policiesOf(text: string): readonly Policy[] {
  const read = parsePolicy(text);
  return read.ok ? [read.policy] : [];
}

function nodeOf(text: string): JsonNode | undefined {
  return parseJson(text).node;
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
