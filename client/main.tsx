import './styles/everyPage.ts';
import './i18n/i18n.ts';
import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Loading } from '#client/ui/Loading.tsx';
import { router } from './router.tsx';
import { shareStyleNonce, styleNonce } from './styles/styleNonce.ts';
import { cssVariablesResolver, theme } from './styles/theme.ts';
import { limitTrustedTypes } from './trustedTypes.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');

limitTrustedTypes();
shareStyleNonce();
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={styleNonce}
    >
      <Suspense fallback={<Loading />}>
        <RouterProvider router={router} />
      </Suspense>
    </MantineProvider>
  </StrictMode>,
);
