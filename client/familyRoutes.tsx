import { createRoute, lazyRouteComponent, useNavigate } from '@tanstack/react-router';
import { knowClinicContact } from '#client/api/clinicContact.ts';
import { CrashPage } from '#client/frame/CrashPage.tsx';
import { loadWords } from '#client/i18n/i18n.ts';
import type { Namespace } from '#client/i18n/namespaces.ts';
import { root } from './rootRoute.tsx';
import { secretOf } from './secretOf.ts';

const JoinPage = lazyRouteComponent(() => import('#client/features/join/JoinPage.tsx'), 'JoinPage');
const FamilyRoomPage = lazyRouteComponent(
  () => import('#client/features/family-room/FamilyRoomPage.tsx'),
  'FamilyRoomPage',
);
const OwnConsentsPage = lazyRouteComponent(
  () => import('#client/features/own-consents/OwnConsentsPage.tsx'),
  'OwnConsentsPage',
);
const DiaryPage = lazyRouteComponent(() => import('#client/features/diary/DiaryPage.tsx'), 'DiaryPage');

/** Every page of a family loads the clinic's contact first, so that errors can say whom to call. */
const ofFamily = {
  getParentRoute: () => root,
  errorComponent: ({ error }: { readonly error: unknown }) => <CrashPage error={error} isFamily />,
};

export const join = createRoute({
  ...ofFamily,
  path: '/join',
  beforeLoad: ({ location }) => secretOf('/join', location),
  loader: () => loadFamilyWords('join'),
  component: function Join() {
    const navigate = useNavigate();
    const { secret } = join.useRouteContext();
    return <JoinPage key={secret} secret={secret} onJoined={() => void navigate({ to: '/family', replace: true })} />;
  },
});

export const family = createRoute({
  ...ofFamily,
  path: '/family',
  loader: () => loadFamilyWords(),
  component: FamilyRoomPage,
});

export const diary = createRoute({
  ...ofFamily,
  path: '/diary',
  beforeLoad: ({ location }) => secretOf('/diary', location),
  loader: () => loadFamilyWords('diary', 'familyCard'),
  component: function Diary() {
    const { secret } = diary.useRouteContext();
    return <DiaryPage key={secret} secret={secret} />;
  },
});

export const ownConsents = createRoute({
  ...ofFamily,
  path: '/diary/consents',
  loader: () => loadFamilyWords('ownConsents'),
  component: OwnConsentsPage,
});

function loadFamilyWords(...names: Namespace[]): Promise<void> {
  knowClinicContact();
  return loadWords(...names);
}
