/** The little of `oidc-provider` that `openIdentityProvider.ts` uses; its types are another package. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  export class Provider {
    constructor(issuer: string, configuration: object);
    callback(): RequestListener;
  }
}
