import { setNonce } from 'get-nonce';

/**
 * The nonce of this page, without which the browser applies no style element (Content-Security-Policy). Vite's own
 * loader reads it from the same element.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
}

/** Gives the nonce to the library that locks scrolling behind a dialog. Mantine gets it from its provider. */
export function shareStyleNonce(): void {
  setNonce(styleNonce());
}
