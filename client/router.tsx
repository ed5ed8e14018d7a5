import { createRoute, createRouter, lazyRouteComponent, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { CrashPage } from '#client/frame/CrashPage.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { NotFoundPage } from '#client/frame/NotFoundPage.tsx';
import { loadWords } from '#client/i18n/i18n.ts';
import { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import { diary, family, join, ownConsents } from './familyRoutes.tsx';
import { demo, provider, setPassword, signIn, welcome } from './signInRoutes.tsx';
import { root } from './rootRoute.tsx';

/* Every page is a chunk of its own, and gets the parts of its address as props: pages do not read the address. */
const StaffArea = lazyRouteComponent(() => import('#client/frame/StaffArea.tsx'), 'StaffArea');
const StartPage = lazyRouteComponent(() => import('#client/features/start/StartPage.tsx'), 'StartPage');
const SessionPage = lazyRouteComponent(() => import('#client/features/coach-console/SessionPage.tsx'), 'SessionPage');
const SupervisionPage = lazyRouteComponent(
  () => import('#client/features/supervision/SupervisionPage.tsx'),
  'SupervisionPage',
);
const TeamsPage = lazyRouteComponent(() => import('#client/features/teams/TeamsPage.tsx'), 'TeamsPage');
const CaseloadsPage = lazyRouteComponent(() => import('#client/features/caseloads/CaseloadsPage.tsx'), 'CaseloadsPage');
const ErasuresPage = lazyRouteComponent(() => import('#client/features/erasures/ErasuresPage.tsx'), 'ErasuresPage');
const ServersPage = lazyRouteComponent(() => import('#client/features/servers/ServersPage.tsx'), 'ServersPage');
const AuditPage = lazyRouteComponent(() => import('#client/features/audit/AuditPage.tsx'), 'AuditPage');
const FamilyAuditPage = lazyRouteComponent(
  () => import('#client/features/audit/FamilyAuditPage.tsx'),
  'FamilyAuditPage',
);
const FamiliesPage = lazyRouteComponent(() => import('#client/features/families/FamiliesPage.tsx'), 'FamiliesPage');
const FamilyPage = lazyRouteComponent(() => import('#client/features/families/FamilyPage.tsx'), 'FamilyPage');
const PracticePage = lazyRouteComponent(() => import('#client/features/practice/PracticePage.tsx'), 'PracticePage');
const ProgramsPage = lazyRouteComponent(() => import('#client/features/programs/ProgramsPage.tsx'), 'ProgramsPage');
const ClinicPage = lazyRouteComponent(() => import('#client/features/clinic/ClinicPage.tsx'), 'ClinicPage');
const AccountPage = lazyRouteComponent(() => import('#client/features/account/AccountPage.tsx'), 'AccountPage');
const ReviewPage = lazyRouteComponent(() => import('#client/features/review/ReviewPage.tsx'), 'ReviewPage');
const ReviewsPage = lazyRouteComponent(() => import('#client/features/reviews/ReviewsPage.tsx'), 'ReviewsPage');
const CodersPage = lazyRouteComponent(() => import('#client/features/reviews/CodersPage.tsx'), 'CodersPage');
const ReportPage = lazyRouteComponent(() => import('#client/features/report/ReportPage.tsx'), 'ReportPage');

const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  loader: () => loadWords('why'),
  component: StaffArea,
});

const start = createRoute({
  getParentRoute: () => staff,
  path: '/',
  loader: () => loadWords('start', 'planning', 'caseloads', 'why'),
  component: StartPage,
});

const families = createRoute({
  getParentRoute: () => staff,
  path: '/families',
  loader: () => loadWords('families', 'planning', 'consents', 'safety', 'why'),
  component: FamiliesPage,
});

const familyProgress = createRoute({
  getParentRoute: () => staff,
  path: '/families/$familyId',
  params: { parse: ({ familyId }) => ({ familyId: FamilyId.parse(familyId) }) },
  loader: () => loadWords('families', 'planning', 'caseloads', 'consents', 'safety', 'erasures', 'retention', 'why'),
  component: function FamilyProgressPage() {
    const { familyId } = familyProgress.useParams();
    const navigate = useNavigate();
    const toFamilies = useCallback(() => void navigate({ to: '/families' }), [navigate]);
    return <FamilyPage key={familyId} familyId={familyId} onGone={toFamilies} />;
  },
});

