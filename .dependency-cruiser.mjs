/** The map of the house as rules: domain ← session, protocol ← client | server ← e2e. */
export default {
  forbidden: [
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(client|server|e2e|tools)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^shared/domain/', pathNot: '[.]test[.]ts$' },
      to: { pathNot: '^shared/domain/' },
    },
    {
      name: 'no-node-in-shared',
      severity: 'error',
      from: { path: '^shared/', pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'client-never-imports-server', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    {
      name: 'server-never-imports-client',
      severity: 'error',
      from: { path: '^server/', pathNot: '[.]test[.]ts$' },
      to: { path: '^client/' },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: '^(client|server|shared)/' },
      to: { path: '^e2e/' },
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
