import { getAction, getOperation, operationsWithMembers, type Operation } from '@policywright/catalog';
import { readApiModels, type ModelOperation } from './apiModel.ts';
import { applyRule, type RuleAnswer, type RuleRefusal } from './memberRule.ts';

// node dist/members/proposeMembers.js botocore/data: the lines of facts/memberNames.txt, and on standard error what was refused

const [folder = ''] = process.argv.slice(2);
const refused = new Map<RuleRefusal | 'known' | 'no resources' | 'not in the catalog', number>();
const answers = new Map<string, RuleAnswer>();

for (const model of readApiModels(folder)) {
  const operation = operationOf(model);
  const skipped = operation === undefined ? 'not in the catalog' : skippedAs(operation);
  if (operation === undefined || skipped !== undefined) {
    refused.set(skipped ?? 'not in the catalog', (refused.get(skipped ?? 'not in the catalog') ?? 0) + 1);
    continue;
  }
  const name = `${operation.service} ${operation.name}`;
  answers.set(name, agreed(answers.get(name), applyRule(operation, model)));
}

const entries = new Map<string, Map<string, string[]>>();
for (const [name, answer] of answers) {
  if ('refused' in answer) {
    refused.set(answer.refused, (refused.get(answer.refused) ?? 0) + 1);
    continue;
  }
  const [service = '', operation = ''] = name.split(' ');
  const ofService = entries.get(service) ?? new Map<string, string[]>();
  entries.set(service, ofService);
  ofService.set(answer.entry, [...(ofService.get(answer.entry) ?? []), operation]);
}

for (const [service, ofService] of [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`\nservice ${service}`);
  for (const [entry, names] of [...ofService].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${names.toSorted().join(' ')} > ${entry}`);
}
for (const [why, count] of refused) console.error(`${why}: ${count}`);

function operationOf({ clients, name }: ModelOperation): Operation | undefined {
  for (const client of clients) {
    const found = getOperation(`${client}:${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Two APIs can have an operation of one name behind one prefix: what they do not agree on is not known. */
function agreed(known: RuleAnswer | undefined, answer: RuleAnswer): RuleAnswer {
  if (known === undefined) return answer;
  const isSame = 'entry' in known && 'entry' in answer && known.entry === answer.entry;
  return isSame ? known : { refused: 'several APIs' };
}

function skippedAs(operation: Operation): 'known' | 'no resources' | undefined {
  if (operationsWithMembers(operation.service).includes(operation.name.toLowerCase())) return 'known';
  const own = getAction(`${operation.service}:${operation.name}`);
  return own?.wildcardOnly === true && operation.permissions.length === 1 ? 'no resources' : undefined;
}
