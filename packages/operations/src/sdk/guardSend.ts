import type { InitializeMiddleware, MiddlewareContext } from './callOf.ts';

/** A client of the AWS SDK, or the prototype of its class. */
export interface SendingClient {
  send: (command: never, ...rest: never[]) => unknown;
}

/** The operations behind the commands of `@aws-sdk/lib-dynamodb`. */
const DOCUMENT_COMMANDS: Readonly<Record<string, string>> = {
  BatchGetCommand: 'BatchGetItemCommand',
  BatchWriteCommand: 'BatchWriteItemCommand',
  DeleteCommand: 'DeleteItemCommand',
  GetCommand: 'GetItemCommand',
  PutCommand: 'PutItemCommand',
  TransactGetCommand: 'TransactGetItemsCommand',
  TransactWriteCommand: 'TransactWriteItemsCommand',
  UpdateCommand: 'UpdateItemCommand',
};

/**
 * Runs middleware before `send`, for clients whose middleware stack is not used: those of `aws-sdk-client-mock`, which
 * answers in place of `send`. Call it after `mockClient`.
 *
 * @param client - the client that is mocked, or the prototype of its class.
 * @param middleware - of `enforcePolicies` or `recordCalls`.
 * @returns a function that takes the guard away.
 */
export function guardSend(client: SendingClient, middleware: InitializeMiddleware): () => void {
  const { send } = client;
  client.send = function guarded(this: unknown, command: never, ...rest: never[]): unknown {
    const next = async (): Promise<unknown> => Promise.resolve(send.call(this, command, ...rest));
    return middleware(next, contextOf(client, command))({ input: inputOf(command) });
  };
  return () => {
    client.send = send;
  };
}

function contextOf(client: object, command: unknown): MiddlewareContext {
  const clientName = client.constructor.name;
  const commandName = typeof command === 'object' && command !== null ? command.constructor.name : undefined;
  if (!clientName.startsWith('DynamoDBDocument')) return { clientName, commandName };
  return {
    clientName: 'DynamoDBClient',
    commandName: DOCUMENT_COMMANDS[commandName ?? ''] ?? commandName,
  };
}

function inputOf(command: unknown): unknown {
  return typeof command === 'object' && command !== null && 'input' in command ? command.input : undefined;
}
