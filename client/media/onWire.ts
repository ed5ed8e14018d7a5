import type { RtpCapabilities as ClientCapabilities, RtpParameters as ClientParameters } from 'mediasoup-client/types';
import { RtpCapabilities, RtpParameters } from '#shared/protocol/media.ts';

/** RTP parameters as the wire knows them. The library leaves keys that are undefined, and says more than it carries. */
export function parametersOnWire(parameters: ClientParameters): RtpParameters {
  return RtpParameters.parse(withoutUndefined(parameters));
}

/** RTP capabilities as the wire knows them. */
export function capabilitiesOnWire(capabilities: ClientCapabilities): RtpCapabilities {
  return RtpCapabilities.parse(withoutUndefined(capabilities));
}

function withoutUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
