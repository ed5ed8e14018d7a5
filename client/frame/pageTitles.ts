/** The tab title of each page by its address. Without names, because the browser's history keeps titles. */
export const PAGE_TITLES = {
  '/sign-in': 'signIn',
  '/sign-in/provider': 'provider',
  '/welcome': 'welcome',
  '/set-password': 'setPassword',
  '/demo': 'demo',
  '/join': 'join',
  '/family': 'family',
  '/diary': 'diary',
  '/diary/consents': 'consents',
  '/': 'start',
  '/families': 'families',
  '/families/$familyId': 'progress',
  '/session/$sessionId': 'session',
  '/session/$sessionId/report': 'report',
  '/session/$sessionId/review': 'review',
  '/reviews': 'reviews',
  '/reviews/coders': 'coders',
  '/programs': 'programs',
  '/clinic': 'clinic',
  '/account': 'account',
  '/teams': 'teams',
  '/caseloads': 'caseloads',
  '/erasures': 'erasures',
  '/audit': 'audit',
  '/servers': 'servers',
  '/families/$familyId/audit': 'familyAudit',
  '/practice': 'practice',
} as const;

export function isPage(path: string): path is keyof typeof PAGE_TITLES {
  return Object.hasOwn(PAGE_TITLES, path);
}
