import { describe, expect, test } from 'vitest';
import { camelCase, pascalCase } from './camelCase.ts';
import { escapeIdentifier } from './identifier.ts';
import { ModuleNames } from './moduleNames.ts';

describe('escapeIdentifier', () => {
  test.each([
    ['RunTask', 'RunTask'],
    ['connect', 'connect'],
    ['AssociateViaAWSService-EventsAndStates', 'AssociateViaAWSService_EventsAndStates'],
    ['function', 'function_'],
    ['import', 'import_'],
    ['await', 'await_'],
    ['exports', 'exports_'],
    ['2fa', '_2fa'],
    ['', '_'],
  ])('`%s` becomes `%s`', (text, name) => {
    expect(escapeIdentifier(text)).toBe(name);
  });
});

describe('camelCase', () => {
  test.each([
    ['task-definition', 'taskDefinition'],
    ['ClusterName', 'clusterName'],
    ['AWSServicePrincipal', 'awsServicePrincipal'],
    ['UUID', 'uuid'],
    ['code signing config', 'codeSigningConfig'],
    ['loadbalancer/app/', 'loadbalancerApp'],
    ['es_role', 'esRole'],
    ['/es/role/', 'esRole'],
    ['$-', ''],
    ['x-amz-acl', 'xAmzAcl'],
    ['Permissions management', 'permissionsManagement'],
  ])('`%s` becomes `%s`', (text, name) => {
    expect(camelCase(text)).toBe(name);
  });

  test('pascalCase raises the first letter too', () => {
    expect(pascalCase('task-definition')).toBe('TaskDefinition');
  });
});

describe('ModuleNames', () => {
  test('no two claims get the same name', () => {
    const names = new ModuleNames(['keys']);
    expect(names.claim('cluster')).toBe('cluster');
    expect(names.claim('cluster', 'clusterArn')).toBe('clusterArn');
    expect(names.claim('cluster', 'clusterArn')).toBe('clusterArn2');
    expect(names.claim('keys')).toBe('keys2');
    expect(names.claim('function')).toBe('function_');
  });
});
