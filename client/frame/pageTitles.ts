/** What each page is called in the tab, by its address. No names: a title stays in the browser's history. */
export const PAGE_TITLES = {
  '/sign-in': 'signIn',
  '/welcome': 'welcome',
  '/demo': 'demo',
  '/join': 'join',
  '/family': 'family',
  '/diary': 'diary',
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
  '/practice': 'practice',
} as const;

/** Whether an address is one of a page. */
export function isPage(path: string): path is keyof typeof PAGE_TITLES {
  return Object.hasOwn(PAGE_TITLES, path);
}
