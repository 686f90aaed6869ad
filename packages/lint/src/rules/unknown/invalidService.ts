import { getService, services } from '@policywright/catalog';
import { keyDefinition } from '../../facts/keyDefinition.ts';
import { suggestName, suggestService } from '../../facts/suggestions.ts';
import { serviceFields } from '../../data/arnServices.ts';
import { quote } from '@policywright/policy/text';
import { isRetiredPrefix } from '../../data/retiredServices.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { ListEntry } from '../../facts/listEntry.ts';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { keyPrefix } from '../_internals/keyPrefix.ts';

/** Reports resource ARNs and condition keys of services that do not exist. */
export const invalidService: Rule = {
  id: 'invalid-service',
  group: 'unknown',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_SERVICE' },
  reads: ['Resource', 'Condition'],
  doc: 'a resource ARN names no service, or it or the prefix of a condition key one that does not exist',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'arn:aws:lamda:*:*:function:f' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws:lamda:*:*:function:f`, whose service `lamda` has no resources',
          help: 'did you mean `lambda`',
          marks: '"arn:aws:lamda:*:*:function:f"',
        }),
        finds(allow({ Resource: 'arn:aws:efs:*:*:file-system/fs-1' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws:efs:*:*:file-system/fs-1`, whose service `efs` has no resources',
          help: 'did you mean `elasticfilesystem`',
        }),
        finds(allow({ Resource: 'arn:aws:s4:::b/*' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws:s4:::b/*`, whose service `s4` has no resources',
        }),
        finds(allow({ Resource: 'arn:aws::::b/*' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws::::b/*` without a service',
          help: 'name the service of the resource in the third field, as in `arn:aws:s3:::...`',
        }),
        finds(allow({ Condition: { StringEquals: { 'lamda:FunctionUrlAuthType': 'NONE' } } }), {
          at: '/Statement/0/Condition/StringEquals/lamda:FunctionUrlAuthType',
          message: 'found `lamda:FunctionUrlAuthType`, whose prefix `lamda` is of no service',
          help: 'did you mean `lambda`',
          marks: '"lamda:FunctionUrlAuthType"',
        }),
        finds(
          allow({
            Action: 'lambda:InvokeFunction',
            Resource: 'arn:aws:lamda:${region}:${account_id}:function:${name}',
          }),
          { at: '/Statement/0/Resource' },
        ),
        finds(allow({ Resource: 'arn:aws:lamda:function' }), { at: '/Statement/0/Resource' }),
      ],
      good: [
        allow({ Action: 'lambda:InvokeFunction', Resource: 'arn:aws:${service}:*:*:x' }),

        allow({
          Condition: { StringEquals: { 'idp.example.com:department': 'x', 'saml:nosuchclaim': 'x' } },
        }),
        allow({ Condition: { StringEquals: { 'deeplens:x': 'x', 'aws:nosuchkey': 'x', 'prefix:': 'x' } } }),
        allow({ Action: 'deeplens:*', Resource: 'arn:aws:deeplens:*:*:device/d' }),
        allow({ Resource: ['arn:aws:s3:::b/*', 'arn:aws:elasticloadbalancing:*:*:*'] }),
        // Of these, other things are wrong.
        allow({
          Resource: ['xarn:aws:lamda:*:*:function:f', 'arn:aws:lamda', 'arn:aws::b', 'arn:aws:lam*:*:*:f'],
        }),
        allow({ Condition: { StringEquals: { 's3:nosuchkey': 'x', 'aws:ResourceTag': 'x', ':x': 'x' } } }),
        // The prefix of a key need not be one of actions.
        allow({
          Condition: { StringEquals: { 'identitycenter:InstanceArn': 'arn:aws:sso:::instance/ssoins-1' } },
        }),
      ],
    };
  },
  *check(context) {
    const known = serviceFields();
    for (const entry of context.resources) {
      const { facts } = entry;
      const service = facts.fields[2] ?? '';
      if (facts.fields[0] !== 'arn' || facts.fields.length < 4 || /[*?]/.test(service)) continue;
      if (service === '') {
        // Where fields are missing, it is not known which; that is a finding of its own.
        if (facts.isArn) yield withoutService(entry);
        continue;
      }
      if (known.has(service.toLowerCase()) || isRetiredPrefix(service.toLowerCase())) continue;
      yield {
        pointer: entry.pointer,
        holdsForAll: true,
        message: `found ${quote(facts.text)}, whose service \`${service}\` has no resources`,
        help: suggestService(context, service),
      };
    }
    yield* checkKeys(context);
  },
};

function* checkKeys(context: LintContext): Iterable<Report> {
  for (const { facts } of context.conditions) {
    const prefix = keyDefinition(facts) === undefined ? keyPrefix(facts.key) : undefined;
    // Keys of identity providers have the provider's address in front, those of SAML `saml`.
    if (prefix === undefined || /^(?:aws|saml)$|\.|\$\{/.test(prefix) || isRetiredPrefix(prefix)) continue;
    if (getService(prefix) !== undefined) continue;
    yield {
      pointer: facts.pointer,
      markName: true,
      message: `found ${quote(facts.condition.key)}, whose prefix ${quote(prefix)} is of no service`,
      help: suggestName(
        context,
        prefix,
        services().map((service) => service.prefix),
      ),
    };
  }
}

function withoutService({ facts, pointer }: ListEntry<ResourceFacts>): Report {
  return {
    pointer,
    holdsForAll: true,
    message: `found ${quote(facts.text)} without a service`,
    help: 'name the service of the resource in the third field, as in `arn:aws:s3:::...`',
  };
}
