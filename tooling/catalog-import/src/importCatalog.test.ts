import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogInfo, catalogSnapshot } from '@policywright/catalog';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIST_FILE, readAwsReference } from './awsReference.ts';
import { countServices } from './countServices.ts';
import { describeChanges, describeChangeset } from './describeChanges.ts';
import { importCatalog, type ImportInput, type ImportReport } from './importCatalog.ts';
import { readOperationFacts } from './operationFacts.ts';
import { readNpmSource } from './npmSource.ts';
import { packageFolder } from './packageFolder.ts';
import type { SourceCatalog, SourceService } from './sourceCatalog.ts';

/** A document in the form of AWS's reference. */
const ECS = {
  Name: 'ecs',
  Version: 'v1.4',
  Actions: [
    {
      Name: 'RunTask',
      ActionConditionKeys: ['ecs:cluster', 'aws:TagKeys'],
      Annotations: {
        Properties: { IsList: false, IsPermissionManagement: false, IsTaggingOnly: false, IsWrite: true },
      },
      Resources: [{ Name: 'task-definition' }],
      SupportedBy: { 'IAM Access Analyzer Policy Generation': false },
    },
    {
      Name: 'TagResource',
      Annotations: {
        Properties: { IsList: false, IsPermissionManagement: false, IsTaggingOnly: true, IsWrite: true },
      },
    },
    { Name: 'DescribeClusters', Annotations: { Properties: { IsWrite: false } } },
    { Name: 'BrandNew', Annotations: { Properties: { IsList: true } } },
  ],
  Resources: [
    {
      Name: 'task-definition',
      ARNFormats: ['arn:${Partition}:ecs:${Region}:${Account}:task-definition/${Family}:${Revision}'],
      ConditionKeys: ['aws:ResourceTag/${TagKey}'],
    },
  ],
  ConditionKeys: [
    { Name: 'ecs:cluster', Types: ['ARN'] },
    { Name: 'aws:TagKeys', Types: ['ArrayOfString'] },
    { Name: 'aws:ResourceTag/${TagKey}', Types: ['String'] },
  ],
  Operations: [
    {
      Name: 'RunTask',
      AuthorizedActions: [
        { Name: 'RunTask', Service: 'ecs' },
        { Name: 'TagResource', Service: 'ecs' },
        { Name: 'PassRole', Service: 'iam', Context: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } },
      ],
    },
    { Name: 'DescribeClusters', AuthorizedActions: [{ Name: 'DescribeClusters', Service: 'ecs' }] },
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'catalog-import-'));
let server: Server;
let listUrl = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const bodies: Record<string, unknown> = {
      '/': [{ service: 'ecs', url: '/v1/ecs/ecs.json' }],
      '/gone': [{ service: 'nope', url: '/v1/nope/nope.json' }],
      '/v1/ecs/ecs.json': ECS,
    };
    const body = bodies[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  listUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  writeFileSync(
    join(folder, LIST_FILE),
    JSON.stringify([{ service: 'ecs', url: 'https://example.com/v1/ecs/ecs.json' }]),
  );
  writeFileSync(join(folder, 'ecs.json'), JSON.stringify(ECS));
});

afterAll(async () => {
  await new Promise((resolve) => void server.close(resolve));
  rmSync(folder, { recursive: true });
});

describe('the reference of AWS', () => {
  test('a URL and a folder with the same documents give the same source', async () => {
    const byUrl = await readAwsReference(listUrl, '2026-11-24');
    expect(await readAwsReference(folder, '2026-11-24')).toEqual(byUrl);
    expect(byUrl).toMatchObject({ version: 'v1.4', date: '2026-11-24' });
  });

  test('flags become access levels; none of them is Read', async () => {
    const { services } = await readAwsReference(folder, '2026-11-24');
    expect(services[0]?.actions.map(({ name, accessLevels }) => [name, accessLevels])).toEqual([
      ['BrandNew', ['List']],
      ['DescribeClusters', ['Read']],
      ['RunTask', ['Write']],
      ['TagResource', ['Write', 'Tagging']],
    ]);
  });

  test('keys have their types, resource types their formats', async () => {
    const { services } = await readAwsReference(folder, '2026-11-24');
    expect(services[0]?.conditionKeys).toEqual([
      { name: 'aws:ResourceTag/${TagKey}', type: 'String', multivalued: false },
      { name: 'aws:TagKeys', type: 'String', multivalued: true },
      { name: 'ecs:cluster', type: 'ARN', multivalued: false },
    ]);
    expect(services[0]?.resourceTypes[0]?.arnFormats).toEqual(ECS.Resources[0]?.ARNFormats);
  });

  test('operations that ask for more than their own action are those of the document, by its day', async () => {
    const { operations } = await readAwsReference(folder, '2026-11-24');
    expect(operations).toEqual([
      {
        page: 'list_ecs',
        prefix: 'ecs',
        day: '2026-11-24',
        whole: true,
        operations: [
          {
            client: undefined,
            name: 'RunTask',
            actions: [
              { action: 'ecs:RunTask', passedTo: [] },
              { action: 'ecs:TagResource', passedTo: [] },
              { action: 'iam:PassRole', passedTo: ['ecs-tasks'] },
            ],
          },
        ],
      },
    ]);
  });

  test('a document that is missing stops the import, with its address', async () => {
    await expect(readAwsReference(`${listUrl}gone`, 'unknown')).rejects.toThrow('nope.json` answered 404');
  });
});

