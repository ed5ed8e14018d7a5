import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { HttpPorts } from './httpPorts.ts';

type Ports = {
  readonly identityProvider: HttpPorts['identityProvider'];
  readonly records: Pick<HttpPorts['records'], 'hasSubject'>;
};

/** Whether a person can sign in only at the provider, so that whoever has no account there anymore has none here. Rule PER17. */
export async function isOfProvider({ identityProvider, records }: Ports, userId: ParticipantId): Promise<boolean> {
  return identityProvider?.isOnly === true && records.hasSubject(userId);
}
