import type { RtpCapabilities as ClientCapabilities, RtpParameters as ClientParameters } from 'mediasoup-client/types';
import { RtpCapabilities, RtpParameters } from '#shared/protocol/media.ts';

/** RTP parameters in the wire format. The library adds keys that are undefined or not part of the format. */
export function parametersOnWire(parameters: ClientParameters): RtpParameters {
  return RtpParameters.parse(withoutUndefined(parameters));
}

export function capabilitiesOnWire(capabilities: ClientCapabilities): RtpCapabilities {
  return RtpCapabilities.parse(withoutUndefined(capabilities));
}

function withoutUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
