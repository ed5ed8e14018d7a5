import { MantineProvider } from '@mantine/core';
import { cleanup, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { loadWords } from '#client/i18n/i18n.ts';
import type { Namespace } from '#client/i18n/namespaces.ts';
import { theme } from '#client/styles/theme.ts';

/** For tests under jsdom: shows something with the theme, with its words loaded, and takes it away afterwards. */
export async function renderScreen(screen: ReactNode, ...words: Namespace[]): Promise<RenderResult> {
  onTestFinished(cleanup);
  await loadWords('why', ...words);
  window.matchMedia = (query) => Object.assign(new EventTarget(), noMatch(query));
  return render(<Themed>{screen}</Themed>);
}

function Themed({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} env="test">
      {children}
    </MantineProvider>
  );
}

function noMatch(media: string) {
  return { media, matches: false, onchange: null, addListener: () => undefined, removeListener: () => undefined };
}
