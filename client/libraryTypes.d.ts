/* eslint-disable @typescript-eslint/consistent-type-definitions -- only an interface merges with a library's own */
import type { Words } from '#client/i18n/namespaces.ts';
import type { router } from '#client/router.tsx';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Words;
  }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

declare global {
  interface Navigator {
    /** What the keys of this keyboard write, by `KeyboardEvent.code`. Only in Chromium and in secure contexts. */
    readonly keyboard?: { readonly getLayoutMap: () => Promise<ReadonlyMap<string, string>> } | undefined;
  }

  interface Window {
    /** Only in Chromium and Safari. */
    readonly trustedTypes?: {
      readonly createPolicy: (name: 'default', rules: Record<string, (text: string) => string>) => unknown;
    };
  }
}

declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string | undefined;
  }
}
