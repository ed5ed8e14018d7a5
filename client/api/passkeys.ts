import {
  type MadePasskey,
  type PasskeyToMake,
  type PasskeyProof,
  type PasskeyRequest,
  Transports,
} from '#shared/protocol/webAuthn.ts';

/** The browser made or used no passkey: the person did not want to, or it has none. Browsers do not say which. */
export class NoPasskey extends Error {
  override readonly name = 'NoPasskey';
}

/** Whether this browser knows passkeys. It does so only over https, and on this machine. */
export function knowsPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function';
}

/** Lets the person unlock a passkey, and signs with it. Throws `NoPasskey`. */
export async function signWithPasskey(request: PasskeyRequest): Promise<PasskeyProof> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { response, ...signed } = await startAuthentication({ optionsJSON: request }).catch(sayNone);
  const { clientDataJSON, authenticatorData, signature } = response;
  const { id, rawId, type } = signed;
  return { id, rawId, type, clientExtensionResults: {}, response: { clientDataJSON, authenticatorData, signature } };
}

/** Lets the person make a passkey. Throws `NoPasskey`. */
export async function makePasskey(request: PasskeyToMake): Promise<MadePasskey> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { id, rawId, type, response } = await startRegistration({ optionsJSON: request }).catch(sayNone);
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return {
    ...{ id, rawId, type, clientExtensionResults: {} },
    response: { clientDataJSON, attestationObject, transports: Transports.parse(transports) },
  };
}

function sayNone(error: unknown): never {
  throw new NoPasskey('No passkey was used.', { cause: error });
}
