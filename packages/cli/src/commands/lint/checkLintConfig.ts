import { ignoreProblem, RULES, SEVERITIES, type Ignore } from '@policywright/lint';
import { isRecord, DIAGNOSTIC_CODES, pointerTo } from '@policywright/policy';
import { didYouMean } from '../../arguments/didYouMean.ts';
import {
  checkChoice,
  checkItems,
  checkMembers,
  checkNumber,
  checkText,
  problem,
  type Check,
} from '../../config/check.ts';
import type { ConfigProblem } from '../../config/configEntry.ts';

/**
 * Checks what a configuration says for the linter; a misspelt rule must not go unnoticed.
 *
 * @param value - anything.
 * @param pointer - where it stands in the file.
 * @returns what is wrong with it; where that is nothing, it is a `LintConfig`.
 */
export function checkLintConfig(value: unknown, pointer: string): readonly ConfigProblem[] {
  return checkConfig(value, pointer);
}

const RULE_IDS = [...new Set([...RULES.map(({ id }) => id), ...Object.keys(DIAGNOSTIC_CODES)])];
const checkLevel = checkChoice([...SEVERITIES, 'off']);

const checkRules: Check = (value, path) => {
  if (!isRecord(value)) return [problem(path, value, 'an object')];
  return Object.entries(value).flatMap(([id, level]) => {
    const at = pointerTo(path, id);
    if (RULE_IDS.includes(id)) return checkLevel(level, at);
    return [
      { path: at, message: `there is no rule \`${id}\``, help: didYouMean(id, RULE_IDS), ofName: true },
    ];
  });
};

const checkIgnoreMembers = checkMembers(
  { rule: checkText, reason: checkText, action: checkText, resource: checkText, expires: checkText },
  ['rule', 'reason'],
);

const checkIgnore: Check = (value, path) => {
  const found = checkIgnoreMembers(value, path);
  if (found.length > 0) return found;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every member was checked
  const ignore = value as Ignore;
  if (!RULE_IDS.includes(ignore.rule)) {
    const help = didYouMean(ignore.rule, RULE_IDS);
    return [{ path: pointerTo(path, 'rule'), message: `there is no rule \`${ignore.rule}\``, help }];
  }
  const message = ignoreProblem(ignore);
  return message === undefined ? [] : [{ path, message }];
};

const checkConfig = checkMembers({
  rules: checkRules,
  ignores: checkItems(checkIgnore),
  baseline: checkText,
  minimumSeverity: checkChoice(SEVERITIES),
  settings: checkMembers({
    sensitiveResources: checkItems(checkText),
    forbiddenActions: checkItems(checkText),
    blockedPrincipals: checkItems(checkText),
    allowedPrincipals: checkItems(checkText),
    scpQuota: checkNumber,
    rcpQuota: checkNumber,
    trustQuota: checkNumber,
  }),
});
