import { describe, expect, test } from 'vitest';
import { FEATURE_NAMES, featuresOf, services, type Feature, type FeatureName } from '../index.ts';
import { pagePrefixes, servicePages } from '../overlays/servicePages.ts';
import { TABLE_COLUMNS, tablePrefixes, tableRows, type TableColumn } from '../overlays/servicesTable.ts';
import { dataOf } from './_internals/dataOf.ts';

function cell(prefix: string, feature: FeatureName): Feature {
  const found = featuresOf(prefix)?.find((candidate) => candidate.feature === feature);
  if (found === undefined) throw new Error(`\`${prefix}\` has no row`);
  return found;
}

/** A cell of a page of AWS and what we say, as `PREFIX THEIRS OURS`; services that share a prefix count once each. */
interface Difference {
  readonly text: string;
  readonly ours: Feature;
  readonly theirs: Feature['support'];
}

function tableDifferences(column: TableColumn): readonly Difference[] {
  return tablePrefixes().flatMap((prefix) => {
    const ours = cell(prefix, column);
    return tableRows(prefix).flatMap(({ name, support }) => {
      const theirs = support[column];
      const part = ours.services?.find((service) => service.name === name)?.support ?? ours.support;
      return part === theirs ? [] : [{ text: `${prefix} ${theirs} ${part}`, ours, theirs }];
    });
  });
}

// Where the table of 2026 says something else than we do. The reason is the same each time: the service's own page,
// read too, is nearer to the service and says so. The table's word stands beside it.
const OWN_PAGE_SAYS: Readonly<Record<TableColumn, string>> = {
  'Policy actions': '',
  'Policy resources': `batch partial yes; ce yes partial; codeconnections yes no; codepipeline partial yes;
    codestar-notifications yes no; evs yes partial; mediatailor yes no; securityhub yes no; textract no yes;
    verified-access no yes; wickr yes no`,
  'Resource-based policies': `apigateway no yes; apigateway no yes; aps no yes; bedrock no yes; bedrock-agentcore no partial;
    cleanrooms no partial; comprehend no yes; dms no partial; dsql no yes; ecr-public no yes; health no yes;
    imagebuilder no yes; iot partial no; mediapackagev2 no yes; mediatailor no yes; mobiletargeting no yes;
    network-firewall no yes; ssm partial no; vpc-lattice no yes; wafv2 no yes; xray no yes`,
  'ABAC (tags in policies)': `appsync yes partial; autoscaling yes partial; ce yes partial; codeartifact yes partial; codedeploy yes no;
    cognito-identity yes partial; cognito-idp yes partial; comprehend yes partial;
    entityresolution yes partial; gameliftstreams yes partial; imagebuilder yes partial;
    inspector2 yes partial; iotfleetwise yes partial; iotmanagedintegrations yes partial;
    medialive yes partial; mediatailor yes partial; medical-imaging yes partial; neptune-graph yes partial;
    odb yes partial; refactor-spaces yes partial; resiliencehub yes partial; rolesanywhere yes partial;
    route53-recovery-readiness yes partial; scheduler yes partial; securitylake no yes; snowball no partial;
    snowball no partial; sns yes partial; social-messaging yes partial; states yes partial;
    storagegateway yes partial; transform no partial; translate yes partial; verified-access no partial;
    verifiedpermissions no yes; waf yes partial; waf-regional yes partial; wafv2 yes partial; wickr yes no;
    workspaces-web yes partial`,
  'Temporary credentials': 'appfabric yes no; discovery yes no; resource-groups partial yes; wickr yes no',
  'Service-linked roles': `apigateway no yes; apigateway no yes; appfabric no yes; appsync no partial; aps no yes;
    bedrock-agentcore no yes; detective no yes; health no yes; lex yes partial; lex yes partial;
    mediaconnect yes no; neptune-graph no yes; odb no yes; qbusiness yes partial; resource-groups yes no;
    servicediscovery no yes; storagegateway no yes; transform no yes; verified-access no yes`,
};

