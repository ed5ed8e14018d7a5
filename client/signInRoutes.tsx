import { createRoute, lazyRouteComponent, redirect, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { z } from 'zod';
import { call } from '#client/api/http.ts';
import { owedSignOut } from '#client/api/owedSignOut.ts';
import { loadWords } from '#client/i18n/i18n.ts';
import { root } from './rootRoute.tsx';
import { secretOf } from './secretOf.ts';

const SignInPage = lazyRouteComponent(() => import('#client/features/sign-in/SignInPage.tsx'), 'SignInPage');
const DemoPage = lazyRouteComponent(() => import('#client/features/sign-in/DemoPage.tsx'), 'DemoPage');
const ProviderPage = lazyRouteComponent(() => import('#client/features/sign-in/ProviderPage.tsx'), 'ProviderPage');
const FirstAdminPage = lazyRouteComponent(
  () => import('#client/features/first-admin/FirstAdminPage.tsx'),
  'FirstAdminPage',
);
const SetPasswordPage = lazyRouteComponent(
  () => import('#client/features/set-password/SetPasswordPage.tsx'),
  'SetPasswordPage',
);

/** The address to open after signing in. Only addresses of this site. */
const SignInSearch = z.object({
  to: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
});

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: SignInSearch,
  beforeLoad: async () => {
    const state = await readClinic();
    if (state?.needsAdmin) redirect({ to: '/welcome', throw: true });
    return { sendsMail: state?.sendsMail ?? false, provider: state?.provider ?? null };
  },
  loader: () => loadWords('signIn'),
  component: function SignIn() {
    const navigate = useNavigate();
    const { to = '/' } = signIn.useSearch();
    const { sendsMail, provider } = signIn.useRouteContext();
    return (
      <SignInPage
        sendsMail={sendsMail}
        provider={provider}
        to={to}
        onSignedIn={() => signedIn(() => navigate({ to }))}
      />
    );
  },
});

export const provider = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/provider',
  loader: () => loadWords('signIn'),
  component: function BackFromProvider() {
    const navigate = useNavigate();
    const open = useCallback((to: string) => signedIn(() => navigate({ to, replace: true })), [navigate]);
    // The router would read it as its own and write it again.
    const [search] = useState(() => window.location.search);
    return (
      <ProviderPage
        search={search}
        onSignedIn={open}
        onSignIn={() => void navigate({ to: '/sign-in', replace: true })}
      />
    );
  },
});

export const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  beforeLoad: async ({ location }) => {
    const opened = secretOf('/welcome', location);
    if (!(await readClinic())?.needsAdmin) redirect({ to: '/sign-in', throw: true });
    return opened;
  },
  loader: () => loadWords('firstAdmin'),
  component: function Welcome() {
    const navigate = useNavigate();
    const { secret } = welcome.useRouteContext();
    return <FirstAdminPage key={secret} secret={secret} onMade={() => signedIn(() => navigate({ to: '/' }))} />;
  },
});

export const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  beforeLoad: ({ location }) => secretOf('/set-password', location),
  loader: () => loadWords('setPassword'),
  component: function SetPassword() {
    const navigate = useNavigate();
    const { secret } = setPassword.useRouteContext();
    return (
      <SetPasswordPage
        key={secret}
        secret={secret}
        onSignedIn={() => signedIn(() => navigate({ to: '/', replace: true }))}
        onSignIn={() => void navigate({ to: '/sign-in' })}
      />
    );
  },
});

export const demo = createRoute({
  getParentRoute: () => root,
  path: '/demo',
  beforeLoad: ({ location }) => secretOf('/demo', location),
  loader: () => loadWords('signIn'),
  component: function Demo() {
    const navigate = useNavigate();
    const { secret } = demo.useRouteContext();
    return (
      <DemoPage
        key={secret}
        secret={secret}
        onOpened={() => signedIn(() => navigate({ to: '/', replace: true }))}
        onSignIn={() => void navigate({ to: '/sign-in' })}
      />
    );
  },
});

/** A new sign-in takes the place of one whose sign-out the server never answered. */
function signedIn(open: () => Promise<void>): void {
  owedSignOut.settle();
  void open();
}

/** If the clinic cannot be reached, the page opens anyway and its form reports the problem. */
function readClinic() {
  return call('clinic:read').catch(() => undefined);
}
