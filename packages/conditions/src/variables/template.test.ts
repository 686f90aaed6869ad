import { STAR, tokenizeGlob } from '@policywright/arn';
import { matchArnTokens, matchGlobTokens, TokenBuffer } from '@policywright/arn/engine';
import { describe, expect, test } from 'vitest';
import { readerOf } from '../_testing/holds.ts';
import { KeyTable, type RequestContext } from '../index.ts';
import { compileTemplate, type TemplateStatus } from './template.ts';

function match(text: string, resource: string, context: RequestContext = {}): boolean | TemplateStatus {
  const keys = new KeyTable();
  const template = compileTemplate(text, keys);
  const buffer = new TokenBuffer();
  const status = template.fill(readerOf(keys, context), buffer);
  return status === 'resolved' ? matchArnTokens(buffer, resource, 'resource') : status;
}

describe('compileTemplate', () => {
  const home = 'arn:aws:s3:::bucket/${aws:username}/*';

  test('S114: replaces variables behind the fifth colon', () => {
    expect(match(home, 'arn:aws:s3:::bucket/bob/x', { 'aws:username': 'bob' })).toBe(true);
    expect(match(home, 'arn:aws:s3:::bucket/eve/x', { 'aws:username': 'bob' })).toBe(false);
    const queue = 'arn:aws:sqs:us-east-1:111122223333:${aws:username}-queue';
    expect(match(queue, 'arn:aws:sqs:us-east-1:111122223333:bob-queue', { 'aws:username': 'bob' })).toBe(
      true,
    );
  });

  test('S114: a variable before the fifth colon is never resolved', () => {
    const context = { 'aws:RequestedRegion': 'eu-west-1' };
    expect(match('arn:aws:sqs:${aws:RequestedRegion}:*:q', 'arn:aws:sqs:eu-west-1:1:q', context)).toBe(
      'unresolved',
    );
    const account = { 'aws:PrincipalAccount': '111122223333' };
    const queue = 'arn:aws:sqs:us-east-1:111122223333:q';
    expect(match('arn:aws:sqs:us-east-1:${aws:PrincipalAccount}:q', queue, account)).toBe('unresolved');
    expect(match('${aws:RequestedRegion}', 'eu-west-1', context)).toBe('unresolved');
  });

  test('S119: says when a variable is unresolved', () => {
    expect(match(home, 'arn:aws:s3:::bucket//x')).toBe('unresolved');
    expect(match(home, 'arn:aws:s3:::bucket/bob/x', { 'aws:username': ['bob'] })).toBe('unresolved');
    expect(match("arn:aws:s3:::b/${x, 'all'}", 'arn:aws:s3:::b/all')).toBe(true);
  });

  test('S123: what is put in is literal', () => {
    expect(match(home, 'arn:aws:s3:::bucket/bob/x', { 'aws:username': '*' })).toBe(false);
    expect(match(home, 'arn:aws:s3:::bucket/*/x', { 'aws:username': '*' })).toBe(true);
  });

  test('S122: gives the tokens of a text that has only escapes', () => {
    const keys = new KeyTable();
    expect(compileTemplate('a${*}b*', keys).tokens).toEqual(Int32Array.of(97, 42, 98, STAR));
    expect(compileTemplate('a?b*', keys).tokens).toEqual(tokenizeGlob('a?b*'));
    expect(compileTemplate(home, keys).tokens).toBeUndefined();
    expect(compileTemplate(home, keys).parts).toHaveLength(3);
  });

  test('S74: puts `*` for what cannot be told, and goes on looking for what is unresolved', () => {
    const keys = new KeyTable();
    const buffer = new TokenBuffer();
    const ambiguous = readerOf(keys, { 'aws:username': 'a', 'AWS:username': 'b' });
    expect(compileTemplate(`${home}z`, keys).fill(ambiguous, buffer)).toBe('undecided');
    expect(matchGlobTokens(buffer, 'arn:aws:s3:::bucket/anyone/xz')).toBe(true);
    expect(matchGlobTokens(buffer, 'arn:aws:s3:::bucket/anyone/x')).toBe(false);
    buffer.clear();
    ambiguous.load({ 'aws:username': 'a', 'AWS:username': 'b' });
    expect(compileTemplate(`${home}\${missing}`, keys).fill(ambiguous, buffer)).toBe('unresolved');
    buffer.clear();
    ambiguous.load({});
    ambiguous.markUnknown(['aws:username']);
    expect(compileTemplate(home, keys).fill(ambiguous, buffer)).toBe('undecided');
  });
});
