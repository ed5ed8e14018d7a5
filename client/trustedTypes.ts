/**
 * Answers for every text that is to become HTML and every address that is to become a script, where the browser asks
 * (Content-Security-Policy: require-trusted-types-for). The style sheets of Mantine contain no tag, and our scripts
 * come from our own origin; nothing else passes.
 */
export function limitTrustedTypes(): void {
  window.trustedTypes?.createPolicy('default', { createHTML: withoutTag, createScriptURL: ownAddress });
}

function withoutTag(text: string): string {
  if (text.includes('<')) throw new TypeError('No text may become HTML with tags.');
  return text;
}

function ownAddress(address: string): string {
  if (new URL(address, location.href).origin !== location.origin) throw new TypeError('Scripts come from here only.');
  return address;
}
