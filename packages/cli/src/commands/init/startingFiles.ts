/** A policy to begin with, where there is none. */
export const EXAMPLE_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "RunTasksOfTheShop",
      "Effect": "Allow",
      "Action": "ecs:RunTask",
      "Resource": "arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:*"
    }
  ]
}
`;

/** The configuration to begin with. */
export const FIRST_CONFIG = `{
  "$schema": "./node_modules/policywright/dist/schema/config.json",
  "lint": {
    // What is fine here, with the reason and the last day that it is:
    // "ignores": [{ "rule": "resource-star", "reason": "…", "expires": "2027-06-30" }],
    "minimumSeverity": "warning"
  }
}
`;

/**
 * A workflow of GitHub that checks policies and runs their scenarios.
 *
 * @param folder - where they are, from the root of the repository.
 */
export function firstWorkflow(folder: string): string {
  const path = JSON.stringify(folder);
  return `name: policies
on: [push, pull_request]
permissions:
  contents: read
jobs:
  policies:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pull-requests: write # for the comment that tells what a change newly allows
    steps:
      - uses: actions/checkout@v7
      - uses: policywright/policywright@v0
        with:
          lint: ${path}
          scenarios: ${path}
          diff: ${path}
`;
}
