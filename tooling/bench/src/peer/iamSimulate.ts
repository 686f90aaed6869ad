import { runSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import type { Request } from '@policywright/evaluator';
import { ACCOUNT } from '../workload/requests.ts';
import type { Workload } from '../workload/workload.ts';
import type { Peer } from './peer.ts';

/** Used as its README shows: it takes documents, and has no step that prepares them. */
export const iamSimulate: Peer = {
  name: 'iam-simulate',
  packageName: '@cloud-copilot/iam-simulate',
  remark: 'documents as parsed objects, nothing else can be prepared; `runSimulation`',
  prepare(workload) {
    return Promise.resolve((request) => {
      const simulation = simulationOf(workload, request);
      return async () => {
        const response = await runSimulation(simulation, {});
        if (response.resultType === 'error') throw new Error(JSON.stringify(response.errors));
        return response.overallResult === 'Allowed';
      };
    });
  },
};

function simulationOf({ identity, boundary, scps = [], resource }: Workload, request: Request): Simulation {
  return {
    request: {
      principal: request.principal as string,
      action: request.action,
      resource: { resource: request.resource, accountId: request.resourceAccount ?? ACCOUNT },
      contextVariables: { ...request.context } as Record<string, string>,
    },
    identityPolicies: [{ name: 'identity', policy: identity }],
    serviceControlPolicies: scps.map((policy, level) => ({
      orgIdentifier: `ou-${level}`,
      policies: [{ name: `scp-${level}`, policy }],
    })),
    resourceControlPolicies: [],
    ...(boundary === undefined
      ? {}
      : { permissionBoundaryPolicies: [{ name: 'boundary', policy: boundary }] }),
    ...(resource === undefined ? {} : { resourcePolicy: resource }),
  };
}