const session = createRoute({
  getParentRoute: () => staff,
  path: '/session/$sessionId',
  params: { parse: ({ sessionId }) => ({ sessionId: SessionId.parse(sessionId) }) },
  loader: () =>
    loadWords('console', 'deviceCheck', 'supervision', 'coaching', 'recording', 'pad', 'safety', 'secondFactor'),
  component: function Session() {
    const { sessionId } = session.useParams();
    return <SessionPage sessionId={sessionId} Watching={SupervisionPage} />;
  },
});

const report = createRoute({
  getParentRoute: () => staff,
  path: '/session/$sessionId/report',
  params: { parse: ({ sessionId }) => ({ sessionId: SessionId.parse(sessionId) }) },
  loader: () => loadWords('report', 'coaching', 'exports'),
  component: function Report() {
    const { sessionId } = report.useParams();
    return <ReportPage sessionId={sessionId} />;
  },
});

const review = createRoute({
  getParentRoute: () => staff,
  path: '/session/$sessionId/review',
  params: { parse: ({ sessionId }) => ({ sessionId: SessionId.parse(sessionId) }) },
  loader: () =>
    loadWords(
      'review',
      'transcript',
      'reliability',
      'blindCoding',
      'remarks',
      'fidelity',
      'pad',
      'why',
      'exports',
      'imports',
    ),
  component: function SessionReview() {
    const { sessionId } = review.useParams();
    return <ReviewPage key={sessionId} sessionId={sessionId} />;
  },
});

const reviews = createRoute({
  getParentRoute: () => staff,
  path: '/reviews',
  loader: () => loadWords('reviews', 'why'),
  component: ReviewsPage,
});

const coders = createRoute({
  getParentRoute: () => staff,
  path: '/reviews/coders',
  loader: () => loadWords('reviews', 'reliability', 'why'),
  component: CodersPage,
});

const programs = createRoute({
  getParentRoute: () => staff,
  path: '/programs',
  loader: () => loadWords('programs', 'why'),
  component: ProgramsPage,
});

const clinic = createRoute({
  getParentRoute: () => staff,
  path: '/clinic',
  loader: () => loadWords('clinic'),
  component: ClinicPage,
});

const account = createRoute({
  getParentRoute: () => staff,
  path: '/account',
  loader: () => loadWords('account', 'secondFactor'),
  component: AccountPage,
});

const teams = createRoute({
  getParentRoute: () => staff,
  path: '/teams',
  loader: () => loadWords('teams'),
  component: TeamsPage,
});

const caseloads = createRoute({
  getParentRoute: () => staff,
  path: '/caseloads',
  loader: () => loadWords('caseloads', 'teams', 'erasures'),
  component: CaseloadsPage,
});

const erasures = createRoute({
  getParentRoute: () => staff,
  path: '/erasures',
  loader: () => loadWords('erasures', 'retention'),
  component: ErasuresPage,
});

const audit = createRoute({
  getParentRoute: () => staff,
  path: '/audit',
  loader: () => loadWords('audit'),
  component: AuditPage,
});

const servers = createRoute({
  getParentRoute: () => staff,
  path: '/servers',
  loader: () => loadWords('servers'),
  component: ServersPage,
});

const familyAudit = createRoute({
  getParentRoute: () => staff,
  path: '/families/$familyId/audit',
  params: { parse: ({ familyId }) => ({ familyId: FamilyId.parse(familyId) }) },
  loader: () => loadWords('audit'),
  component: function AuditOfFamily() {
    const { familyId } = familyAudit.useParams();
    return <FamilyAuditPage key={familyId} familyId={familyId} />;
  },
});

const practice = createRoute({
  getParentRoute: () => staff,
  path: '/practice',
  loader: () => loadWords('practice', 'pad', 'why'),
  component: PracticePage,
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    provider,
    welcome,
    setPassword,
    demo,
    join,
    family,
    diary,
    ownConsents,
    staff.addChildren([
      start,
      families,
      familyProgress,
      session,
      report,
      practice,
      programs,
      clinic,
      account,
      teams,
      caseloads,
      erasures,
      audit,
      servers,
      familyAudit,
      review,
      reviews,
      coders,
    ]),
  ]),
  defaultPendingComponent: () => <Loading />,
  defaultErrorComponent: ({ error }) => <CrashPage error={error} />,
  defaultNotFoundComponent: () => <NotFoundPage />,
});
