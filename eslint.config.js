import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const PLAIN_SYNTAX = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: export what is meant, by name.' },
  {
    selector: 'Property[key.name="refetchInterval"]:not(:has(Identifier[name="ASK_AGAIN_MS"]))',
    message:
      'Take it from ASK_AGAIN_MS in client/api/queryOf.ts: it holds only routes that do not count as use (PER14).',
  },
];

/** Days are the clinic's: the calendar of the machine, and UTC's, stay out of everything but the few files below. */
const NOT_THE_CLINICS =
  'Days and times of day are the clinic’s: use shared/domain/clinicDay.ts, or useClinicTime and formatWhen on screens.';
const MACHINE_CALENDAR = [
  'CallExpression[callee.property.name=/^toLocale(Date|Time)String$/]',
  'CallExpression[callee.property.name=/^to(Date|Time)String$/]',
  'CallExpression[callee.property.name=/^[gs]et(UTC)?(Date|Day|Month|FullYear|Hours|Minutes)$/]',
  'CallExpression[callee.property.name="slice"][callee.object.callee.property.name="toISOString"]',
  'CallExpression[callee.property.name=/^(slice|substring)$/][arguments.0.value=0][arguments.1.value=10]',
  'CallExpression[callee.property.name="split"][arguments.0.value="T"]',
  'Literal[value="YYYY-MM-DD"]',
  'NewExpression[callee.name="Date"][arguments.length>1]',
  'NewExpression[callee.name="Date"] > TemplateLiteral > TemplateElement[value.raw=/T[0-9:.]+$/]',
  'MemberExpression[object.name="Intl"][property.name="DateTimeFormat"]',
].map((selector) => ({ selector, message: NOT_THE_CLINICS }));

const CLOCK = 'The time comes in by a port: server/time/time.ts alone reads the clocks of the machine.';
const MACHINE_CLOCK = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK },
  { selector: 'MemberExpression[object.name=/^(Date|performance)$/][property.name="now"]', message: CLOCK },
];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'data', 'test-results', 'playwright-report', 'tools/mediasoup-worker/overlay'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', '.dependency-cruiser.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/require-await': 'off',
      // Two rules that take a third of the time: enums are not allowed, and values of a class come from its constructor alone.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-duplicate-imports': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...PLAIN_SYNTAX, ...MACHINE_CALENDAR],
    },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs['recommended-latest'].rules },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', 'client/api/pressStore.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['localStorage', 'sessionStorage'].map((name) => ({
          name,
          message: 'Through browserPressStore: a browser that keeps nothing throws when it is asked for its storage.',
        })),
      ],
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'setTimeout', message: 'Time comes in as an argument, or through the Clock port.' },
        { name: 'setInterval', message: 'Time comes in as an argument, or through the Clock port.' },
        { name: 'fetch', message: 'Nothing in shared/ touches the network.' },
        { name: 'process', message: 'Nothing in shared/ reads the environment.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Times come in as arguments.' },
        { object: 'Math', property: 'random', message: 'Random values come in as arguments.' },
        { object: 'performance', property: 'now', message: 'Times come in as arguments.' },
      ],
    },
  },
  {
    files: ['server/**/*.ts'],
    ignores: [
      '**/*.test.ts',
      '**/testing/**',
      'server/time/time.ts',
      // A command of the terminal runs once, and a migration when it is its turn.
      'server/cli/**',
      'server/storage/migrations/**',
    ],
    rules: { 'no-restricted-syntax': ['error', ...PLAIN_SYNTAX, ...MACHINE_CALENDAR, ...MACHINE_CLOCK] },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' },
  },
  {
    // A moment becomes a day, a day is reckoned with and said in words, and the zones of machine and browser are asked for.
    files: [
      'shared/domain/clinicDay.ts',
      'shared/domain/course/days.ts',
      'client/i18n/formatWhen.ts',
      'client/api/machineTimeZone.ts',
      'server/clinic/readServerTimeZone.ts',
      // The days of an invented record.
      'shared/course/testing/aFamilyRecord.ts',
      // Days as others would have them, to compare with the clinic's.
      'server/clinicDays.test.ts',
      'e2e/clinicDays.spec.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...PLAIN_SYNTAX] },
  },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
);
