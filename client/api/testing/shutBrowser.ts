import { vi } from 'vitest';

/** Makes this browser block all storage, even access to the storage object, until mocks are restored. */
export function shutBrowser(): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    vi.spyOn(window, name, 'get').mockImplementation(() => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    });
  }
}
