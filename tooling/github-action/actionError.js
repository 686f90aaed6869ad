/** An error whose message is our own text alone, so that it can stand in a workflow command. */
export class ActionError extends Error {}
