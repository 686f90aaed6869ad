import type { PolicyType } from '../../model/policy.ts';

/** What a policy type demands, beyond the grammar that all types share. */
export interface TypeGrammar {
  /** `optional` only where the type is unknown. */
  readonly principal: 'required' | 'forbidden' | 'optional';
  /** `ownResource`: a statement without it applies to the resource that carries the policy (rule S29). */
  readonly resource: 'required' | 'forbidden' | 'ownResource';
  readonly id: boolean;
  /** Whether IAM stores it, and its limits on characters and Sids hold (rules S11, S12, S21). */
  readonly storedByIam: boolean;
  /** Organizations policies must name the 2012 version (rule S31). */
  readonly needs2012: boolean;
}

const IDENTITY: TypeGrammar = {
  principal: 'forbidden',
  resource: 'required',
  id: false,
  storedByIam: true,
  needs2012: false,
};

/** Rules S24 to S33. */
export const TYPE_GRAMMARS: Readonly<Record<PolicyType, TypeGrammar>> = {
  identity: IDENTITY,
  boundary: IDENTITY,
  session: IDENTITY,
  scp: { ...IDENTITY, needs2012: true },
  rcp: { ...IDENTITY, principal: 'required', needs2012: true },
  resource: {
    principal: 'required',
    resource: 'ownResource',
    id: true,
    storedByIam: false,
    needs2012: false,
  },
  trust: {
    principal: 'required',
    resource: 'forbidden',
    id: true,
    storedByIam: true,
    needs2012: false,
  },
  vpcEndpoint: {
    principal: 'required',
    resource: 'required',
    id: true,
    storedByIam: false,
    needs2012: false,
  },
};

/** For documents whose type the caller does not name. */
export const ANY_TYPE_GRAMMAR: TypeGrammar = {
  principal: 'optional',
  resource: 'ownResource',
  id: true,
  storedByIam: false,
  needs2012: false,
};
