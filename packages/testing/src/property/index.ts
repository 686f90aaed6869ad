export type { GuardRail } from './guardRail.ts';
export type { GuardRailBreach, GuardRailParameters, GuardRailProperty } from './guardRailProperty.ts';
export { propertyOf, type PolicyProperties } from './propertyOf.ts';
export type { GuardRailProof, GuardRailProofOptions, ProvedBreach } from './guardRailProof.ts';
export { GuardRailUnproved } from './guardRailUnproved.ts';