describe("AWS's table of services of 2026", () => {
  test.each(TABLE_COLUMNS)('%s: the differences are those that a page of the service explains', (column) => {
    const differences = tableDifferences(column);
    const expected = OWN_PAGE_SAYS[column].split(/;\s+/).filter((text) => text !== '');
    expect(differences.map(({ text }) => text)).toEqual(expected);
    for (const { ours, theirs } of differences) {
      const url: unknown = expect.stringMatching(/^https:\/\/docs\.aws\.amazon\.com\//);
      expect(ours.basis).toMatchObject({
        kind: 'curated',
        from: { page: 'How the service works with IAM', url, read: true },
      });
      expect(ours.contradiction).toMatchObject({
        support: theirs,
        from: { page: 'AWS services that work with IAM' },
      });
    }
  });

  test('2,509 of its 2,604 cells agree, and none is unknown', () => {
    const rows = tablePrefixes().flatMap(tableRows);
    expect(rows.length * TABLE_COLUMNS.length).toBe(2_604);
    expect(TABLE_COLUMNS.flatMap(tableDifferences)).toHaveLength(2_604 - 2_509);
    for (const prefix of tablePrefixes())
      for (const column of TABLE_COLUMNS) expect(cell(prefix, column).support).not.toBe('unknown');
  });
});

/** The cells of the own pages of services, and those where we say something else. */
function pageCells(isPresent: boolean): { readonly count: number; readonly differences: readonly string[] } {
  const cells = pagePrefixes().flatMap((prefix) =>
    servicePages(prefix)
      .filter((page) => page.isPresent === isPresent)
      .flatMap(({ support }) => FEATURE_NAMES.map((feature) => ({ prefix, feature, says: support[feature] })))
      .filter(({ says }) => says !== 'unknown'),
  );
  const differences = cells
    .map(({ prefix, feature, says }) => ({ prefix, feature, says, ours: cell(prefix, feature).support }))
    .filter(({ says, ours }) => says !== ours)
    .map(({ prefix, feature, says, ours }) => `${prefix} ${feature} ${says} ${ours}`);
  return { count: cells.length, differences };
}

describe('the own pages of services', () => {
  test('present ones: every cell agrees', () => {
    expect(pageCells(true)).toEqual({ count: 1_255, differences: [] });
  });

  test('older ones: the table of 2026 comes before them, where it has the column', () => {
    const { count, differences } = pageCells(false);
    expect([count, differences.length]).toEqual([319, 25]);
    const others = differences.filter((text) => !TABLE_COLUMNS.some((column) => text.includes(column)));
    expect(others).toEqual([]);
  });
});

/** How often what is computed for a feature is what the pages that were read say. */
function agreementOf(feature: FeatureName): string {
  let right = 0;
  let known = 0;
  for (const service of services()) {
    const said = cell(service.prefix, feature);
    const computed = dataOf(service, feature);
    if (said.basis.kind !== 'curated' || !said.basis.from.read) continue;
    if (typeof computed?.from !== 'string' || computed.support === 'unknown') continue;
    known += 1;
    if (computed.support === said.support) right += 1;
  }
  return `${right} of ${known}`;
}

describe('what is computed where no page says anything, held against the pages that do', () => {
  test.each([
    ['Identity-based policies', '122 of 122'],
    ['Resource-based policies', '295 of 301'],
    ['Policy actions', '416 of 417'],
    ['ACLs', '124 of 127'],
    ['Temporary credentials', '406 of 419'],
    ['Principal permissions', '20 of 20'],
  ] as const)('%s: right for %s services, which is enough to go by', (feature, agreement) => {
    expect(agreementOf(feature)).toBe(agreement);
    const [right = 0, known = 0] = agreement.split(' of ').map(Number);
    expect(right / known).toBeGreaterThanOrEqual(0.95);
  });

  test("by AWS's definitions, which its pages follow less", () => {
    expect(agreementOf('Policy resources')).toBe('386 of 417');
    expect(agreementOf('ABAC (tags in policies)')).toBe('331 of 419');
    expect(agreementOf('Policy condition keys')).toBe('96 of 155');
  });

  test('roles are not computed: operations that take one agree too seldom', () => {
    expect(agreementOf('Service roles')).toBe('0 of 0');
    expect(agreementOf('Service-linked roles')).toBe('0 of 0');
    const taking = services()
      .filter((service) => dataOf(service, 'Service roles') !== undefined)
      .map(({ prefix }) => cell(prefix, 'Service roles').support);
    const said = taking.filter((support) => support !== 'unknown');
    expect([said.filter((support) => support === 'yes').length, said.length]).toEqual([113, 137]);
  });
});
