import { vi } from 'vitest';

/** Makes this browser one whose owner lets no page keep anything: it is enough to name its storage. Until mocks are restored. */
export function shutBrowser(): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    vi.spyOn(window, name, 'get').mockImplementation(() => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    });
  }
}
