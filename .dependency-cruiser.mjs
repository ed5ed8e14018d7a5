/** The folders of each part, lowest first: a folder imports only from folders listed before it. */
const LAYERS = {
  shared: ['domain', 'protocol', 'session', 'course', 'practice', 'exports', 'imports'],
  client: [
    ...['styles', 'i18n', 'api', 'media', 'ui', 'frame', 'live'],
    ...['export', 'family-card', 'planning', 'reliability', 'features'],
  ],
  server: [
    ...[
      'time',
      'processes',
      'network',
      'config',
      'keys',
      'audit',
      'storage',
      'jobs',
      'nodes',
      'clinic',
      'consents',
      'auth',
      'mail',
      'media',
      'sessions',
      'families',
      'recording',
      'rooms',
      'watching',
    ],
    ...[
      'speech',
      'exports',
      'imports',
      'reviews',
      'erasures',
      'retention',
      'practice',
      'http',
      'sockets',
      'demo',
      'start',
      'build',
      'cli',
    ],
  ],
};

/** Tests, and what only tests need. */
const TESTS = '([.]test[.]tsx?$|/testing/)';

function layersOf([part, folders]) {
  const upward = folders.slice(0, -1).map((folder, at) => ({
    name: `${part}-${folder}-imports-downward`,
    severity: 'error',
    from: { path: `^${part}/${folder}/`, pathNot: '[.]test[.]tsx?$' },
    to: { path: `^${part}/(${folders.slice(at + 1).join('|')})/` },
  }));
  const unnamed = {
    name: `${part}-folders-are-named`,
    comment: 'A new folder gets its place in LAYERS.',
    severity: 'error',
    from: { path: `^${part}/[^/]+/`, pathNot: `^${part}/(${folders.join('|')}|testing|public)/` },
    to: {},
  };
  return [...upward, unnamed];
}

/** The allowed imports: domain ← protocol ← session ← client | server ← tools ← e2e. */
export default {
  forbidden: [
    ...Object.entries(LAYERS).flatMap(layersOf),
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(client|server|e2e|tools)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^shared/domain/', pathNot: TESTS },
      to: { pathNot: '^shared/domain/' },
    },
    {
      name: 'no-node-in-shared',
      severity: 'error',
      from: { path: '^shared/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'client-never-imports-server', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    {
      name: 'server-never-imports-client',
      severity: 'error',
      from: { path: '^server/', pathNot: TESTS },
      to: { path: '^client/' },
    },
    {
      name: 'product-never-imports-stories-or-tools',
      severity: 'error',
      from: { path: '^(client|server|shared)/', pathNot: TESTS },
      to: { path: '^(e2e|tools)/' },
    },
    { name: 'tools-never-import-stories', severity: 'error', from: { path: '^tools/' }, to: { path: '^e2e/' } },
    {
      name: 'product-never-imports-test-support',
      severity: 'error',
      from: { path: '^(client|server|shared)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'features-stand-alone',
      severity: 'error',
      from: { path: '^client/features/([^/]+)/' },
      to: { path: '^client/features/', pathNot: '^client/features/$1/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(client|server|shared)/',
        pathNot: '([.]test[.]tsx?$|[.]d[.]ts$|^client/main[.]tsx$|^client/public/|^server/main[.]ts$)',
      },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
