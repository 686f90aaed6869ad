import { POLICY_SET_FLAGS, type PolicySetFlags } from '@policywright/evaluator';
import type { VNode } from 'preact';
import { flags, request, setRequest } from '../model/state.ts';

type Flag = keyof PolicySetFlags;
type Group = 'The caller' | 'The resource' | 'The way';

interface Field {
  readonly group: Group;
  readonly label: string;
}

/** Every flag with its place in the form: a new one does not compile without. */
const FIELDS: Readonly<Record<Flag, Field>> = {
  credentials: { group: 'The caller', label: 'Credentials' },
  federatedByRoot: { group: 'The caller', label: 'a federated session that root made' },
  principalInManagementAccount: {
    group: 'The caller',
    label: 'in the management account (SCPs do not bind it)',
  },
  delegatedAdministrator: { group: 'The caller', label: 'in the delegated administrator account of IAM' },
  serviceLinkedRole: { group: 'The caller', label: 'a service-linked role' },
  resourcePolicyKind: { group: 'The resource', label: 'Kind of its policy' },
  accessPointNetworkOrigin: { group: 'The resource', label: 'Network origin of the access point' },
  resourceInManagementAccount: {
    group: 'The resource',
    label: 'in the management account (RCPs do not affect it)',
  },
  awsManagedKey: { group: 'The resource', label: 'a KMS key that AWS manages' },
  restrictPublicBuckets: {
    group: 'The resource',
    label: 'S3 Block Public Access restricts public buckets',
  },
  endpointType: { group: 'The way', label: 'Kind of the VPC endpoint' },
};

/** Facts that no document states. */
export function FlagFields(): VNode {
  return (
    <details class="flags">
      <summary>Accounts, credentials and kinds</summary>
      <FlagGroup name="The caller" />
      <FlagGroup name="The resource">
        <label class="field">
          <span>Account</span>
          <input
            type="text"
            inputMode="numeric"
            placeholder="as its ARN says"
            value={request.value.resourceAccount}
            onInput={(event) => setRequest({ resourceAccount: event.currentTarget.value.trim() })}
          />
        </label>
      </FlagGroup>
      <FlagGroup name="The way" />
    </details>
  );
}

function FlagGroup({ name, children }: { readonly name: Group; readonly children?: VNode }): VNode {
  const fields = Object.entries(FIELDS) as [Flag, Field][];
  return (
    <fieldset>
      <legend>{name}</legend>
      {children}
      {fields
        .filter(([, { group }]) => group === name)
        .map(([flag, { label }]) =>
          POLICY_SET_FLAGS[flag].words.length > 0 ? (
            <WordField key={flag} flag={flag} label={label} />
          ) : (
            <CheckField key={flag} flag={flag} label={label} />
          ),
        )}
    </fieldset>
  );
}

interface FlagField {
  readonly flag: Flag;
  readonly label: string;
}

function WordField({ flag, label }: FlagField): VNode {
  const { words, meaning } = POLICY_SET_FLAGS[flag];
  return (
    <label class="field" title={meaning}>
      <span>{label}</span>
      <select
        value={String(flags.value[flag] ?? '')}
        onChange={(event) => setFlag(flag, event.currentTarget.value)}
      >
        <option value="">not told</option>
        {words.map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

function CheckField({ flag, label }: FlagField): VNode {
  return (
    <label class="check" title={POLICY_SET_FLAGS[flag].meaning}>
      <input
        type="checkbox"
        checked={flags.value[flag] === true}
        onChange={(event) => setFlag(flag, event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

/** Sets a flag, or takes it away: a page that says nothing of it is the same as before it was touched. */
function setFlag(flag: Flag, value: string | boolean): void {
  const { [flag]: _, ...rest } = flags.value;
  flags.value = value === '' || value === false ? rest : { ...rest, [flag]: value };
}
