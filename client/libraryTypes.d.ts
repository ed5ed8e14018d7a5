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

declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string | undefined;
  }
}
