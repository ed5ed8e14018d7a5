import { MantineProvider } from '@mantine/core';
import { cleanup, configure, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { ClinicProvider } from '#client/api/clinic.ts';
import { loadWords } from '#client/i18n/i18n.ts';
import type { Namespace } from '#client/i18n/namespaces.ts';
import { theme } from '#client/styles/theme.ts';

// The default of one second is too short on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

/** For tests under jsdom: renders with the theme and loaded texts, and unmounts afterwards. */
export async function renderScreen(screen: ReactNode, ...words: Namespace[]): Promise<RenderResult> {
  onTestFinished(cleanup);
  await loadWords('why', ...words);
  // jsdom has no layout.
  Element.prototype.scrollIntoView = () => undefined;
  window.ResizeObserver = class {
    readonly observe = () => undefined;
    readonly unobserve = () => undefined;
    readonly disconnect = () => undefined;
  };
  window.matchMedia = (query) => Object.assign(new EventTarget(), noMatch(query));
  return render(<Themed>{screen}</Themed>);
}

const A_CLINIC = { name: 'Lark Clinic', telephone: '+44 20 7946 0100', timeZone: 'UTC' };

function Themed({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} env="test">
      <ClinicProvider value={A_CLINIC}>{children}</ClinicProvider>
    </MantineProvider>
  );
}

function noMatch(media: string) {
  return { media, matches: false, onchange: null, addListener: () => undefined, removeListener: () => undefined };
}
