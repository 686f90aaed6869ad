import type { OutsideParty } from '@policywright/analyzer';

/**
 * Says who is let in from outside.
 *
 * @param party - as the analyzer puts callers together.
 */
export function outsidePartyText(party: OutsideParty): string {
  switch (party.kind) {
    case 'everyone':
      return 'everyone';
    case 'account':
      return `account ${party.account}`;
    case 'principals':
      return party.principals.join(' ');
    case 'provider':
      return party.provider === '*' ? 'any identity provider' : party.provider;
    case 'canonicalUser':
      return party.id === '*' ? 'any canonical user' : `canonical user ${party.id}`;
    case 'service':
      return party.service === '*' ? 'any service' : party.service;
  }
}