const npm = readNpmSource(packageFolder('iam-data'));
const older = readNpmSource(packageFolder('iam-data-2025'));
const facts = readOperationFacts();
const before = { ...catalogSnapshot(), counts: catalogInfo.counts };

function run(input: Partial<ImportInput>): { report: ImportReport; folder: string } {
  const out = mkdtempSync(join(folder, 'out-'));
  const report = importCatalog({
    npm,
    older,
    facts,
    before,
    dataFolder: out,
    changesetFolder: join(out, 'changes'),
    ...input,
  });
  return { report, folder: out };
}

const only = (source: SourceCatalog, ...prefixes: readonly string[]): SourceCatalog => ({
  ...source,
  services: source.services.filter((service) => prefixes.includes(service.prefix)),
});
const withoutAction = (service: SourceService, name: string): SourceService => ({
  ...service,
  actions: service.actions.filter((action) => action.name !== name),
});

describe('an import', () => {
  test('of the same sources changes nothing and writes no changeset', () => {
    const { report, folder: out } = run({});
    expect(report.changes).toEqual([]);
    expect(report.collapses).toEqual([]);
    expect(readdirSync(out)).not.toContain('changes');
    expect(describeChanges(report.changes)).toEqual(['no changes']);
  });

  test('writes nothing when a source has lost facts', () => {
    const { report, folder: out } = run({ older: { ...older, services: [] } });
    expect(report.collapses).toContain('`dependentActions` collapsed from 4141 to 0');
    expect(report.written).toEqual([]);
    expect(readdirSync(out)).toEqual([]);
  });

  test('lists new services and actions in a changeset', () => {
    const old = only(npm, 'ecs').services.map((service) => withoutAction(service, 'RunTask'));
    const { report, folder: out } = run({
      npm: only(npm, 'ecs', 'sqs'),
      before: { version: '0', services: old, counts: countServices([]) },
    });
    expect(report.changes.map(({ change, name }) => `${change} ${name}`)).toEqual([
      'added ecs:RunTask',
      'added sqs',
    ]);
    const text = readFileSync(join(out, 'changes', `catalog-${npm.version.replaceAll('.', '-')}.md`), 'utf8');
    expect(text).toBe(`---
'@policywright/catalog': patch
---

Refresh the catalog from data version ${npm.version}.

New services: \`sqs\`.

New actions:

- \`ecs\`: RunTask
`);
  });

  test('can be built on the reference of AWS, with the rest from the npm data', async () => {
    const aws = await readAwsReference(folder, '2026-11-24');
    const { report, folder: out } = run({
      aws,
      base: 'aws',
      before: { ...before, counts: countServices([]) },
    });
    const text = readFileSync(join(out, 'defghi.gen.ts'), 'utf8');
    expect(text).toContain('ecs Amazon Elastic Container Service');
    expect(text).toMatch(/^W[^\n]* 0\*[^\n]*>iam:PassRole$/m);
    expect(report.counts.actions).toBe(4);
    // In place of the table that was read; the other operations of the service are gone with it.
    expect(readFileSync(join(out, 'operations.gen.ts'), 'utf8')).toContain(
      '@ecs\n#ecs+ 2026-11-24\nRunTask+TagResource?tags\n',
    );
    expect(readFileSync(join(out, 'info.gen.ts'), 'utf8')).toContain('AWS service reference information');
  });

  test('lists where the two sources disagree', async () => {
    const aws = await readAwsReference(folder, '2026-11-24');
    const { report } = run({ aws, npm: only(npm, 'ecs'), before: { ...before, counts: countServices([]) } });
    const lines = describeChanges(report.disagreements);
    expect(lines).toContain('+ action ecs:BrandNew');
    expect(lines).toContain('- action ecs:ListClusters');
    expect(lines.some((line) => line.startsWith('~ resourceType ecs:task-definition; ARN formats: '))).toBe(
      true,
    );
  });

  test('a removal asks for a minor version', () => {
    const change = {
      kind: 'action',
      change: 'removed',
      service: 'ecs',
      name: 'ecs:RunTask',
      details: [],
    } as const;
    expect(describeChangeset([change], '1')).toContain("'@policywright/catalog': minor");
    expect(describeChangeset([change], '1')).toContain('Removed actions:\n\n- `ecs`: RunTask');
  });

  test('a key that many services have is told with its service, and one other change is one', () => {
    const change = {
      kind: 'conditionKey',
      change: 'changed',
      service: 'ecs',
      name: 'aws:TagKeys',
      details: [{ what: 'type', before: 'ARN', after: 'String' }],
    } as const;
    expect(describeChanges([change])).toContain('~ conditionKey aws:TagKeys of ecs; type: `ARN` -> `String`');
    expect(describeChangeset([change], '1')).toContain('\n1 other change of ');
  });
});
