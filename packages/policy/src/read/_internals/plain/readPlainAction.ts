import { QUOTE } from '../../../json/_internals/codes.ts';
import { isRemarkableAction } from '../readAction.ts';
import { REST_OF_STRING, type PlainText } from './plainText.ts';

/** The usual `prefix:Name`, found and checked in one go: policies hold more actions than all else. */
const REST_OF_USUAL_ACTION = /[A-Za-z0-9-]+:[!#-9;-[\]-~]+"/y;

/** Reads a pattern of actions; `undefined` where there is something to report about it. */
export function readPlainAction(source: PlainText): string | undefined {
  if (!source.take(QUOTE)) return undefined;
  const usual = source.readTo(REST_OF_USUAL_ACTION);
  if (usual !== undefined) return usual;
  const value = source.readTo(REST_OF_STRING);
  return value === undefined || isRemarkableAction(value) ? undefined : value;
}
